import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '../../src/core/result.ts';
import type { Electron, ElectronError } from './types.ts';

/** Where the executable lies inside a distribution of Electron, as `electron`'s own package has it. */
export const executableInside = (folder: string, platform: NodeJS.Platform = process.platform): string => {
  if (platform === 'darwin') return join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(folder, platform === 'win32' ? 'electron.exe' : 'electron');
};

/** The version a distribution says it is; the file lies at its top, on macOS outside the bundle. */
const versionBeside = (execPath: string): string => {
  const folder = dirname(execPath);
  for (const candidate of [folder, resolve(folder, '..', '..', '..')]) {
    const file = join(candidate, 'version');
    if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '');
  }
  return 'unknown';
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * The Electron the person points at: ENIGMACRYPT_ELECTRON names an executable or a distribution's folder,
 * ELECTRON_OVERRIDE_DIST_PATH (which `electron` itself knows) a folder. Undefined when neither is set.
 * It counts as unofficial, because nothing here has checked where it comes from.
 */
export const givenElectron = (
  environment: NodeJS.ProcessEnv,
): Result<Electron, ElectronError> | undefined => {
  const name = ['ENIGMACRYPT_ELECTRON', 'ELECTRON_OVERRIDE_DIST_PATH'].find((key) => environment[key]);
  const path = name === undefined ? undefined : environment[name];
  if (name === undefined || path === undefined) return undefined;
  const execPath = isFolder(path) ? executableInside(resolve(path)) : resolve(path);
  if (!existsSync(execPath) || isFolder(execPath)) {
    return err({
      kind: 'given-unusable',
      message: `${name} is set, but there is no Electron at ${execPath}.`,
    });
  }
  return ok({ execPath, version: versionBeside(execPath), official: false, origin: 'given' });
};
