import { rmSync } from 'node:fs';
import { runInDesktop } from '../desktop/run-in-desktop.ts';
import { inProject, readJson } from './paths.ts';
import { tallyOfPlaywright, tallyOfVitest, type Tally } from './tally.ts';
import { toolEntry } from './tool.ts';

const vitestReport = inProject('artifacts', 'reports', 'vitest.json');
const playwrightReport = inProject('artifacts', 'reports', 'playwright.json');

/** Runs a test runner inside a desktop of its own. @returns its exit code */
const inDesktop = (entry: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  runInDesktop(process.execPath, [entry, ...args], { keyring: true, env });

/** Runs the unit and contract tests. */
export const runVitest = async (env: NodeJS.ProcessEnv): Promise<Tally> => {
  rmSync(vitestReport, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  const code = await inDesktop(toolEntry('vitest'), ['run', ...reporters], env);
  return tallyOfVitest(readJson(vitestReport), code);
};

/**
 * Runs Playwright in a desktop. @returns its exit code
 * @param args for Playwright, e.g. a file's name
 */
export const playwright = (env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> =>
  inDesktop(toolEntry('@playwright/test', 'playwright'), ['test', ...args], env);

/** Runs the end-to-end tests. */
export const runPlaywright = async (env: NodeJS.ProcessEnv): Promise<Tally> => {
  rmSync(playwrightReport, { force: true });
  const code = await playwright(env, []);
  return tallyOfPlaywright(readJson(playwrightReport), code);
};
