import { electronOrExit } from '../runtime/electron.ts';
import { sandboxArguments } from '../runtime/sandbox.ts';
import { ensureSystem } from '../runtime/system-libraries.ts';
import type { Electron } from '../runtime/types.ts';
import { findOnPath } from './process.ts';
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

export type Runtime = {
  readonly electron: Electron;
  /** Arguments to put before the program's. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
};

/** An Electron that can open a window here, or the end of the process with the reason said. */
export const runtimeOrExit = async (): Promise<Runtime> => {
  const electron = await electronOrExit();
  if (!(await ensureSystem({ execPath: electron.execPath }))) process.exit(1);
  const sandbox = await sandboxArguments(electron.execPath);
  if (sandbox.ok) return { electron, args: sandbox.value, env: electronEnvironment(electron) };
  say(sandbox.error);
  process.exit(1);
};

/** What the end-to-end tests and the demo find in their environment. */
export const testEnvironment = (electron: Electron): NodeJS.ProcessEnv => {
  const chromium = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
    .map((name) => findOnPath(name))
    .find((path) => path !== undefined);
  return {
    ...electronEnvironment(electron),
    ENIGMACRYPT_ELECTRON: electron.execPath,
    ...(chromium === undefined
      ? {}
      : { ENIGMACRYPT_CHROMIUM: process.env['ENIGMACRYPT_CHROMIUM'] ?? chromium }),
  };
};
