/** The quick window in the real program. */
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from './program.ts';

export const hasShownQuick = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.isVisible() && window.webContents.getURL().endsWith('/quick.html'),
    ),
  );

/** Shown or kept ready. */
export const hasQuick = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((window) => window.webContents.getURL().endsWith('/quick.html')),
  );

/** The one that is shown; the one that is kept ready does not count. */
export async function shownQuick(app: ElectronApplication): Promise<Page> {
  let found: Page | undefined;
  await expect
    .poll(async () => {
      const isShown = await hasShownQuick(app);
      found = app.windows().find((page) => page.url().endsWith('/quick.html'));
      return isShown && found !== undefined;
    })
    .toBe(true);
  return found!;
}

/** Presses Escape, and waits until it is gone. */
export async function escape(app: ElectronApplication, quick: Page): Promise<void> {
  // The window is gone before the key is let go of.
  await quick.keyboard.press('Escape').catch(() => undefined);
  await expect.poll(() => hasShownQuick(app)).toBe(false);
}

/** Types a secret, and has its link and then its password copied, by keys alone. */
export async function shareQuickly(quick: Page, secret: string): Promise<void> {
  await expect(quick.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
  await quick.keyboard.type(secret);
  await quick.keyboard.press('Enter');
  await expect(quick.getByText('Link copied')).toBeVisible();
}

export async function copyPassword(quick: Page): Promise<void> {
  await expect(quick.getByRole('button', { name: 'Copy password' })).toBeFocused();
  await quick.keyboard.press('Enter');
  await expect(quick.getByText('Password copied')).toBeVisible();
}

export const shownWindows = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length,
  );
