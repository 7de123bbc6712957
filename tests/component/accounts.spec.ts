import type { Locator, Page } from '@playwright/test';
import type { CallName } from '../../src/shared/bridge/names.ts';
import { builtinAccount, otherAccount } from '../fakes/accounts.ts';
import { expect, test } from './app.ts';

const TOKEN = 'enigma_AbCdEf0123456789';

async function openAccounts(page: Page): Promise<void> {
  await page.getByRole('status', { name: 'Service' }).getByRole('button').click();
  await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
}

async function openForm(page: Page): Promise<Locator> {
  await openAccounts(page);
  await page.getByRole('button', { name: 'Add an account' }).click();
  return page.getByRole('dialog', { name: 'Add an account' });
}

const account = (page: Page, name: string): Locator => page.getByRole('listitem', { name, exact: true });

const show = (page: Page, name: string): Promise<void> =>
  account(page, name).getByRole('heading').getByRole('button').click();

const paste = (field: Locator, text: string): Promise<void> =>
  field.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);

const inputsOf = (page: Page, name: CallName): Promise<unknown[]> =>
  page.evaluate(
    (wanted) => window.bridgeDouble.log.filter((record) => record.name === wanted).map(({ input }) => input),
    name,
  );

test('the ready-made service needs a token and nothing else', async ({ open }) => {
  const page = await open();
  const form = await openForm(page);
  await paste(form.getByRole('textbox', { name: 'Token' }), TOKEN);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form).toBeHidden();
  expect(await inputsOf(page, 'accounts.add')).toMatchObject([
    { name: 'EnigmaCrypt', origin: 'https://enigmacrypt.app', token: TOKEN, hash: 'SHA-256' },
  ]);
  await expect(account(page, 'EnigmaCrypt')).toContainText('New secrets go here');
  await expect(account(page, 'EnigmaCrypt')).toContainText('In the system’s keychain');
  // Asked at once what it can do, and told where it matters.
  await expect(account(page, 'EnigmaCrypt')).toContainText('This service does not report accesses.');
  await expect(page.getByRole('status', { name: 'Service' })).toContainText('EnigmaCrypt');
});

test('what clings to a pasted token is taken away where it is seen', async ({ open }) => {
  const page = await open();
  const form = await openForm(page);
  const field = form.getByRole('textbox', { name: 'Token' });
  await paste(field, ` Authorization: Bearer “${TOKEN.slice(0, 12)}\r\n${TOKEN.slice(12)}”\n`);
  await expect(field).toHaveValue(TOKEN);
  await expect(form.getByText(/^Cleaned: /)).toBeVisible();
});

test('what is no token is said at once, and is not sent anywhere', async ({ open }) => {
  const page = await open();
  const form = await openForm(page);
  await paste(form.getByRole('textbox', { name: 'Token' }), 'ghp_0123456789abcdef');
  await expect(form.getByText(/^This is not a token/)).toBeVisible();
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form).toBeVisible();
  expect(await inputsOf(page, 'accounts.add')).toEqual([]);
});

test('a token typed letter by letter is not called wrong before it is one', async ({ open }) => {
  const page = await open();
  const form = await openForm(page);
  await form.getByRole('textbox', { name: 'Token' }).pressSequentially('enigma_Ab');
  await expect(form.getByText(/^This is not a token/)).toBeHidden();
  await form.getByRole('textbox', { name: 'Token' }).pressSequentially(' !');
  await expect(form.getByText(/^This is not a token/)).toBeVisible();
});

for (const [typed, words] of [
  ['', 'Enter the address of the service.'],
  ['https://user@example.org', 'This is not the address of a service.'],
  ['http://example.org', 'This address is not encrypted.'],
] as const) {
  test(`the address “${typed}” is not taken, and the reason is said`, async ({ open }) => {
    const page = await open();
    const form = await openForm(page);
    await form.getByRole('radio', { name: 'Another service' }).click();
    await form.getByRole('textbox', { name: 'Address' }).fill(typed);
    // As slow as a hand: what the field says when it is left must not move the choice away under it.
    await form.getByRole('radio', { name: 'Anonymously' }).click({ delay: 120 });
    await expect(form.getByRole('radio', { name: 'Anonymously' })).toBeChecked();
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(form.getByText(words)).toBeVisible();
    expect(await inputsOf(page, 'accounts.add')).toEqual([]);
  });
}

test('plain http in a local network goes after a warning was accepted, and not before', async ({ open }) => {
  const page = await open();
  const form = await openForm(page);
  await form.getByRole('radio', { name: 'Another service' }).click();
  await form.getByRole('textbox', { name: 'Address' }).fill('http://192.168.1.20:8443/');
  await form.getByRole('radio', { name: 'Anonymously' }).click();
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByText('Accept this first')).toBeVisible();
  expect(await inputsOf(page, 'accounts.add')).toEqual([]);
  await form.getByRole('checkbox', { name: 'I trust everyone in this network' }).check();
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(account(page, '192.168.1.20:8443')).toContainText('Not encrypted on the way');
  expect(await inputsOf(page, 'accounts.add')).toMatchObject([{ acceptInsecure: true, token: null }]);
});

