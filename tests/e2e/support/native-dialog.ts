/** The desktop's own dialogs, which no page knows: found and pressed by another program. */
import { execFileSync } from 'node:child_process';
import type { ElectronApplication } from '@playwright/test';
import { pressKeys } from './other-programs.ts';
import { expect } from './program.ts';

/** The windows of a program that are on screen, as the display server has them. */
function windowsOf(app: ElectronApplication): readonly string[] {
  try {
    const search = ['search', '--onlyvisible', '--pid', String(app.process().pid)];
    return execFileSync('xdotool', search, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n');
  } catch {
    return [];
  }
}

/**
 * Answers a dialog by keys, one after another, once it is on screen and has the keyboard.
 *
 * @param open what makes it come up
 */
export async function answerDialog(
  app: ElectronApplication,
  open: () => Promise<unknown>,
  keys: readonly string[],
): Promise<void> {
  const before = windowsOf(app);
  await open();
  const dialog = (): string | undefined => windowsOf(app).find((id) => !before.includes(id));
  await expect.poll(dialog).toBeDefined();
  const id = dialog() ?? '';
  execFileSync('xdotool', ['windowfocus', '--sync', id], { timeout: 5_000 });
  for (const key of keys) await pressKeys(key);
  await expect.poll(() => windowsOf(app).includes(id)).toBe(false);
}
