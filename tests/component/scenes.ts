/** Every view in every state: what the pictures show and what is checked for accessibility. */
import type { Page } from '@playwright/test';
import type { Account } from '../../src/shared/bridge/models.ts';
import { otherAccount, type Script } from '../fakes/bridge.ts';
import { longOnes, many, oneOfEach } from './sample-shares.ts';

export interface Scene {
  readonly name: string;
  readonly script?: () => Script;
  /** From the first view to the one that is meant. The words are English. */
  readonly act?: (page: Page) => Promise<void>;
  /** Pictured in other languages, colours and sizes too. */
  readonly isMain?: boolean;
  /** For the eye only: it has no control, word or state that another scene does not have. */
  readonly isForTheEye?: boolean;
}

const SECRET = 'Host      db.staging.internal\nUser      import\nPassword  correct-horse-battery';

const go = async (page: Page, view: 'Sent' | 'Open' | 'Settings'): Promise<void> => {
  await page.getByRole('button', { name: view, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
};

const write = (page: Page, text = SECRET): Promise<void> =>
  page.getByRole('textbox', { name: 'Your secret' }).fill(text);

const seal = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Seal and create link' }).click();
};

const sealed = async (page: Page): Promise<void> => {
  await write(page);
  await seal(page);
  await page.getByRole('heading', { name: /^Sealed/ }).waitFor();
};

const paste = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Your secret' }).evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
};

const choose = async (page: Page, question: RegExp): Promise<void> => {
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('dialog').waitFor();
};

const logLines = (count: number): string =>
  Array.from(
    { length: count },
    (_, line) =>
      `2026-08-04T09:${String(line % 60).padStart(2, '0')}:00Z worker[${String(line)}] import finished, 0 rejected`,
  ).join('\n');

const openLink = async (page: Page, source: string, password: string): Promise<void> => {
  await go(page, 'Open');
  await page.getByRole('textbox', { name: 'Link or sealed text' }).fill(source);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Open', exact: true }).click();
};

/** Seals one, keeps its link and password, and opens it again. */
const openOwn = async (page: Page, password?: string): Promise<void> => {
  await sealed(page);
  const link = await page.getByText('http://127.0.0.1:47400/s/').innerText();
  const own = await page.locator('[translate=no]').last().innerText();
  await openLink(page, link, password ?? own.replaceAll('\n', ''));
};

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

