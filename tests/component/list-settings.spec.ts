import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const openSettings = (page: Page): Promise<void> => page.keyboard.press('Control+4');

const inputsOf = (page: Page, call: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) => window.bridgeDouble.log.filter(({ name }) => name === wanted).map(({ input }) => input),
    call,
  );

test('what is notified of has a switch each, and names are off', async ({ open }) => {
  const page = await open();
  await openSettings(page);
  await expect(page.getByRole('checkbox', { name: /With the name/ })).not.toBeChecked();
  await page.getByRole('checkbox', { name: /opened for the first time/ }).uncheck();
  await page.getByRole('checkbox', { name: /An hour before/ }).uncheck();
  await expect(page.getByRole('checkbox', { name: /With the name/ })).toBeHidden();
  expect(await inputsOf(page, 'settings.set')).toEqual([{ notifyOpened: false }, { notifyExpiring: false }]);
});

test('an export with what deletes secrets takes a passphrase, another does not', async ({ open }) => {
  const page = await open();
  await openSettings(page);
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export your list' });
  await dialog.getByRole('checkbox', { name: /Include what deletes/ }).check();
  await dialog.getByLabel('Passphrase for the file').fill('short');
  await dialog.getByRole('button', { name: 'Choose where to save' }).click();
  await expect(dialog.getByLabel('Passphrase for the file')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Passphrase for the file').fill('long enough words');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/exported to sent-secrets.json/).first()).toBeVisible();
  expect(await inputsOf(page, 'ledger.export')).toMatchObject([
    { format: 'json', passphrase: 'long enough words' },
  ]);
});

test('a sealed import asks for its passphrase and says what came of it', async ({ open }) => {
  const page = await open({
    script: {
      imported: [
        { outcome: 'needs-passphrase' },
        { outcome: 'failed', why: 'wrong-passphrase' },
        { outcome: 'imported', added: 3, known: 2, unreadable: 0 },
      ],
    },
  });
  await openSettings(page);
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'This export is sealed' });
  await dialog.getByLabel('Passphrase of the file').fill('wrong');
  await dialog.getByRole('button', { name: 'Open it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('does not open');
  await dialog.getByLabel('Passphrase of the file').fill('right');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 entries added. 2 were there already.').first()).toBeVisible();
});

test('without a keychain the list is put under a passphrase, given twice', async ({ open }) => {
  const page = await open({ script: { place: 'memory', info: { keychain: 'memory' } } });
  await openSettings(page);
  await page.getByRole('button', { name: 'Keep it under a passphrase' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery');
  await page.getByLabel('Passphrase, once more').fill('correct horse');
  await page.getByRole('button', { name: 'Seal the list' }).click();
  await expect(page.getByText('The two are not the same.')).toBeVisible();
  await page.getByLabel('Passphrase, once more').fill('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page.getByText('kept sealed on this computer, under your passphrase')).toBeVisible();
});

test('a passphrase is changed by somebody who knows it', async ({ open }) => {
  const page = await open({ script: { place: 'passphrase', unlock: 'wrong' } });
  await openSettings(page);
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the passphrase of your list' });
  await dialog.getByLabel('The one it has now').fill('a guess');
  await dialog.getByLabel('New passphrase', { exact: true }).fill('several new words');
  await dialog.getByLabel('New passphrase, once more').fill('several new words');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Nothing was changed');
  await page.evaluate(() => {
    window.bridgeDouble.change({ unlock: 'opened' });
  });
  await dialog.getByLabel('The one it has now').fill('the right one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your list is under the new passphrase.').first()).toBeVisible();
  expect(await inputsOf(page, 'ledger.changePassphrase')).toMatchObject([
    { current: 'a guess' },
    { current: 'the right one', next: 'several new words' },
  ]);
});

test('a locked list is opened by its passphrase', async ({ open }) => {
  const page = await open({ script: { place: 'locked', unlock: 'wrong' } });
  await openSettings(page);
  await page.getByRole('button', { name: 'Open your list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open your list' });
  await dialog.getByLabel('Passphrase').fill('wrong one');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Nothing was changed');
  await page.evaluate(() => {
    window.bridgeDouble.change({ unlock: 'opened' });
  });
  await dialog.getByLabel('Passphrase').fill('the right one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your list is open.').first()).toBeVisible();
});

test('erasing waits for a yes, and lists what went and what remains elsewhere', async ({ open }) => {
  const page = await open({
    script: {
      erased: {
        erased: ['ledger', 'settings'],
        kept: ['keychain'],
        remains: [{ name: 'Work', origin: 'https://enigmacrypt.app', count: 3 }],
      },
    },
  });
  await openSettings(page);
  await page.getByRole('button', { name: 'Erase everything…' }).click();
  const erase = page.getByRole('dialog').getByRole('button', { name: 'Erase everything', exact: true });
  await expect(erase).toBeDisabled();
  await page.getByRole('checkbox', { name: /nothing of it can be brought back/ }).check();
  await erase.click();
  const outcome = page.getByRole('dialog', { name: 'Not everything could be erased' });
  await expect(outcome).toContainText('the list');
  await expect(outcome).toContainText('tokens, keys and kept passwords in the keychain');
  await expect(outcome).toContainText('Work: 3 secrets');
});
