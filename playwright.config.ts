import { defineConfig } from '@playwright/test';
import { desktopCount, enterDesktop } from './scripts/desktop/pool.ts';

// Playwright reads this file in each of its workers, too, and has told the worker its place by then.
enterDesktop(process.env, Number(process.env['TEST_PARALLEL_INDEX'] ?? 'none'));

/**
 * Drives the real program in the Electron named by ENIGMACRYPT_ELECTRON and the recipient's page in the
 * browser named by ENIGMACRYPT_CHROMIUM: `npm run test:e2e` sets both. Playwright downloads no browser.
 */
export default defineConfig({
  outputDir: 'artifacts/e2e',
  // One at a time for each desktop: a display, a clipboard and a keyring cannot be shared.
  workers: Math.max(1, desktopCount(process.env)),
  // Each test brings what it needs, so that a long file does not keep one worker busy to the end.
  fullyParallel: true,
  // A test that fails now and then is a bug.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // Generous, because machines are shared: a test waits for what it wants to see, never for a time.
  timeout: 120_000,
  globalTimeout: 40 * 60_000,
  expect: { timeout: 20_000 },
  // Pictures and accessibility trees to compare with, readable and beside their specs.
  snapshotPathTemplate: '{testDir}/../snapshots/{arg}{ext}',
  projects: [
    // The window against a scripted main process, in a plain browser.
    { name: 'component', testDir: 'tests/component' },
    { name: 'e2e', testDir: 'tests/e2e' },
  ],
  reporter: [['list'], ['json', { outputFile: 'artifacts/reports/playwright.json' }]],
});