export const scenes: readonly Scene[] = [
  { name: 'compose-empty', isMain: true },
  { name: 'compose-filled', isMain: true, act: (page) => write(page) },
  { name: 'compose-nothing-written', isForTheEye: true, act: seal },
  { name: 'compose-expiry', act: (page) => choose(page, /When does it expire/), isMain: true },
  {
    name: 'compose-expiry-past',
    act: async (page) => {
      await choose(page, /When does it expire/);
      await page.getByRole('radio', { name: 'On an exact date and time' }).check();
      await page.getByLabel('Date and time', { exact: true }).fill('2020-01-01T10:00');
    },
  },
  {
    name: 'compose-access',
    act: async (page) => {
      await choose(page, /How many times/);
      await page.getByRole('radio', { name: 'Another number' }).check();
      await page.getByRole('textbox', { name: 'Number of times' }).fill('0');
    },
  },
  { name: 'compose-words', act: (page) => choose(page, /Which password/), isMain: true },
  {
    name: 'compose-characters',
    act: async (page) => {
      await choose(page, /Which password/);
      await page.getByRole('radio', { name: 'Characters' }).check();
    },
  },
  {
    name: 'compose-own',
    act: async (page) => {
      await choose(page, /Which password/);
      await page.getByRole('radio', { name: 'My own' }).check();
      await page.getByLabel('Your password').fill('summer2024é');
      await page.getByText(/^(Very weak|Weak)\./).waitFor();
    },
  },
  {
    name: 'compose-weak',
    act: async (page) => {
      await write(page);
      await choose(page, /Which password/);
      await page.getByRole('radio', { name: 'My own' }).check();
      await page.getByLabel('Your password').fill('summer2024');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'compose-name',
    act: async (page) => {
      await choose(page, /A name to find it by/);
      await page.getByRole('textbox', { name: 'Name' }).fill('Staging database');
    },
  },
  { name: 'compose-large', act: (page) => paste(page, logLines(30_000)), isMain: true },
  {
    name: 'compose-too-large',
    script: () => ({
      service: { status: 'running', origin: 'http://127.0.0.1:47400', maxContentBytes: 1_000_000 },
    }),
    act: async (page) => {
      await paste(page, logLines(30_000));
      await page.getByText(/Shorten it/).waitFor();
    },
  },
  {
    name: 'compose-sending',
    isForTheEye: true,
    script: () => ({ hanging: ['shares.send'] }),
    act: async (page) => {
      await write(page);
      await seal(page);
      await page.getByRole('button', { name: 'Sending…' }).waitFor();
    },
  },
  {
    name: 'compose-refused',
    script: () => ({ send: 'refused', sendReason: { code: 'rate-limited', retryAfterSeconds: 540 } }),
    act: async (page) => {
      await write(page);
      await seal(page);
      await page.getByRole('alert').waitFor();
    },
    isMain: true,
  },
  { name: 'compose-service-starting', script: () => ({ service: { status: 'starting' } }) },
  {
    name: 'compose-service-failed',
    script: () => ({ service: { status: 'failed', reason: 'port-in-use' } }),
    act: async (page) => {
      await write(page);
      await seal(page);
    },
    isMain: true,
  },
  {
    name: 'compose-notice',
    script: () => ({ info: { keychain: 'memory', notices: ['keychain-missing', 'unofficial-runtime'] } }),
    isMain: true,
  },
  {
    name: 'compose-accounts',
    script: () => ({
      accounts: [otherAccount()],
    }),
    act: (page) => choose(page, /To which service/),
  },
  { name: 'handover', act: sealed, isMain: true },
  {
    name: 'handover-copied',
    isForTheEye: true,
    act: async (page) => {
      await sealed(page);
      await page.getByRole('button', { name: 'Copy password' }).click();
    },
  },
  {
    name: 'handover-message',
    act: async (page) => {
      await sealed(page);
      await page.getByRole('button', { name: 'Message for the recipient' }).click();
      await page.getByRole('dialog').waitFor();
    },
    isMain: true,
  },
  { name: 'handover-waiting', script: () => ({ send: 'waiting' }), act: sealed },
  {
    name: 'handover-uncertain',
    script: () => ({ send: 'uncertain', sendReason: { code: 'answer-lost' } }),
    act: sealed,
  },
  {
    name: 'handover-characters',
    isForTheEye: true,
    act: async (page) => {
      await choose(page, /Which password/);
      await page.getByRole('radio', { name: 'Characters' }).check();
      await page.keyboard.press('Escape');
      await sealed(page);
    },
  },
  {
    name: 'handover-not-copied',
    act: async (page) => {
      await sealed(page);
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  { name: 'sent-empty', act: (page) => go(page, 'Sent'), isMain: true },
  {
    name: 'sent',
    script: () => ({ shares: oneOfEach() }),
    act: (page) => go(page, 'Sent'),
    isMain: true,
  },
  {
    name: 'sent-row',
    isForTheEye: true,
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row', { name: /Wi-Fi/ }).hover();
    },
  },
  {
    name: 'sent-long',
    script: () => ({ shares: longOnes() }),
    act: (page) => go(page, 'Sent'),
    isMain: true,
  },
  {
    name: 'sent-many',
    isForTheEye: true,
    script: () => ({ shares: many() }),
    act: (page) => go(page, 'Sent'),
  },
  {
    name: 'sent-details',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row', { name: /Wi-Fi/ }).click();
    },
    isMain: true,
  },
  {
    name: 'sent-details-waiting',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row', { name: /Signing key/ }).click();
    },
  },
  {
    name: 'sent-delete',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row', { name: /Staging/ }).hover();
      await page
        .getByRole('row', { name: /Staging/ })
        .getByRole('button', { name: 'Delete at the service' })
        .click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'sent-forgotten',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row', { name: /Contract/ }).hover();
      await page
        .getByRole('row', { name: /Contract/ })
        .getByRole('button', { name: 'Remove from this list' })
        .click();
      await page
        .getByText(/was removed/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'sent-unreadable',
    script: () => ({ broken: ['shares.list', 'shares.refresh'] }),
    act: (page) => go(page, 'Sent'),
  },
  { name: 'open', act: (page) => go(page, 'Open'), isMain: true },
  {
    name: 'open-missing',
    act: async (page) => {
      await go(page, 'Open');
      await page.getByRole('main').getByRole('button', { name: 'Open', exact: true }).click();
    },
  },
  {
    name: 'open-wrong',
    act: async (page) => {
      await openOwn(page, 'not-the-password');
      await page.getByRole('alert').waitFor();
    },
    isMain: true,
  },
  {
    name: 'open-browser',
    act: async (page) => {
      await openLink(page, 'https://enigmacrypt.app/s/a8Kx9pQ2', 'something');
      await page.getByText('read in the browser').waitFor();
    },
  },
  {
    name: 'open-gone',
    script: () => ({ open: { outcome: 'failed', reason: { code: 'gone', why: 'exhausted' } } }),
    act: async (page) => {
      await openLink(page, 'http://127.0.0.1:47400/s/a8Kx9pQ2', 'something');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'opened',
    isForTheEye: true,
    act: async (page) => {
      await openOwn(page);
      await page.getByRole('heading', { name: 'Opened' }).waitFor();
    },
  },
  {
    name: 'opened-shown',
    act: async (page) => {
      await openOwn(page);
      await page.getByRole('button', { name: 'Show the secret' }).click();
    },
    isMain: true,
  },
  { name: 'settings', act: (page) => go(page, 'Settings'), isMain: true },
  {
    name: 'settings-notices',
    script: () => ({
      info: { keychain: 'memory', notices: ['keychain-missing', 'service-moved', 'unofficial-runtime'] },
    }),
    act: (page) => go(page, 'Settings'),
  },
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
