/** The list of what was sent, in each of its states. */
import type { Page } from '@playwright/test';
import { otherAccount } from '../fakes/accounts.ts';
import { longOnes, many, oneOfEach } from './sample-shares.ts';
import { go, type Scene } from './scene.ts';

const row = (page: Page, name: RegExp) => page.getByRole('row', { name });

const open = async (page: Page, name: RegExp): Promise<void> => {
  await go(page, 'Sent');
  await row(page, name).click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
};

const selectAll = async (page: Page): Promise<void> => {
  await go(page, 'Sent');
  await page.getByRole('grid').waitFor();
  await page.getByRole('row', { name: /Staging/ }).focus();
  await page.keyboard.press('Control+a');
};

const deleteSelected = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Delete at the service' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
};

const choose = async (page: Page, question: RegExp): Promise<void> => {
  await go(page, 'Sent');
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('dialog').waitFor();
};

/** Of the shares in each state, those the service still has. */
const some = () => oneOfEach().filter(({ state }) => state === 'active' || state === 'opened');

export const ledgerScenes: readonly Scene[] = [
  { name: 'sent-empty', act: (page) => go(page, 'Sent'), isMain: true },
  {
    name: 'sent',
    script: () => ({ shares: oneOfEach(), accounts: [otherAccount()] }),
    act: (page) => go(page, 'Sent'),
    isMain: true,
  },
  {
    name: 'sent-one',
    script: () => ({ shares: oneOfEach().slice(0, 1) }),
    act: (page) => go(page, 'Sent'),
  },
  {
    name: 'sent-row',
    isForTheEye: true,
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await row(page, /Wi-Fi/).hover();
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
    script: () => ({ shares: many().slice(0, 40) }),
    act: (page) => go(page, 'Sent'),
    isMain: true,
  },
  {
    name: 'sent-hundred-thousand',
    isForTheEye: true,
    script: () => ({ generated: 100_000, accounts: [otherAccount()] }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('grid').waitFor();
      await page.getByRole('columnheader').first().getByRole('button').focus();
      await page.getByRole('row').nth(1).focus();
      for (let pages = 0; pages < 3; pages += 1) await page.keyboard.press('PageDown');
    },
    isMain: true,
  },
  {
    name: 'sent-search',
    script: () => ({ generated: 400 }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('searchbox').fill('wi-fi lucia');
      await page.getByText(/ of 400$/).waitFor();
    },
    isMain: true,
  },
  {
    name: 'sent-nothing-found',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('searchbox').fill('nobody has sent this');
      await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    },
    isMain: true,
  },
  {
    name: 'sent-states',
    script: () => ({ generated: 400 }),
    act: (page) => choose(page, /Which states/),
  },
  {
    name: 'sent-days',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await choose(page, /Sent when/);
      await page.getByRole('radio', { name: 'Between two days' }).check();
    },
  },
  {
    name: 'sent-orders',
    script: () => ({ shares: oneOfEach() }),
    act: (page) => choose(page, /In which order/),
  },
  {
    name: 'sent-details',
    script: () => {
      const shares = oneOfEach();
      return {
        shares,
        notes: { [shares[1]!.id]: 'For the people on the second floor. They ask again each autumn.' },
      };
    },
    act: (page) => open(page, /Wi-Fi/),
    isMain: true,
  },
  {
    name: 'sent-details-timeline',
    isForTheEye: true,
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await open(page, /Payroll/);
      await page.getByText('Used up').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sent-details-waiting',
    script: () => ({ shares: oneOfEach() }),
    act: (page) => open(page, /Signing key/),
  },
  {
    name: 'sent-qr',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await open(page, /Staging/);
      await page.getByRole('button', { name: 'QR code' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'sent-selected',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await selectAll(page);
      await row(page, /VPN/).click({ modifiers: ['Control'] });
      await page.getByText('9 selected').waitFor();
    },
    isMain: true,
  },
  {
    name: 'sent-export',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('searchbox').fill('ac');
      await page.getByText(/[2-9] of 10$/).waitFor();
      await page.getByRole('row').nth(1).focus();
      await page.keyboard.press('Control+a');
      await page.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('dialog').waitFor();
    },
    isMain: true,
  },
  {
    name: 'sent-bulk-question',
    script: () => ({ generated: 340 }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row').nth(2).focus();
      await page.keyboard.press('Control+a');
      await page.getByText('340 selected').waitFor();
      await page.getByRole('button', { name: 'Delete at the service' }).first().click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'sent-bulk-progress',
    script: () => ({
      shares: many().slice(0, 40),
      bulkHaltsAfter: 14,
      bulkWaitsUntil: new Date(Date.now() + 4 * 60_000).toISOString(),
    }),
    act: async (page) => {
      await go(page, 'Sent');
      await page.getByRole('row').nth(2).focus();
      await page.keyboard.press('Control+a');
      await deleteSelected(page);
      await page.getByText('Deleting 14 of 40').waitFor();
    },
    isMain: true,
  },
  {
    name: 'sent-bulk-failed',
    script: () => {
      const shares = some();
      return {
        shares: [...shares, ...oneOfEach().slice(5)],
        bulkFails: { [shares[1]!.id]: { code: 'unreachable' }, [shares[0]!.id]: { code: 'forbidden' } },
      };
    },
    act: async (page) => {
      await selectAll(page);
      await deleteSelected(page);
      await page.getByText('2 secrets were not deleted').waitFor();
    },
    isMain: true,
  },
  {
    name: 'sent-delete',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await go(page, 'Sent');
      await row(page, /Staging/).hover();
      await row(page, /Staging/)
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
      await row(page, /Contract/).hover();
      await row(page, /Contract/)
        .getByRole('button', { name: 'Remove from this list' })
        .click();
      await page
        .getByText(/was removed/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'sent-recovered',
    script: () => ({ shares: oneOfEach().slice(0, 6), info: { notices: ['ledger-recovered'] } }),
    act: (page) => go(page, 'Sent'),
    isMain: true,
  },
  {
    name: 'sent-unreadable',
    script: () => ({ broken: ['ledger.query', 'ledger.summary'] }),
    act: (page) => go(page, 'Sent'),
  },
  {
    name: 'compose-again',
    script: () => ({ shares: oneOfEach() }),
    act: async (page) => {
      await open(page, /Wi-Fi/);
      await page.getByRole('button', { name: 'Send another like it' }).click();
      await page.getByText('As “Wi-Fi for the workshop” was sent').waitFor();
    },
    isMain: true,
  },
  ...listSettingsScenes(),
];

function listSettingsScenes(): Scene[] {
  const press = (name: string) => async (page: Page) => {
    await go(page, 'Settings');
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog').waitFor();
  };
  return [
    {
      name: 'settings-export',
      act: async (page) => {
        await press('Export…')(page);
        await page.getByRole('checkbox', { name: /Include what deletes them/ }).check();
      },
      isMain: true,
    },
    {
      name: 'settings-import',
      script: () => ({ imported: [{ outcome: 'needs-passphrase' }] }),
      act: press('Import…'),
    },
    { name: 'settings-erase', act: press('Erase everything…'), isMain: true },
    {
      name: 'settings-erased',
      script: () => ({
        erased: {
          erased: ['ledger', 'outbox', 'accounts', 'settings', 'log', 'service'],
          kept: ['keychain'],
          remains: [{ name: 'Work', origin: 'https://enigmacrypt.app', count: 3 }],
        },
      }),
      act: async (page) => {
        await press('Erase everything…')(page);
        await page.getByRole('checkbox', { name: /nothing of it/ }).check();
        await page.getByRole('button', { name: 'Erase everything', exact: true }).click();
        await page.getByText('Not everything could be erased').waitFor();
      },
      isMain: true,
    },
    {
      name: 'settings-passphrase',
      script: () => ({ place: 'memory', info: { keychain: 'memory' } }),
      act: async (page) => {
        await press('Keep it under a passphrase')(page);
        await page.getByRole('button', { name: 'Seal the list' }).click();
      },
      isMain: true,
    },
    {
      name: 'settings-change-passphrase',
      script: () => ({ place: 'passphrase', unlock: 'wrong' }),
      act: async (page) => {
        await press('Change the passphrase')(page);
        await page.getByLabel('The one it has now').fill('not the one');
        await page.getByLabel('New passphrase', { exact: true }).fill('several new words');
        await page.getByLabel('New passphrase, once more').fill('several new words');
        await page.keyboard.press('Enter');
        await page.getByRole('alert').waitFor();
      },
      isMain: true,
    },
    {
      name: 'settings-unlock',
      script: () => ({ place: 'locked', unlock: 'wrong', info: { notices: ['ledger-locked'] } }),
      act: async (page) => {
        await press('Open your list')(page);
        await page.getByLabel('Passphrase', { exact: true }).fill('a wrong passphrase');
        await page.getByRole('button', { name: 'Open', exact: true }).last().click();
        await page.getByRole('alert').waitFor();
      },
    },
  ];
}