test('a keychain that does not take the token adds nothing, and what was filled in stays', async ({
  open,
}) => {
  const page = await open({ script: { keychainRefuses: true } });
  const form = await openForm(page);
  await paste(form.getByRole('textbox', { name: 'Token' }), TOKEN);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('The keychain did not take the token');
  await expect(form.getByRole('textbox', { name: 'Token' })).toHaveValue(TOKEN);
});

test('a form that was closed has forgotten the token', async ({ open }) => {
  const page = await open();
  const form = await openForm(page);
  await paste(form.getByRole('textbox', { name: 'Token' }), TOKEN);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form).toBeHidden();
  await page.getByRole('button', { name: 'Add an account' }).click();
  await expect(form.getByRole('textbox', { name: 'Token' })).toHaveValue('');
  expect(await page.content()).not.toContain(TOKEN);
});

test('a token is replaced without the old one being shown', async ({ open }) => {
  const page = await open({ script: { accounts: [otherAccount()] } });
  await openAccounts(page);
  await show(page, 'Work');
  await account(page, 'Work').getByRole('button', { name: 'Replace' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace the token of Work' });
  await expect(dialog.getByRole('textbox', { name: 'Token' })).toHaveValue('');
  await paste(dialog.getByRole('textbox', { name: 'Token' }), TOKEN);
  await dialog.getByRole('button', { name: 'Store' }).click();
  await expect(dialog).toBeHidden();
  expect(await inputsOf(page, 'accounts.setToken')).toEqual([{ id: 'work', token: TOKEN }]);
  expect(await page.content()).not.toContain(TOKEN);
});

test('a token is removed after a question, and the account sends anonymously', async ({ open }) => {
  const page = await open({ script: { accounts: [otherAccount()] } });
  await openAccounts(page);
  await show(page, 'Work');
  await account(page, 'Work').getByRole('button', { name: 'Remove token' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove token' }).click();
  await expect(account(page, 'Work')).toContainText('None: sent anonymously');
  await expect(account(page, 'Work')).toContainText('20 of 20 left in 15 minutes');
});

for (const [place, words] of [
  ['this-run', 'For this run only'],
  ['missing', 'Add it again.'],
  ['unavailable', 'The keychain did not answer'],
] as const) {
  test(`a token that is ${place} is said in words`, async ({ open }) => {
    const page = await open({ script: { accounts: [otherAccount({ token: place })] } });
    await openAccounts(page);
    await show(page, 'Work');
    await expect(account(page, 'Work').getByText(words, { exact: words !== 'Add it again.' })).toBeVisible();
  });
}

test('an account is renamed, and an empty name is not taken', async ({ open }) => {
  const page = await open({ script: { accounts: [otherAccount()] } });
  await openAccounts(page);
  await show(page, 'Work');
  await account(page, 'Work').getByRole('button', { name: 'Rename' }).click();
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
  await name.fill(' ');
  await name.press('Enter');
  await expect(page.getByText('Give it a name to tell it by.')).toBeVisible();
  await name.fill('Client A');
  await name.press('Enter');
  await expect(account(page, 'Client A')).toBeVisible();
});

test('an account leaves after a question that says what stays', async ({ open }) => {
  const page = await open({ script: { accounts: [otherAccount({ isCurrent: true })] } });
  await openAccounts(page);
  await account(page, 'Work').getByRole('button', { name: 'Remove', exact: true }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove Work?' });
  await expect(question).toContainText('Its token leaves the keychain.');
  await expect(question).toContainText('stays in your list');
  await question.getByRole('button', { name: 'Remove account' }).click();
  await expect(account(page, 'Work')).toBeHidden();
  await expect(account(page, 'Built-in service')).toContainText('New secrets go here');
});

test('an account whose token the keychain keeps back stays', async ({ open }) => {
  const page = await open({ script: { accounts: [otherAccount()], keychainRefuses: true } });
  await openAccounts(page);
  await show(page, 'Work');
  await account(page, 'Work').getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove account' }).click();
  await expect(page.getByText('so the account stays').first()).toBeVisible();
  await expect(account(page, 'Work')).toBeVisible();
});

test('the built-in service can be neither renamed nor removed', async ({ open }) => {
  const page = await open();
  await openAccounts(page);
  for (const name of ['Rename', 'Remove', 'Replace', 'Change'])
    await expect(account(page, 'Built-in service').getByRole('button', { name, exact: true })).toBeHidden();
});

test('a service that cannot be checked says why and what to do', async ({ open }) => {
  const page = await open({
    script: {
      accounts: [otherAccount()],
      check: { outcome: 'failed', reason: { code: 'not-the-service', status: 200 } },
    },
  });
  await openAccounts(page);
  await show(page, 'Work');
  await account(page, 'Work').getByRole('button', { name: 'Check now' }).click();
  await expect(account(page, 'Work').getByRole('alert')).toContainText(
    'Something else answered at this address.',
  );
});

test('new secrets follow the account’s defaults until the person has chosen', async ({ open }) => {
  const strict = otherAccount({ defaults: { lifetimeSeconds: 3600, maxAccess: 5 } });
  const page = await open({ script: { accounts: [strict] } });
  const expiry = page.getByRole('button', { name: /^When does it expire/ });
  await expect(expiry).toContainText('in 7 days');
  await page.getByRole('button', { name: /^To which service/ }).click();
  await page.getByRole('radio', { name: /^Work/ }).click();
  await expect(expiry).toContainText('in 1 hour');
  await expect(page.getByRole('button', { name: /^How many times/ })).toContainText('5 times');
  await expiry.click();
  await page.getByRole('radio', { name: /^in 30 days/ }).click();
  await page.getByRole('button', { name: /^To which service/ }).click();
  await page.getByRole('radio', { name: /^Built-in/ }).click();
  await expect(expiry).toContainText('in 30 days');
  await expect(page.getByRole('button', { name: /^How many times/ })).toContainText('once');
});

test('defaults are changed in place', async ({ open }) => {
  const page = await open();
  await openAccounts(page);
  await account(page, 'Built-in service').getByLabel('Expire').selectOption('in 1 day');
  await account(page, 'Built-in service')
    .getByLabel('Open', { exact: true })
    .selectOption('any number of times');
  expect(await inputsOf(page, 'accounts.change')).toEqual([
    { id: 'builtin', defaults: { lifetimeSeconds: 86_400, maxAccess: 1 } },
    { id: 'builtin', defaults: { lifetimeSeconds: 86_400, maxAccess: null } },
  ]);
});

test('an account for older recipients seals in their way', async ({ open }) => {
  const page = await open({ script: { accounts: [otherAccount({ isCurrent: true })] } });
  await openAccounts(page);
  await account(page, 'Work').getByRole('button', { name: 'Change', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /^SHA-1/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(account(page, 'Work')).toContainText('SHA-1, for older recipients');

  await page.keyboard.press('Control+1');
  await page.getByRole('textbox', { name: 'Your secret' }).fill('for an old page');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^Sealed/ }).waitFor();
  const password = (
    await page.getByRole('listitem', { name: 'The password' }).locator('[translate=no]').innerText()
  ).replaceAll('\n', '');
  const [sent] = (await inputsOf(page, 'shares.send')) as { envelope: string }[];
  await page.keyboard.press('Control+3');
  await page.getByRole('textbox', { name: 'Link or sealed text' }).fill(sent!.envelope);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: 'Show the secret' }).click();
  await expect(page.getByText('for an old page').last()).toBeVisible();
  expect(await derivedWith(page, 'SHA-1', sent!.envelope, password)).toBe(true);
  expect(await derivedWith(page, 'SHA-256', sent!.envelope, password)).toBe(false);
});

/** Whether a key derived with this hash, and not the other, takes the envelope's last block off. */
const derivedWith = (page: Page, hash: string, envelope: string, password: string): Promise<boolean> =>
  page.evaluate(
    async ([name, text, secret]) => {
      const bytes = (hex: string): Uint8Array<ArrayBuffer> =>
        Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
      const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'PBKDF2', false, [
        'deriveBits',
        'deriveKey',
      ]);
      const key = await crypto.subtle.deriveKey(
        { name: 'PBKDF2', hash: name!, salt: bytes(text!.slice(0, 32)), iterations: 100_000 },
        base,
        { name: 'AES-CBC', length: 256 },
        false,
        ['decrypt'],
      );
      const sealed = Uint8Array.from(atob(text!.slice(64)), (character) => character.charCodeAt(0));
      try {
        const opened = await crypto.subtle.decrypt(
          { name: 'AES-CBC', iv: bytes(text!.slice(32, 64)) },
          key,
          sealed,
        );
        return new TextDecoder().decode(opened).startsWith('{');
      } catch {
        return false;
      }
    },
    [hash, envelope, password],
  );

test('the budget is in sight before it runs out, and when it is free again', async ({ open }) => {
  const low = otherAccount({ isCurrent: true, budget: { limit: 20, remaining: 4, freeAt: null } });
  const page = await open({ script: { accounts: [low] } });
  const foot = page.getByRole('status', { name: 'Service' });
  await expect(foot).toContainText('4 of 20 left');
  const freeAt = new Date(Date.now() + 4 * 60_000).toISOString();
  await page.evaluate(
    (accounts) => {
      window.bridgeDouble.setAccounts(accounts);
    },
    [
      { ...builtinAccount(), isCurrent: false },
      { ...low, budget: { limit: 20, remaining: 0, freeAt } },
    ],
  );
  await expect(foot).toContainText('Used up until');
  await openAccounts(page);
  await expect(account(page, 'Work')).toContainText('The next one is free in 4 minutes');
});

test('the settings lead to the accounts', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('Control+4');
  await expect(page.getByText('New secrets go to Built-in service.')).toBeVisible();
  await page.getByRole('button', { name: 'Manage accounts' }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeFocused();
});
