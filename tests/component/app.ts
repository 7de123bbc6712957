/** The windows built once for all specs, and a fresh page for each. */
import { expect, type Page, test as base } from '@playwright/test';
import { launchPages } from '../e2e/support/chromium.ts';
import { buildApp, serveApp } from './app-server.ts';
import { openApp, type Opening } from './open-app.ts';
import { pseudoSpanish } from './pseudo.ts';
import { openStage, type Stage } from './stage.ts';

interface WorkerFixtures {
  readonly origin: string;
  /** The same windows, with words of a language nobody speaks where Spanish is. */
  readonly pseudoOrigin: string;
}

interface Fixtures {
  /** Opens the window against its own bridge double. At the end no policy may have been violated. */
  readonly open: (opening?: Omit<Opening, 'origin'>) => Promise<Page>;
  /** For many scenes in a row. At the end no policy may have been violated in any of them. */
  readonly stage: (at?: { readonly origin: string }) => Promise<Stage>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  browser: [
    async ({}, use) => {
      const browser = await launchPages();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  origin: [
    async ({}, use) => {
      await buildApp();
      const server = await serveApp();
      await use(server.origin);
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  pseudoOrigin: [
    async ({}, use) => {
      await buildApp();
      const server = await serveApp(pseudoSpanish);
      await use(server.origin);
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  open: async ({ browser, origin }, use) => {
    const pages: Page[] = [];
    const problems: string[] = [];
    await use(async (opening = {}) => {
      const page = await openApp(browser, { origin, ...opening });
      page.on('pageerror', (problem) => problems.push(String(problem)));
      pages.push(page);
      return page;
    });
    for (const page of pages) {
      problems.push(...(await page.evaluate(() => window.policyViolations)));
      await page.context().close();
    }
    expect(problems).toEqual([]);
  },
  stage: async ({ browser, origin }, use) => {
    const stages: Stage[] = [];
    await use(async (at = { origin }) => {
      const stage = await openStage(browser, at.origin);
      stages.push(stage);
      return stage;
    });
    for (const stage of stages) expect(await stage.strike()).toEqual([]);
  },
});

export { expect };
