/**
 * electron-updater behind our port. It fetches the file, checks its digest (on Windows its publisher, on macOS the
 * system checks the code's signature) and puts it in place. Which file that is comes from our own signed list.
 *
 * Loaded when somebody first looks for an update: nothing of it takes part in a start.
 */
import {
  type AppUpdater,
  AppImageUpdater,
  CancellationToken,
  MacUpdater,
  NsisUpdater,
  Provider,
  type ResolvedUpdateFileInfo,
  type UpdateInfo,
} from 'electron-updater';
// electron-updater exports neither from its entry; the file names are those of the pinned version.
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import type { Release, UpdateFailure } from '../../shared/bridge/updates.ts';
import { type Fetch, fetchList } from './fetch-list.ts';
import type { UpdateSource } from './port.ts';
import type { Releases } from './releases.ts';
import { listName, readList, type ReleaseList, updateKinds } from './signed-list.ts';

/** What electron-updater wants to know of the program, as its `AppAdapter`. */
export interface ProgramItself {
  readonly version: string;
  readonly name: string;
  /** Where what is being fetched is kept; a folder of the program's own. */
  readonly folder: string;
  readonly quit: () => void;
}

export interface SourceParts {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly program: ProgramItself;
  readonly releases: Releases;
  readonly fetch: Fetch;
}

export function createElectronUpdaterSource(parts: SourceParts): UpdateSource {
  const feed = new SignedFeed(parts);
  const updater = createUpdater(parts, feed);
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  // One file, whose digest is in the signed list: no plans for patching from elsewhere.
  updater.disableDifferentialDownload = true;
  // Failures are answered by what was called; without a listener they would be exceptions too.
  updater.on('error', () => undefined);
  let token = new CancellationToken();
  return {
    async look() {
      const list = await feed.fetch();
      if (!list.ok) return list;
      if (feed.file === null) return err('unreadable');
      const found = await updater.checkForUpdates().catch(() => null);
      if (found === null) return err('unreadable');
      return ok(found.isUpdateAvailable ? releaseOf(list.value, feed.file.bytes) : null);
    },
    async download(onProgress) {
      token = new CancellationToken();
      const listen = ({ percent }: { readonly percent: number }): void => {
        onProgress(percent);
      };
      updater.on('download-progress', listen);
      try {
        await updater.downloadUpdate(token);
        return ok(null);
      } catch (problem) {
        return err(token.cancelled ? 'stopped' : failureOf(problem));
      } finally {
        updater.removeListener('download-progress', listen);
      }
    },
    stop() {
      token.cancel();
    },
    install: () => install(updater, parts.program.quit),
  };
}

function install(updater: AppUpdater, quit: () => void): ReturnType<UpdateSource['install']> {
  if (updater instanceof MacUpdater) {
    // Squirrel takes the program over, checks its signature, quits it and starts the new one; or refuses.
    updater.once('error', quit);
    updater.quitAndInstall();
    return 'takes-over';
  }
  if (updater instanceof NsisUpdater || updater instanceof AppImageUpdater)
    return updater.install(false, true) ? 'installed' : 'failed';
  return 'failed';
}

const releaseOf = (list: ReleaseList, bytes: number): Release => ({
  version: list.version,
  releasedAt: list.releasedAt,
  bytes,
});

const EARLIER_FORM = { path: '', sha512: '' };

/** The signed list as electron-updater's provider: it sees what passed the check, and asks nothing itself. */
class SignedFeed {
  readonly #parts: SourceParts;
  #list: ReleaseList | null = null;

  constructor(parts: SourceParts) {
    this.#parts = parts;
  }

  async fetch(): Promise<Result<ReleaseList, UpdateFailure>> {
    const { platform, arch, releases, fetch } = this.#parts;
    const name = listName(platform, arch);
    this.#list = null;
    const text = await fetchList(new URL(name, releases.feed ?? undefined).href, fetch);
    if (!text.ok) return text;
    const list = readList(text.value, name, releases.keys);
    if (list.ok) this.#list = list.value;
    return list;
  }

