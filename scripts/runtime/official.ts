import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Result } from '../../src/core/result.ts';
import { inProject, readJson, textOf } from '../lib/paths.ts';
import { run } from '../lib/process.ts';
import { say } from '../lib/say.ts';
import { executableInside } from './given.ts';
import type { Electron } from './types.ts';

/** How long the download's host may take to answer before it counts as unreachable. */
const answerLimit = 6_000;
/** How long the download and its unpacking may take together. */
const downloadLimit = 15 * 60_000;

const packageFolder = inProject('node_modules', 'electron');

/** The version of Electron the project declares. */
export const declaredVersion = (): string =>
  textOf(readJson(join(packageFolder, 'package.json')), 'version') ?? 'unknown';

/** The unpacked distribution inside the `electron` package, when a download has put it there. */
export const installedElectron = (): Electron | undefined => {
  const dist = join(packageFolder, 'dist');
  const versionFile = join(dist, 'version');
  const execPath = executableInside(dist);
  // `electron` writes path.txt last: without it, an unpacking was interrupted.
  if (![versionFile, execPath, join(packageFolder, 'path.txt')].every((path) => existsSync(path)))
    return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return version === declaredVersion()
    ? { execPath, version, official: true, origin: 'official' }
    : undefined;
};

/**
 * Where `electron` downloads from; `@electron/get` knows more spellings of the mirror's variable, these two
 * are the documented ones.
 */
export const downloadAddress = (version: string, environment: NodeJS.ProcessEnv): string => {
  const mirror =
    environment['npm_config_electron_mirror'] ??
    environment['ELECTRON_MIRROR'] ??
    'https://github.com/electron/electron/releases/download/';
  const folder = environment['ELECTRON_CUSTOM_DIR'] ?? `v${version}`;
  return `${mirror}${folder}/electron-v${version}-${process.platform}-${process.arch}.zip`;
};

/** Whether an earlier download lies in the cache that `@electron/get` keeps (one folder per address). */
const inDownloadCache = (version: string, environment: NodeJS.ProcessEnv): boolean => {
  const home = homedir();
  const root =
    environment['electron_config_cache'] ??
    (process.platform === 'darwin'
      ? join(home, 'Library', 'Caches', 'electron')
      : process.platform === 'win32'
        ? join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'electron', 'Cache')
        : join(environment['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'electron'));
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    return readdirSync(root).some((folder) => existsSync(join(root, folder, file)));
  } catch {
    return false;
  }
};

/** Asks for the first bytes of the download, so that an unreachable host costs seconds and not minutes. */
const unreachable = async (address: string): Promise<string | undefined> => {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(answerLimit) });
    await answer.body?.cancel();
    return answer.ok ? undefined : `${new URL(address).host} answered ${answer.status}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
};

/** The line of a failing installer worth showing: its error's message without the stack trace. */
const reasonIn = (stderr: string): string =>
  /^(?:\w*Error: )(.+?)\.?$/m.exec(stderr)?.[1] ?? 'its installer failed';

/**
 * Downloads the official Electron by its own package's installer, which checks it against the SHA-256
 * sums the package carries. Behind a proxy the quick look at the host is left out: only Node started
 * afresh with NODE_USE_ENV_PROXY goes through it.
 */
export const downloadOfficial = async (
  environment: NodeJS.ProcessEnv,
): Promise<Result<Electron, { readonly reason: string }>> => {
  const version = declaredVersion();
  const proxied = ['HTTPS_PROXY', 'https_proxy', 'ELECTRON_GET_USE_PROXY'].some((key) => environment[key]);
  if (!proxied && !inDownloadCache(version, environment)) {
    const reason = await unreachable(downloadAddress(version, environment));
    if (reason !== undefined) return err({ reason });
  }
  say(`Fetching the official Electron ${version} (about 120 MB, once) …`);
  const finished = await run(process.execPath, [join(packageFolder, 'install.js')], {
    env: { ...environment, ...(proxied ? { NODE_USE_ENV_PROXY: '1' } : {}) },
    timeLimit: downloadLimit,
  });
  if (finished.timedOut) return err({ reason: 'the download took too long' });
  const installed = installedElectron();
  return installed === undefined ? err({ reason: reasonIn(finished.stderr) }) : ok(installed);
};
