import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const SHELL_NAMES = ['chromium-headless-shell'];

const findOnPath = (names: readonly string[]): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
};

/** A real browser of this machine, as recipients have one: the one named, or the first on the PATH. */
function findChromium(): string {
  const found = process.env['ENIGMACRYPT_CHROMIUM'] ?? findOnPath(NAMES);
  if (found === undefined) {
    throw new Error('No Chromium on the PATH. On Debian: apt-get install chromium');
  }
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The recipient's browser. */
export const launchChromium = (extraArguments: readonly string[] = []): Promise<Browser> =>
  launch(findChromium(), extraArguments);

/**
 * Chromium without a browser around its pages, where there is one: a page opens in a third of the time, because no
 * toolbar, which is a page with a process of its own, opens with it. For the program's windows, which have none.
 */
export const launchPages = (): Promise<Browser> => launch(findOnPath(SHELL_NAMES) ?? findChromium(), []);

/** Chromium refuses its sandbox to root, and looks for updates unless told not to. */
const launch = (executablePath: string, extraArguments: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      ...extraArguments,
    ],
  });
