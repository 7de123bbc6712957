/** The accounts, the outbox and kept passwords in every state. */
import type { Page } from '@playwright/test';
import type { Account } from '../../src/shared/bridge/models.ts';
import { otherAccount } from '../fakes/accounts.ts';
import { longOnes, oneOfEach } from './sample-shares.ts';
import { go, type Scene, sealed } from './scene.ts';

/** Accounts of every kind, with whatever can be the matter with them. */
const variousAccounts = (): Account[] => [
  otherAccount({
    abilities: { known: 'documented-only' },
    budget: { limit: 100, remaining: 97, freeAt: null },
  }),
  otherAccount({
    id: 'anonymous',
    name: 'Without a name',
    auth: 'anonymous',
    token: 'none',
    budget: { limit: 20, remaining: 3, freeAt: null },
  }),
  otherAccount({
    id: 'office',
    name: 'Office',
    origin: 'http://192.168.1.20:8443',
    isInsecure: true,
    token: 'missing',
    hash: 'SHA-1',
    defaults: { lifetimeSeconds: 3 * 3600, maxAccess: null },
    budget: { limit: 100, remaining: 0, freeAt: new Date(Date.now() + 4 * 60_000).toISOString() },
  }),
];

const goToAccounts = async (page: Page): Promise<void> => {
  await page.getByRole('status', { name: 'Service' }).getByRole('button').click();
  await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
};

const showAccount = async (page: Page, name: string): Promise<void> => {
  await goToAccounts(page);
  await page.getByRole('button', { name: /^Built-in service/, expanded: true }).click();
  await page.getByRole('button', { name: new RegExp(`^${name}`), expanded: false }).click();
};

const addAccount = async (page: Page): Promise<void> => {
  await goToAccounts(page);
  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.getByRole('dialog').waitFor();
};

const pasteInto = (page: Page, label: string, text: string): Promise<void> =>
  page.getByRole('textbox', { name: label }).evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);

const keepPassword = async (page: Page): Promise<void> => {
  await sealed(page);
  await page.getByRole('button', { name: /^Keep the password/ }).click();
  await page.getByText(/^Kept/).waitFor();
};

export const accountScenes: readonly Scene[] = [
  {
    name: 'settings-diagnostics',
    act: async (page) => {
      await go(page, 'Settings');
      await page.getByRole('button', { name: 'Show diagnostics' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'accounts', act: goToAccounts, isMain: true },
  { name: 'accounts-various', script: () => ({ accounts: variousAccounts() }), act: goToAccounts },
  {
    name: 'accounts-documented-only',
    script: () => ({ accounts: variousAccounts() }),
    act: (page) => showAccount(page, 'Work'),
    isMain: true,
  },
  {
    name: 'accounts-anonymous',
    script: () => ({ accounts: variousAccounts() }),
    act: (page) => showAccount(page, 'Without a name'),
  },
  {
    name: 'accounts-troubled',
    script: () => ({ accounts: variousAccounts() }),
    act: (page) => showAccount(page, 'Office'),
    isMain: true,
  },
  {
    name: 'accounts-check-failed',
    script: () => ({
      accounts: variousAccounts(),
      check: { outcome: 'failed', reason: { code: 'certificate' } },
    }),
    act: async (page) => {
      await showAccount(page, 'Work');
      await page.getByRole('button', { name: 'Check now' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'accounts-hash',
    script: () => ({ accounts: variousAccounts() }),
    act: async (page) => {
      await showAccount(page, 'Work');
      await page.getByRole('button', { name: 'Change', exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'accounts-add', act: addAccount, isMain: true },
  {
    name: 'accounts-add-cleaned',
    act: async (page) => {
      await addAccount(page);
      await pasteInto(page, 'Token', ' "enigma_AbCdEf0123456789"\n');
      await page.getByText(/^Cleaned/).waitFor();
    },
  },
  {
    name: 'accounts-add-malformed',
    act: async (page) => {
      await addAccount(page);
      await pasteInto(page, 'Token', 'ghp_somethingelse');
      await page.getByText(/^This is not a token/).waitFor();
    },
  },
  {
    name: 'accounts-add-private',
    act: async (page) => {
      await addAccount(page);
      await page.getByRole('radio', { name: 'Another service' }).check();
      await page.getByRole('textbox', { name: 'Address' }).fill('http://192.168.1.20:8443');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
    },
    isMain: true,
  },
  {
    name: 'accounts-add-insecure',
    act: async (page) => {
      await addAccount(page);
      await page.getByRole('radio', { name: 'Another service' }).check();
      await page.getByRole('textbox', { name: 'Address' }).fill('http://example.org');
      // What is said on leaving the field moves what is below it: leave it first.
      await page.getByRole('textbox', { name: 'Address' }).blur();
      await page.getByRole('radio', { name: 'Anonymously' }).check();
    },
  },
  {
    name: 'accounts-add-keychain',
    script: () => ({ keychainRefuses: true }),
    act: async (page) => {
      await addAccount(page);
      await pasteInto(page, 'Token', 'enigma_AbCdEf0123456789');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'accounts-replace',
    script: () => ({ accounts: variousAccounts() }),
    act: async (page) => {
      await showAccount(page, 'Work');
      await page.getByRole('button', { name: 'Replace' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'accounts-remove',
    script: () => ({ accounts: variousAccounts() }),
    act: async (page) => {
      await showAccount(page, 'Work');
      await page.getByRole('button', { name: 'Remove', exact: true }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'rail-budget-low',
    script: () => ({
      accounts: variousAccounts().map((account) => ({ ...account, isCurrent: account.id === 'anonymous' })),
    }),
  },
  {
    name: 'handover-kept',
    script: () => ({ send: 'waiting' }),
    act: keepPassword,
    isMain: true,
  },
  {
    name: 'sent-details-kept',
    script: () => ({ send: 'waiting' }),
    act: async (page) => {
      await keepPassword(page);
      await go(page, 'Sent');
      await page.getByRole('row', { name: /No name/ }).click();
      await page.getByRole('button', { name: 'Show kept password' }).click();
      await page.getByRole('button', { name: 'Copy password' }).waitFor();
    },
  },
  {
    name: 'sent-details-overdue',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row', { name: /Guest access/ }).click();
    },
  },
  {
    name: 'sent-resend',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row', { name: /Guest access/ }).click();
      await page.getByRole('complementary').getByRole('button', { name: 'Send with another expiry' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'sent-cancel',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row', { name: /VPN profile/ }).click();
      await page.getByRole('complementary').getByRole('button', { name: 'Cancel sending' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'sent-details-not-reported',
    script: () => ({ shares: oneOfEach(), accounts: variousAccounts() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row', { name: /Recovery codes/ }).click();
    },
  },
  {
    name: 'sent-details-account-gone',
    script: () => ({ shares: longOnes() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row', { name: /Donau/ }).click();
    },
  },
];
