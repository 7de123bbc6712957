import { err, ok, type Result } from '../../src/core/result.ts';
import { say, sayLoudly } from '../lib/say.ts';
import { ensureFallback } from './fallback/install.ts';
import { fallback } from './fallback/pins.ts';
import { givenElectron } from './given.ts';
import { declaredVersion, downloadAddress, downloadOfficial, installedElectron } from './official.ts';
import { forgetFailure, recentFailure, rememberFailure, type RecentFailure } from './recent-failure.ts';
import type { Electron, ElectronError } from './types.ts';

const switchOff = 'ENIGMACRYPT_NO_FALLBACK_ELECTRON';

/** Whether the unofficial Electron may be used here at all. */
export const fallbackAllowed = (
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): boolean => platform === 'linux' && arch === 'x64' && !['1', 'true'].includes(environment[switchOff] ?? '');

const waysOut = (environment: NodeJS.ProcessEnv): readonly string[] => [
  'Ways out:',
  '  - let this machine reach github.com (HTTPS_PROXY is respected), or name a mirror of its downloads in ELECTRON_MIRROR;',
  '  - fetch the zip for this platform elsewhere, unpack it, and name the folder in ENIGMACRYPT_ELECTRON;',
  ...(environment[switchOff] === undefined
    ? [
        '  - on Linux x64, let this machine reach the npm registry: a repackaged Electron is taken from there.',
      ]
    : [`  - unset ${switchOff}, which forbids the repackaged Electron from the npm registry.`]),
];

const announce = (failure: RecentFailure): void => {
  sayLoudly([
    'THIS IS NOT AN OFFICIAL ELECTRON.',
    `Electron ${declaredVersion()} could not be downloaded from its own project (${failure.reason}).`,
    `Running in a repackaged Electron ${fallback.version} from the npm package ${fallback.package}, pinned by SHA-256.`,
    'Nobody but its publisher vouches for it: for development and tests only, never for real secrets.',
    `The official download is tried again after ${new Date(failure.until).toTimeString().slice(0, 5)};`,
    `${switchOff}=1 tries it now and never uses the fallback.`,
  ]);
};

/** The official Electron, or why it is not to be had now. A recent failure is believed where there is a fallback. */
const official = async (environment: NodeJS.ProcessEnv): Promise<Result<Electron, RecentFailure>> => {
  const installed = installedElectron();
  if (installed !== undefined) return ok(installed);
  const address = downloadAddress(declaredVersion(), environment);
  const recent = fallbackAllowed(environment) ? recentFailure(address) : undefined;
  if (recent !== undefined) return err(recent);
  const downloaded = await downloadOfficial(environment);
  if (!downloaded.ok) return err(rememberFailure(address, downloaded.error.reason));
  forgetFailure();
  return downloaded;
};

/**
 * Finds or fetches an Electron to run: the one the person points at, the official one, and on Linux x64,
 * where neither is to be had, a repackaged one pinned by hash, announced loudly each time.
 */
export const ensureElectron = async (
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Result<Electron, ElectronError>> => {
  const given = givenElectron(environment);
  if (given !== undefined) return given;
  const first = await official(environment);
  if (first.ok) return first;
  const problem = `Electron ${declaredVersion()} could not be downloaded: ${first.error.reason}.`;
  if (!fallbackAllowed(environment)) {
    return err({ kind: 'unavailable', message: [problem, ...waysOut(environment)].join('\n') });
  }
  const second = await ensureFallback();
  if (second.ok) {
    announce(first.error);
    return second;
  }
  const also = `The repackaged one failed as well: ${second.error.reason}.`;
  return err({ kind: 'unavailable', message: [problem, also, ...waysOut(environment)].join('\n') });
};

/** `ensureElectron` for a script: says what is wrong and ends the process when there is none. */
export const electronOrExit = async (): Promise<Electron> => {
  const electron = await ensureElectron();
  if (electron.ok) return electron.value;
  say(electron.error.message);
  process.exit(1);
};
