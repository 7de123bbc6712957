/** What leads through the program: the introduction, the palette, the keys. */
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const calls = (page: Page) =>
  page.evaluate(() => window.bridgeDouble.log.map(({ name, input }) => ({ name, input })));

test('the introduction comes at the first start, can be skipped, and ends where one writes', async ({
  open,
}) => {
  const page = await open({ script: { settings: { isOnboarded: false } } });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A secret travels in two halves');
  await page.getByRole('button', { name: 'Skip the introduction' }).click();
  await expect(page.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
  expect(await calls(page)).toContainEqual({ name: 'settings.set', input: { isOnboarded: true } });
});

test('the introduction leads to a service of one’s own and goes through by keyboard alone', async ({
  open,
}) => {
  const page = await open({ script: { settings: { isOnboarded: false } } });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press('Tab', 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Who carries it?' })).toBeFocused();
  await press('Tab', 'ArrowDown', 'Tab', 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Add an account' });
  await dialog.getByRole('radio', { name: 'Anonymously' }).check();
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(page.getByText('New secrets go to “EnigmaCrypt”.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.getByRole('button', { name: /^Choose a shortcut/ }).press('Enter');
  await press('Control+Alt+S');
  await expect(page.getByRole('button', { name: /^Change the shortcut/ })).toBeFocused();
  expect(await calls(page)).toContainEqual({
    name: 'shortcuts.set',
    input: { mode: 'write', accelerator: 'Control+Alt+S' },
  });
  await page.getByRole('button', { name: 'Write the first secret' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
});

test('the introduction is shown again without losing what was written', async ({ open }) => {
  const page = await open();
  await page.getByRole('textbox', { name: 'Your secret' }).fill('half a thought');
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Show the introduction' }).click();
  await page.getByRole('button', { name: 'Skip the introduction' }).click();
  await expect(page.getByRole('textbox', { name: 'Your secret' })).toHaveValue('half a thought');
});

test('the palette finds a command in either language and leads there', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a command' });
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await field.fill('enviados');
  const first = page.getByRole('option').first();
  await expect(first).toHaveText(/Go to Sent/);
  await expect(field).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing sent yet' })).toBeFocused();
});

test('closing the palette gives the focus back to where one was writing', async ({ open }) => {
  const page = await open();
  await page.getByRole('textbox', { name: 'Your secret' }).fill('text?');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
});

test('a question mark is one while writing, and shows the keys otherwise', async ({ open }) => {
  const page = await open();
  await expect(page.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
  await page.keyboard.type('why?');
  await expect(page.getByRole('textbox', { name: 'Your secret' })).toHaveValue('why?');
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
});

test('sealing, sending and copying are said aloud', async ({ open }) => {
  const page = await open({ script: { hanging: ['shares.send'] } });
  await page.getByRole('textbox', { name: 'Your secret' }).fill('aloud');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Sending' })).toHaveCount(1);
  const other = await open();
  await other.getByRole('textbox', { name: 'Your secret' }).fill('aloud');
  await other.keyboard.press('Control+Enter');
  await other.getByRole('button', { name: 'Copy link' }).click();
  await expect(other.getByRole('status').filter({ hasText: 'Link copied' })).toHaveCount(1);
});
