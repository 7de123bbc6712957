import { webcrypto } from 'node:crypto';
import type { Page } from '@playwright/test';
import { createWebCryptoEngine } from '../../src/core/envelope/engines/webcrypto.ts';
import { createUtf8, seal } from '../../src/core/envelope/index.ts';
import { expect, test } from './app.ts';

const SECRET = 'line one\nline two — ñ 🔑';

async function sealOne(page: Page): Promise<{ link: string; password: string }> {
  await page.getByRole('textbox', { name: 'Your secret' }).fill(SECRET);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^Sealed/ }).waitFor();
  const text = async (name: string): Promise<string> =>
    (await page.getByRole('listitem', { name }).locator('[translate=no]').innerText()).replaceAll('\n', '');
  return { link: await text('The link'), password: await text('The password') };
}

async function openWith(page: Page, source: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Link or sealed text' }).fill(source);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Open', exact: true }).click();
}

const fetches = (page: Page): Promise<number> =>
  page.evaluate(() => window.bridgeDouble.log.filter(({ name }) => name === 'secrets.open').length);

test('a link opens with its password, shows on request, and is wiped on close', async ({ open }) => {
  const page = await open();
  const { link, password } = await sealOne(page);
  await page.keyboard.press('Control+3');
  await openWith(page, link, password);
  await expect(page.getByRole('heading', { name: 'Opened' })).toBeFocused();
  expect(await page.content()).not.toContain('line two');
  await page.getByRole('button', { name: 'Show the secret' }).click();
  await expect(page.getByRole('region', { name: 'The secret' })).toHaveText(SECRET);
  await page.getByRole('button', { name: 'Close and wipe' }).click();
  await expect(page.getByRole('textbox', { name: 'Link or sealed text' })).toHaveValue('');
  expect(await page.content()).not.toContain('line two');
});

test('a wrong password keeps what was fetched: the next try costs no access', async ({ open }) => {
  const page = await open();
  const { link, password } = await sealOne(page);
  await page.keyboard.press('Control+3');
  await openWith(page, link, 'not-the-password');
  await expect(page.getByRole('alert')).toContainText('This password does not open it');
  await openWith(page, link, password);
  await expect(page.getByRole('heading', { name: 'Opened' })).toBeVisible();
  expect(await fetches(page)).toBe(1);
});

test('a sealed text opens without asking any service', async ({ open }) => {
  const page = await open();
  const { password } = await sealOne(page);
  const envelope = await page.evaluate(() => {
    const sent = window.bridgeDouble.log.find(({ name }) => name === 'shares.send');
    return (sent?.input as { envelope: string }).envelope;
  });
  await page.keyboard.press('Control+3');
  await openWith(page, envelope, password);
  await expect(page.getByRole('heading', { name: 'Opened' })).toBeVisible();
  expect(await fetches(page)).toBe(0);
});

test('a secret is shown whatever date its sender wrote', async ({ open }) => {
  const tools = {
    ...{ engine: createWebCryptoEngine(webcrypto.subtle), utf8: createUtf8(TextEncoder, TextDecoder) },
    random: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)),
  };
  const created = '+999999-12-31T00:00:00Z';
  const sealed = await seal({ content: SECRET, password: 'linen', hash: 'SHA-256', created }, tools);
  const page = await open();
  await page.keyboard.press('Control+3');
  await openWith(page, sealed.ok ? sealed.value : '', 'linen');
  await expect(page.getByText(created)).toBeVisible();
  await page.getByRole('button', { name: 'Show the secret' }).click();
  await expect(page.getByRole('region', { name: 'The secret' })).toHaveText(SECRET);
});

test('a shown secret is covered again when its view is left', async ({ open }) => {
  const page = await open();
  const { link, password } = await sealOne(page);
  await page.keyboard.press('Control+3');
  await openWith(page, link, password);
  await page.getByRole('button', { name: 'Show the secret' }).click();
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('button', { name: 'Show the secret' })).toBeVisible();
});

test('a service that is read in the browser is handed to the browser', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('Control+3');
  await openWith(page, 'https://enigmacrypt.app/s/a8Kx9pQ2', 'anything');
  await page.getByRole('button', { name: 'Open in the browser' }).click();
  await expect(page.getByText('The link was handed to your browser.')).toBeVisible();
});

test('what is neither a link nor a sealed text is told apart from a wrong password', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('Control+3');
  await openWith(page, 'hello there', 'anything');
  await expect(page.getByRole('alert')).toContainText('neither a link to a secret nor a sealed text');
});
