/** Every view in every state: what the pictures show and what is checked for accessibility. */
import type { Page } from '@playwright/test';
import { otherAccount } from '../fakes/accounts.ts';
import { accountScenes } from './account-scenes.ts';
import { guideScenes } from './guide-scenes.ts';
import { quickScenes } from './quick-scenes.ts';
import { residentScenes } from './resident-scenes.ts';
import { updatesScenes } from './updates-scenes.ts';
import { ledgerScenes } from './ledger-scenes.ts';
import { choose, go, type Scene, seal, sealed, write } from './scene.ts';

const paste = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Your secret' }).evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
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
  ...ledgerScenes,
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
  ...accountScenes,
  ...guideScenes,
  ...quickScenes,
  ...residentScenes,
  ...updatesScenes,
];
