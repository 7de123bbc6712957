import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from './program.ts';

/**
 * What the old main window leaves behind is a new one that shows the lock. Other windows come and go meanwhile: the
 * one that looks at the clipboard, the quick one that is kept ready.
 */
export async function becomesLocked(app: ElectronApplication, lock: () => Promise<unknown>): Promise<Page> {
  const mainWindow = (): Page | undefined =>
    app.windows().find((each) => each.url().endsWith('/index.html') && !each.isClosed());
  const before = mainWindow();
  await lock();
  await expect.poll(() => mainWindow() !== undefined && mainWindow() !== before).toBe(true);
  const window = mainWindow();
  if (window === undefined) throw new Error('the main window has gone again');
  await expect(window.getByRole('heading', { name: 'Locked' })).toBeVisible();
  return window;
}
