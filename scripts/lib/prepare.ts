import { electronOrExit, ensureElectron } from '../runtime/electron.ts';
import { tryToBuildKeytar } from '../runtime/keytar.ts';
import { sandboxArguments } from '../runtime/sandbox.ts';
import { chromiumNames } from '../runtime/system/requirements.ts';
import { ensureSystem } from '../runtime/system-libraries.ts';
import type { Electron } from '../runtime/types.ts';
import { buildAll } from './build.ts';
import { findProgram } from './process.ts';
import { say } from './say.ts';

/** The environment of an Electron: the program itself shows that it runs in an unofficial one. */
export const electronEnvironment = (electron: Electron): NodeJS.ProcessEnv => ({
  ...process.env,
  ...(electron.origin === 'fallback' ? { ENIGMACRYPT_UNOFFICIAL_ELECTRON: '1' } : {}),
});

/** Ends the process with a hint when a window could not appear anywhere. */
export const displayOrExit = (): void => {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return;
  say('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.');
  say('`npm run demo` drives the program without a screen and saves pictures of each step.');
  process.exit(1);
};

export interface Runtime {
  readonly electron: Electron;
  /** Arguments to put before the program's. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** An Electron that can open a window here, or the end of the process with the reason said. */
export const runtimeOrExit = async (): Promise<Runtime> => {
  const electron = await electronOrExit();
  if (!(await ensureSystem({ execPath: electron.execPath }))) process.exit(1);
  const sandbox = await sandboxArguments(electron.execPath);
  if (sandbox.ok) return { electron, args: sandbox.value, env: electronEnvironment(electron) };
  say(sandbox.error);
  process.exit(1);
};

/** What the end-to-end tests and the demo find in their environment: which Electron, which browser. */
const testEnvironment = (electron: Electron): NodeJS.ProcessEnv => {
  const chromium = process.env['ENIGMACRYPT_CHROMIUM'] ?? findProgram(chromiumNames);
  return {
    ...electronEnvironment(electron),
    ENIGMACRYPT_ELECTRON: electron.execPath,
    ...(chromium === undefined ? {} : { ENIGMACRYPT_CHROMIUM: chromium }),
  };
};

/**
 * Sees to everything the tests and the demo need: system, Electron, builds.
 * @returns the environment to run them in; undefined when something is missing, which has been said
 */
export const prepareTests = async (): Promise<NodeJS.ProcessEnv | undefined> => {
  const electron = await ensureElectron();
  if (!electron.ok) {
    say(electron.error.message);
    return undefined;
  }
  const { execPath } = electron.value;
  if (!(await ensureSystem({ execPath, desktop: true }))) return undefined;
  await tryToBuildKeytar();
  if (!(await buildAll())) return undefined;
  return testEnvironment(electron.value);
};