  /** The one file for this system. */
  get file(): ReleaseList['files'][number] | null {
    const kind = updateKinds.find(({ platform }) => platform === this.#parts.platform);
    return this.#list?.files.find(({ name }) => kind !== undefined && name.endsWith(kind.extension)) ?? null;
  }

  get info(): UpdateInfo {
    const { file } = this;
    if (this.#list === null || file === null) throw new Error('there is no list');
    const described = { url: file.name, sha512: file.sha512, size: file.bytes };
    const { version, releasedAt } = this.#list;
    return {
      version,
      releaseDate: releasedAt,
      files: [described],
      // Asked for by its type alone; the files above are what is read.
      ...EARLIER_FORM,
    };
  }

  resolve(info: UpdateInfo): ResolvedUpdateFileInfo[] {
    const base = this.#parts.releases.feed ?? undefined;
    return info.files.map((file) => ({ url: new URL(file.url, base), info: file }));
  }
}

/** For electron-updater, which gets from it what it would have asked a server for. */
class SignedProvider extends Provider<UpdateInfo> {
  readonly #feed: SignedFeed;

  constructor(feed: SignedFeed) {
    super({ isUseMultipleRangeRequest: false, platform: 'linux', executor: new ElectronHttpExecutor() });
    this.#feed = feed;
  }

  override getLatestVersion(): Promise<UpdateInfo> {
    return Promise.resolve(this.#feed.info);
  }

  override resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
    return this.#feed.resolve(info);
  }
}

/** The kept folder's name below the program's own. */
const KEPT_IN = 'updates';

function createUpdater({ platform, program, releases }: SourceParts, feed: SignedFeed): AppUpdater {
  const updater =
    platform === 'win32'
      ? new NsisUpdater()
      : platform === 'darwin'
        ? new MacUpdater()
        : new AppImageUpdater();
  const provider = new SignedProvider(feed);
  const app: AppAdapter = {
    ...{ version: program.version, name: program.name, quit: program.quit },
    // Asked for only where updates are on.
    isPackaged: true,
    appUpdateConfigPath: '',
    userDataPath: program.folder,
    baseCachePath: program.folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    onQuit: () => undefined,
  };
  // What electron-updater keeps for its subclasses, the same for all three.
  Object.defineProperties(updater, {
    app: { value: app },
    // Instead of a file beside the program that says whose signature Windows has to see.
    configOnDisk: {
      value: {
        value: Promise.resolve({
          updaterCacheDirName: KEPT_IN,
          publisherName: [releases.windowsPublisher ?? NOBODY],
        }),
      },
    },
    // Its own makes up a number for this computer, keeps it and sends it along.
    getUpdateInfoAndProvider: {
      value: async () => ({ info: await provider.getLatestVersion(), provider }),
    },
  });
  return updater;
}

/** No certificate is issued for this: where nobody is named, nothing passes. */
const NOBODY = 'CN=nobody';

/** electron-updater's own codes and words (AppUpdater, builder-util-runtime), Node's codes, and Chromium's names. */
function failureOf(problem: unknown): UpdateFailure {
  const { code = '', message = '' } = describedSchema.catch({}).parse(problem);
  if (code === 'ERR_CHECKSUM_MISMATCH') return 'digest';
  if (code === 'ERR_UPDATER_INVALID_SIGNATURE') return 'signature';
  if (DISK.test(code)) return 'storage';
  const status = STATUS.exec(message)?.[1];
  if (status !== undefined) return status === '404' || status === '410' ? 'not-found' : 'unreachable';
  return NEVER_REACHED.test(message) ? 'unreachable' : 'broken';
}

const describedSchema = z.object({ code: z.string().optional(), message: z.string().optional() });
const DISK = /^(ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EIO|ENOENT|EXDEV)$/;
const STATUS = /^Cannot download .*, status (\d{3})/;
const NEVER_REACHED =
  /ERR_(INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|CONNECTION_REFUSED|ADDRESS_UNREACHABLE|PROXY_CONNECTION_FAILED)|ECONNREFUSED|ENOTFOUND/;
