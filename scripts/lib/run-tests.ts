import { rmSync } from 'node:fs';
import { runWithDesktops } from '../desktop/run-in-desktop.ts';
import { inProject, readJson } from './paths.ts';
import { run } from './process.ts';
import { tallyOfPlaywright, tallyOfVitest, type Tally } from './tally.ts';
import { toolEntry } from './tool.ts';

const vitestReport = inProject('artifacts', 'reports', 'vitest.json');
const playwrightReport = inProject('artifacts', 'reports', 'playwright.json');

const vitestLimit = 15 * 60_000;

/** Runs the unit and contract tests, and shows what they say once they are through. */
export const runVitest = async (env: NodeJS.ProcessEnv): Promise<Tally> => {
  rmSync(vitestReport, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  const ended = await run(process.execPath, [toolEntry('vitest'), 'run', ...reporters], {
    env,
    timeLimit: vitestLimit,
  });
  console.log(`${ended.stdout}${ended.stderr}`.trimEnd());
  return tallyOfVitest(readJson(vitestReport), ended.code ?? 1);
};

/** Elsewhere there is the one display, keychain and clipboard the person has. */
const desktops = process.platform === 'linux' && process.env['ENIGMACRYPT_USE_DISPLAY'] !== '1' ? 2 : 1;

/**
 * Runs Playwright, with a desktop for each of its workers. @returns its exit code
 * @param args for Playwright, e.g. a file's name
 */
export const playwright = (env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> => {
  const command = [toolEntry('@playwright/test', 'playwright'), 'test', ...args];
  return runWithDesktops(desktops, process.execPath, command, { keyring: true, env });
};

/** Runs the end-to-end tests. */
export const runPlaywright = async (env: NodeJS.ProcessEnv): Promise<Tally> => {
  rmSync(playwrightReport, { force: true });
  const code = await playwright(env, []);
  return tallyOfPlaywright(readJson(playwrightReport), code);
};
