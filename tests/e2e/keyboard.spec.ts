/** One person, no pointer: from the first start to the list, and back where the window was. */
import { violationsOf } from '../component/axe.ts';
import { expect, test } from './support/program.ts';

test('everything from the first start to the list goes by keyboard alone', async ({ launch }) => {
  // axe is evaluated as a text, which the window's policy rightly refuses to its own scripts.
  test.info().annotations.push({ type: 'breaks-the-policy' });
  const program = await launch({ isFirstStart: true });
  const { app, window, userData } = program;
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await window.keyboard.press(key);
  };
  const focused = window.locator(':focus');
  const tabTo = async (name: string | RegExp): Promise<void> => {
    for (let steps = 0; steps < 40; steps += 1) {
      const control = window.getByRole('button', { name }).and(focused);
      if ((await control.count()) > 0) return;
      await press('Tab');
    }
    throw new Error(`Tab never reaches ${String(name)}`);
  };

  await expect(
    window.getByRole('heading', { level: 1, name: 'A secret travels in two halves' }),
  ).toBeFocused();
  expect(await violationsOf(window)).toEqual([]);
  for (let step = 0; step < 2; step += 1) {
    await tabTo('Continue');
    await press('Enter');
  }
  await tabTo('Write the first secret');
  await press('Enter');

  await expect(window.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
  await window.keyboard.type('typed, never clicked');
  await tabTo(/^When does it expire/);
  await press('Enter');
  await expect(window.getByRole('dialog')).toBeVisible();
  await press('ArrowUp', 'Escape');
  await expect(window.getByRole('button', { name: /^When does it expire\?: in 1 day/ })).toBeFocused();
  expect(await violationsOf(window)).toEqual([]);
  await press('Control+Enter');
  await expect(window.getByRole('heading', { level: 1, name: /^Sealed/ })).toBeFocused();
  await tabTo('Copy link');
  await press('Enter');
  await expect(window.getByRole('button', { name: 'Link copied' })).toBeVisible();
  await tabTo('Copy password');
  await press('Enter');
  await expect(window.getByRole('button', { name: 'Password copied' })).toBeVisible();
  expect(await violationsOf(window)).toEqual([]);

  await press('Control+k');
  await expect(window.getByRole('combobox')).toBeFocused();
  await window.keyboard.type('sent');
  await press('Enter');
  await expect(window.getByRole('grid')).toBeVisible();
  await press('Control+k');
  await expect(window.getByRole('combobox')).toBeFocused();
  await window.keyboard.type('ajustes');
  await press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
  await press('?');
  await expect(window.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await press('Escape');
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();

  // The menu bar's own words and commands, and the window's place, which the next start finds again.
  const labels = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label),
  );
  expect(labels).toEqual(['File', 'Edit', 'View', 'Help']);
  await app.evaluate(({ Menu }) => {
    const help = Menu.getApplicationMenu()?.items.at(-1)?.submenu;
    help?.items.find(({ label }) => label === 'About EnigmaCrypt')?.click();
  });
  await expect(window.getByRole('dialog', { name: 'About EnigmaCrypt' })).toBeVisible();
  const place = { x: 40, y: 60, width: 900, height: 600 };
  await app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, place);
  await program.quit();

  const again = await launch({ userData });
  await expect(again.window.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
  const size = await again.app.evaluate(({ BrowserWindow }) => {
    const { width, height } = BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? {};
    return { width, height };
  });
  expect(size).toEqual({ width: place.width, height: place.height });
});
