import { _electron, type ElectronApplication } from '@playwright/test';
import { electronPath } from './electron-path.ts';
import { leaveIntroductionBehind } from './past-introduction.ts';

/**
 * Starts the built program by way of a file that imports `gate.mjs` first, and answers once Playwright is
 * attached and the program has been let go on.
 *
 * @param isFirstStart begins with the introduction, as for somebody who has never started it
 * @param given what else is on its command line
 */
export async function launchGated(
  entry: string,
  userData: string,
  env: Readonly<Record<string, string | undefined>>,
  isFirstStart = false,
  given: readonly string[] = [],
): Promise<ElectronApplication> {
  if (!isFirstStart) leaveIntroductionBehind(userData);
  const app = await _electron.launch({
    executablePath: electronPath(),
    // Without this Playwright imposes a light scheme of its own over the program's theme.
    colorScheme: null,
    args: [
      ...[entry, `--user-data-dir=${userData}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      ...given,
    ],
    env: cleanEnvironment({ ...process.env, LANG: 'en_US.UTF-8', LANGUAGE: 'en', ...env }),
  });
  await app.evaluate(() => {
    (globalThis as unknown as { openGate: () => void }).openGate();
  });
  return app;
}

function cleanEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // A program under test must not be told to behave as Node.
  return Object.fromEntries(entries.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'));
}
