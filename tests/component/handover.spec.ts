import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

async function seal(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Your secret' }).fill('a secret');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^Sealed/ }).waitFor();
}

/** What a paste into a field of this page brings: the clipboard itself is closed to the window. */
async function pasted(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Link or sealed text' });
  await field.fill('');
  await field.focus();
  await page.keyboard.press('Control+v');
  const text = await field.inputValue();
  await page.getByRole('button', { name: 'Compose', exact: true }).click();
  return text;
}

const panel = (page: Page, name: 'The link' | 'The password') => page.getByRole('listitem', { name });

test('link and password are copied one by one, never together', async ({ open }) => {
  const page = await open();
  await seal(page);
  const link = await panel(page, 'The link').locator('[translate=no]').innerText();
  const password = (await panel(page, 'The password').locator('[translate=no]').innerText()).replaceAll(
    '\n',
    '',
  );
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  expect(await pasted(page)).toBe(link);
  await page.getByRole('button', { name: 'Copy password' }).click();
  await expect(page.getByRole('button', { name: 'Password copied' })).toBeVisible();
  expect(await pasted(page)).toBe(password);
  expect(password.split('-').length).toBeGreaterThanOrEqual(6);
});

test('the message for the recipient has the link and the moment, not the password, in both languages', async ({
  open,
}) => {
  const page = await open();
  await seal(page);
  const link = await panel(page, 'The link').locator('[translate=no]').innerText();
  const password = (await panel(page, 'The password').locator('[translate=no]').innerText()).replaceAll(
    '\n',
    '',
  );
  await page.getByRole('button', { name: 'Message for the recipient' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(link);
  await expect(dialog).toContainText(String(new Date(Date.now() + 7 * 86_400_000).getFullYear()));
  await expect(dialog).not.toContainText(password);
  await dialog.getByRole('radio', { name: 'Español' }).click();
  await expect(dialog).toContainText('El enlace caduca el');
  await expect(dialog).not.toContainText(password);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Message for the recipient' })).toBeFocused();
});

test('closing without having copied the password asks first, and leaves nothing behind', async ({ open }) => {
  const page = await open();
  await seal(page);
  const password = (await panel(page, 'The password').locator('[translate=no]').innerText()).replaceAll(
    '\n',
    '',
  );
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect(panel(page, 'The password')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Close anyway' }).click();
  await expect(page.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Your secret' })).toHaveValue('');
  expect(await page.content()).not.toContain(password);
});

test('a look at another view does not lose the password', async ({ open }) => {
  const page = await open();
  await seal(page);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(panel(page, 'The password')).toBeVisible();
});

test('what waits to be sent says so, and gives the password but no link', async ({ open }) => {
  const page = await open({ script: { send: 'waiting' } });
  await seal(page);
  await expect(page.getByRole('heading', { name: 'Sealed. It waits to be sent.' })).toBeVisible();
  await expect(panel(page, 'The link')).toContainText('cannot be reached');
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy password' })).toBeVisible();
});
