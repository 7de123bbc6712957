/** The component page: every component in every state, against pictures of it, and by axe. */
import type { Browser, Page } from '@playwright/test';
import { buildGallery } from './app-server.ts';
import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';

/** What appears above the page, by what opens it. */
const FLOATING = [
  ['Open a dialog', 'dialog'],
  ['Ask a question', 'alertdialog'],
  ['Open the palette', 'combobox'],
  ['When does it expire?: in 7 days', 'dialog'],
] as const;

async function openGallery(browser: Browser, origin: string): Promise<Page> {
  await buildGallery();
  // Half the pixels: small pictures, and how a machine smooths its letters hardly shows.
  const context = await browser.newContext({
    viewport: { width: 960, height: 800 },
    deviceScaleFactor: 0.5,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${origin}/gallery/index.html`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

test('every component in every state looks as it did, and axe finds nothing, in each theme', async ({
  browser,
  origin,
}) => {
  const page = await openGallery(browser, origin);
  const ways = [
    { name: 'light', colorScheme: 'light', forcedColors: 'none' },
    { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
    { name: 'forced', colorScheme: 'dark', forcedColors: 'active' },
  ] as const;
  for (const { name, ...media } of ways) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    // Tall enough to hold the page: it scrolls within itself.
    const height = await page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 0);
    await page.setViewportSize({ width: 960, height: Math.ceil(height / 100) * 100 });
    await expect(page).toHaveScreenshot(`gallery-${name}.png`, {
      animations: 'disabled',
      scale: 'device',
      // Another version of the browser draws letters and lines a little differently.
      threshold: 0.3,
      maxDiffPixelRatio: 0.01,
    });
    if (name !== 'forced') expect(await violationsOf(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  for (const [name, role] of FLOATING) {
    await page.getByRole('button', { name }).click();
    await page.getByRole(role).first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name })).toBeVisible();
  }
  await page.context().close();
});
