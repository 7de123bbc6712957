import { defineConfig } from '@playwright/test';

/**
 * Drives the real program in the Electron named by ENIGMACRYPT_ELECTRON and the recipient's page in the
 * browser named by ENIGMACRYPT_CHROMIUM: `npm run test:e2e` sets both. Playwright downloads no browser.
 */
export default defineConfig({
  outputDir: 'artifacts/e2e',
  // One display, one clipboard, one keyring: tests take turns. A test that fails now and then is a bug.
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // Generous, because machines are shared: a test waits for what it wants to see, never for a time.
  timeout: 120_000,
  globalTimeout: 40 * 60_000,
  expect: { timeout: 20_000 },
  projects: [
    // The window against a scripted main process, in a plain browser.
    { name: 'component', testDir: 'tests/component' },
    { name: 'e2e', testDir: 'tests/e2e' },
  ],
  reporter: [['list'], ['json', { outputFile: 'artifacts/reports/playwright.json' }]],
});
