import { defineConfig } from '@playwright/test';

/**
 * Drives the real program in the Electron named by ENIGMACRYPT_ELECTRON and the recipient's page in the
 * browser named by ENIGMACRYPT_CHROMIUM: `npm run test:e2e` sets both. Playwright downloads no browser.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'artifacts/e2e',
  // One display, one clipboard, one keyring: tests take turns. A test that fails now and then is a bug.
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  globalTimeout: 10 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'artifacts/reports/playwright.json' }]],
});
