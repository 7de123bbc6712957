import type { Page } from '@playwright/test';
import { otherAccount } from '../fakes/accounts.ts';
import { expect, test } from './app.ts';
import { longOnes, oneOfEach } from './sample-shares.ts';

async function openSent(page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.getByRole('grid').waitFor();
}

const row = (page: Page, name: RegExp) => page.getByRole('row', { name });
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });

async function sealWaiting(page: Page): Promise<string> {
  await page.getByRole('textbox', { name: 'Your secret' }).fill('a secret');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^Sealed/ }).waitFor();
  const shown = page.getByRole('listitem', { name: 'The password' }).locator('[translate=no]');
  return (await shown.innerText()).replaceAll('\n', '');
}

test('what missed its expiry is asked about, and goes out with another one', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  await row(page, /Guest access/).click();
  await expect(details(page)).toContainText('Its expiry passed before it could be sent');
  await details(page).getByRole('button', { name: 'Send with another expiry' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send “Guest access” with another expiry' });
  await dialog.getByRole('radio', { name: /^in 1 day/ }).click();
  await dialog.getByRole('button', { name: 'Send now' }).click();
  await expect(row(page, /Guest access/)).toContainText('Not opened yet');
  const inputs = await page.evaluate(() =>
    window.bridgeDouble.log.filter(({ name }) => name === 'shares.retry').map(({ input }) => input),
  );
  const { expiresAt } = inputs[0] as { expiresAt: string };
  expect(Math.abs(Date.parse(expiresAt) - Date.now() - 86_400_000)).toBeLessThan(60_000);
});

test('what waits is cancelled after a question, and leaves the list', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  await row(page, /Signing key/).hover();
  await row(page, /Signing key/)
    .getByRole('button', { name: 'Cancel sending' })
    .click();
  const question = page.getByRole('alertdialog', { name: 'Cancel sending “Signing key”?' });
  await expect(question).toContainText('this program has no other copy');
  await question.getByRole('button', { name: 'Cancel sending' }).click();
  await expect(row(page, /Signing key/)).toBeHidden();
  await expect(page.getByText('Cancelled. Nothing was sent.').first()).toBeVisible();
});

for (const [outcome, words] of [
  ['may-have-arrived', 'it may have arrived already'],
  ['sent-already', 'Too late: it has been sent.'],
] as const) {
  test(`a cancelling that came too late is told as it is: ${outcome}`, async ({ open }) => {
    const page = await open({ script: { shares: oneOfEach(), cancel: outcome } });
    await openSent(page);
    await row(page, /VPN profile/).click();
    await details(page).getByRole('button', { name: 'Cancel sending' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel sending' }).click();
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(row(page, /VPN profile/)).toBeVisible();
  });
}

test('a service that does not report is never shown as “0 of 1”', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach(), accounts: [otherAccount()] } });
  await openSent(page);
  await expect(row(page, /Recovery codes/)).toContainText('not reported');
  await row(page, /Recovery codes/).click();
  await expect(details(page)).toContainText('This service does not report accesses.');
});

test('a line whose account is gone offers nothing the service would have to do', async ({ open }) => {
  const page = await open({ script: { shares: longOnes() } });
  await openSent(page);
  await row(page, /Donau/).click();
  await expect(details(page)).toContainText('Its account was removed');
  await expect(details(page).getByRole('button', { name: 'Delete at the service' })).toBeHidden();
  await expect(details(page).getByRole('button', { name: 'Remove from this list' })).toBeVisible();
});

test('a password is kept until the link exists, wrapped, and forgotten when both were copied', async ({
  open,
}) => {
  const page = await open({ script: { send: 'waiting' } });
  const password = await sealWaiting(page);
  await page.getByRole('button', { name: /^Keep the password in the keychain/ }).click();
  await expect(page.getByText(/^Kept in the keychain/)).toBeVisible();
  // Kept, it may be left without a question.
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('textbox', { name: 'Your secret' })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(window.bridgeDouble.log))).not.toContain(password);

  await openSent(page);
  await row(page, /No name/).click();
  // It can be copied unseen.
  await details(page).getByRole('button', { name: 'Copy password' }).click();
  await expect(page.getByText('Password copied').first()).toBeVisible();
  await expect(details(page)).not.toContainText(password);
  await details(page).getByRole('button', { name: 'Show kept password' }).click();
  const shown = details(page).getByRole('region', { name: 'Kept password' }).locator('[translate=no]');
  expect((await shown.innerText()).replaceAll('\n', '')).toBe(password);
  // Without a link it stays.
  await details(page).getByRole('button', { name: 'Copy password' }).click();
  await expect(details(page).getByRole('region', { name: 'Kept password' })).toBeVisible();

  await details(page).getByRole('button', { name: 'Send now' }).click();
  await expect(details(page).getByRole('button', { name: 'Copy link' })).toBeVisible();
  await details(page).getByRole('button', { name: 'Copy password' }).click();
  await expect(details(page).getByRole('region', { name: 'Kept password' })).toBeHidden();
  await expect(details(page)).toContainText('The secret and its password are not kept here.');
});

test('a kept password is out of sight as soon as the view is', async ({ open }) => {
  const page = await open({ script: { send: 'waiting' } });
  const password = await sealWaiting(page);
  await page.getByRole('button', { name: /^Keep the password in the keychain/ }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await openSent(page);
  await row(page, /No name/).click();
  await details(page).getByRole('button', { name: 'Show kept password' }).click();
  await details(page).locator('[translate=no]').last().waitFor();
  await page.keyboard.press('Control+3');
  await expect
    .poll(async () => (await page.locator('#root').evaluate((root) => root.textContent)).includes(password))
    .toBe(false);
});

test('a keychain that takes no password says so, and the view asks before it closes', async ({ open }) => {
  const page = await open({ script: { send: 'uncertain', keychainRefuses: true } });
  await sealWaiting(page);
  await page.getByRole('button', { name: /^Keep the password in the keychain/ }).click();
  await expect(page.getByText('The keychain did not take it.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Close without the password?' })).toBeVisible();
});

test('a link that comes while the hand-over is open takes its place there', async ({ open }) => {
  const page = await open({ script: { send: 'waiting' } });
  await sealWaiting(page);
  await page.evaluate(async () => {
    const { api, log } = window.bridgeDouble;
    const asked = log.find(({ name }) => name === 'ledger.entry');
    await api.calls['shares.retry'](asked?.input as { id: string });
  });
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sealed. Send two things, two ways.' })).toBeVisible();
});

test('diagnostics are read before they are copied', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Show diagnostics' }).click();
  const field = page.getByRole('textbox', { name: 'Diagnostics of this program' });
  await expect(field).toHaveValue(/^EnigmaCrypt Desktop 0\.1\.0/);
  await expect(field).not.toBeEditable();
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(page.getByRole('button', { name: 'Diagnostics copied' })).toBeVisible();
});
