import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, expect, type Page, test as base } from '@playwright/test';
import { launchGated } from './launch.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface Program {
  readonly app: ElectronApplication;
  /** The one with the views: the first of a start; of one out of sight the one there is now, if there is any. */
  readonly window: Page;
  /** Where this program keeps everything. */
  readonly userData: string;
  /** What crossed the program's borders so far: one JSON text a line. */
  trace(): string;
  /** Everything the program wrote to its standard output and error. */
  output(): string;
  /** Ends it as a person would, and waits until it is gone. */
  quit(): Promise<void>;
}

export interface LaunchOptions {
  /** Start on what an earlier program left. */
  readonly userData?: string;
  /** Begins with the introduction. */
  readonly isFirstStart?: boolean;
  /** More of the command line. */
  readonly given?: readonly string[];
  /** No window is expected to show. */
  readonly isOutOfSight?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

interface Fixtures {
  launch: (options?: LaunchOptions) => Promise<Program>;
  program: Program;
}

/** Starts the real program on folders of its own; at the end no window may have broken the policy. */
export const test = base.extend<Fixtures>({
  launch: async ({}, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-e2e-'));
    const programs: Program[] = [];
    const violations: string[] = [];
    let count = 0;
    await use(async (options = {}) => {
      count += 1;
      const userData = options.userData ?? join(folder, `user-data-${count}`);
      const program = await launchProgram(
        userData,
        join(folder, `trace-${count}.jsonl`),
        options,
        violations,
      );
      programs.push(program);
      return program;
    });
    if (info.status !== info.expectedStatus) await attachPictures(programs, info.outputPath('window'));
    for (const program of programs) await program.quit();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    if (!info.annotations.some(({ type }) => type === 'breaks-the-policy')) expect(violations).toEqual([]);
  },
  program: async ({ launch }, use) => {
    await use(await launch());
  },
});

export { expect };

async function launchProgram(
  userData: string,
  traceFile: string,
  { env = {}, isFirstStart = false, given = [], isOutOfSight = false }: LaunchOptions,
  violations: string[],
): Promise<Program> {
  const entry = join(root, 'tests/e2e/support/traced-main.mjs');
  const traced = { ENIGMACRYPT_TEST_TRACE: traceFile, ...env };
  const app = await launchGated(entry, userData, traced, isFirstStart, given);
  let output = '';
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const watch = (window: Page): void => {
    window.on('console', (message) => {
      if (/content security policy|requires 'Trusted/i.test(message.text())) violations.push(message.text());
    });
    window.on('pageerror', (problem) => violations.push(String(problem)));
  };
  const window = isOutOfSight ? null : await mainWindow(app);
  if (window !== null) watch(window);
  // Locking puts a new window in the place of the old one.
  app.on('window', watch);
  await window?.waitForLoadState('domcontentloaded');
  let running = true;
  app.process().once('exit', () => {
    running = false;
  });
  return {
    app,
    get window() {
      const found = window ?? viewsOf(app);
      if (found === undefined) throw new Error('no window with views is there');
      return found;
    },
    userData,
    trace: () => readFileSync(traceFile, 'utf8'),
    output: () => output,
    async quit() {
      if (!running) return;
      await leaveUnasked(app);
      await app.close();
    },
  };
}

/** A test that is over has nothing to lose: what is unfinished in a window does not hold it up. */
async function leaveUnasked(app: ElectronApplication): Promise<void> {
  await app
    .evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) {
        window.webContents.on('will-prevent-unload', (event) => {
          event.preventDefault();
        });
      }
    })
    .catch(() => undefined);
}

/** The window with the views: where there is a tray, a quick window is kept ready beside it. */
export async function mainWindow(app: ElectronApplication): Promise<Page> {
  await app.firstWindow();
  await expect.poll(() => viewsOf(app) !== undefined).toBe(true);
  return viewsOf(app)!;
}

const viewsOf = (app: ElectronApplication): Page | undefined =>
  app.windows().find((page) => page.url().endsWith('/index.html') && !page.isClosed());

async function attachPictures(programs: readonly Program[], path: string): Promise<void> {
  for (const [index, { app }] of programs.entries()) {
    await viewsOf(app)
      ?.screenshot({ path: `${path}-${index}.png` })
      .catch(() => undefined);
  }
}
