import type { Share } from '../../src/shared/bridge/models.ts';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { contains, filesWith } from './support/canary.ts';
import { type DocumentedOnly, startDocumentedOnly } from './support/documented-only.ts';
import { expect, type Program, test } from './support/program.ts';
import { compose, goTo, rowOf, sealAndHandOver, sealButton } from './support/views.ts';

const TOKEN = 'enigma_E2eTokenOne0123456789';
const OTHER_TOKEN = 'enigma_E2eTokenTwo9876543210';

let service: DocumentedOnly;
test.beforeEach(async () => {
  service = await startDocumentedOnly();
});
test.afterEach(async () => {
  await service.goOffline();
});

async function goToAccounts(window: Page): Promise<void> {
  await window.getByRole('status', { name: 'Service' }).getByRole('button').click();
  await expect(window.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible();
}

/** Adds the service of this test as an account, by the view. */
async function addAccount(window: Page, token: string | null, name = 'Client A'): Promise<void> {
  await goToAccounts(window);
  await window.getByRole('button', { name: 'Add an account' }).click();
  const form = window.getByRole('dialog', { name: 'Add an account' });
  await form.getByRole('radio', { name: 'Another service' }).click();
  await form.getByRole('textbox', { name: 'Address' }).fill(service.origin);
  await form.getByRole('textbox', { name: 'Name' }).fill(name);
  if (token === null) await form.getByRole('radio', { name: 'Anonymously' }).click();
  else await form.getByRole('textbox', { name: 'Token' }).fill(token);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form).toBeHidden();
  await expect(account(window, name)).toContainText('New secrets go here');
}

const account = (window: Page, name: string): Locator => window.getByRole('listitem', { name, exact: true });
const details = (window: Page): Locator => window.getByRole('complementary', { name: 'Details' });
const passwordOf = async (place: Locator): Promise<string> =>
  place.locator('[translate=no]').evaluate((shown) => shown.textContent);

async function write(window: Page, name: string): Promise<void> {
  await goTo(window, 'Compose');
  await compose(window, { text: `the text of ${name}`, name });
}

/** Seals what waits, because the service is away, and leaves the hand-over. */
async function sealWaiting(window: Page, name: string): Promise<void> {
  await write(window, name);
  await sealButton(window).click();
  await expect(window.getByRole('heading', { name: 'Sealed. It waits to be sent.' })).toBeVisible();
}

async function leaveHandover(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Done' }).click();
  const question = window.getByRole('alertdialog', { name: 'Close without the password?' });
  if (await question.isVisible()) await question.getByRole('button', { name: 'Close anyway' }).click();
  await expect(window.getByRole('textbox', { name: 'Your secret' })).toBeVisible();
}

async function showDetails(window: Page, name: string): Promise<void> {
  await goTo(window, 'Sent');
  await rowOf(window, name).click();
}

const call = (window: Page, name: string, input?: unknown): Promise<unknown> =>
  window.evaluate(
    async ([called, value]) => {
      const { enigma } = globalThis as unknown as {
        enigma: { calls: Record<string, (given: unknown) => Promise<unknown>> };
      };
      return enigma.calls[called as string]!(value);
    },
    [name, input],
  );
const NEWEST = {
  filter: { search: '', states: [], accountIds: [], from: null, until: null },
  order: { by: 'created', direction: 'descending' },
  offset: 0,
  limit: 200,
};
const sharesOf = async (window: Page): Promise<Share[]> =>
  ((await call(window, 'ledger.query', NEWEST)) as { shares: Share[] }).shares;
const idOf = async (window: Page, name: string): Promise<string> => {
  const shares = await sharesOf(window);
  return shares.find((share) => share.name === name)!.id;
};

test('a documented-only service creates links, and what it cannot do is said where it would be', async ({
  program,
}) => {
  const { window } = program;
  await addAccount(window, TOKEN);
  await expect(account(window, 'Client A')).toContainText('This service does not report accesses.');

  await write(window, 'Contract');
  const { link } = await sealAndHandOver(window);
  expect(link.startsWith(`${service.origin}/s/`)).toBe(true);
  await leaveHandover(window);

  await showDetails(window, 'Contract');
  await expect(rowOf(window, 'Contract')).toContainText('not reported');
  await expect(details(window)).toContainText('This service does not report accesses.');

  await details(window).getByRole('button', { name: 'Delete at the service' }).click();
  const question = window.getByRole('alertdialog');
  await expect(question).toContainText('It is asked once.');
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(window.getByText('this service does not offer it here').first()).toBeVisible();
  expect(service.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  await expect(rowOf(window, 'Contract')).not.toContainText('Deleted');
});

test('the token goes out as the bearer header and nowhere else, and a new one takes its place', async ({
  program,
}) => {
  const { window, userData } = program;
  await addAccount(window, TOKEN);
  await write(window, 'First');
  await sealAndHandOver(window);
  await leaveHandover(window);
  await goToAccounts(window);
  await account(window, 'Client A').getByRole('button', { name: 'Replace' }).click();
  await window.getByRole('dialog').getByRole('textbox', { name: 'Token' }).fill(OTHER_TOKEN);
  await window.getByRole('dialog').getByRole('button', { name: 'Store' }).click();
  await expect(window.getByText('The token is stored.').first()).toBeVisible();
  await write(window, 'Second');
  await sealAndHandOver(window);

  expect(service.created().map(({ headers }) => headers.authorization)).toEqual([
    `Bearer ${TOKEN}`,
    `Bearer ${OTHER_TOKEN}`,
  ]);
  for (const { url, headers, body } of service.requests) {
    const { authorization, ...rest } = headers;
    expect(authorization).toMatch(/^Bearer enigma_/);
    expect(contains(JSON.stringify({ url, rest, body }), [TOKEN, OTHER_TOKEN])).toBe(false);
  }
  const diagnostics = (await call(window, 'diagnostics.read')) as string;
  expect(contains(await window.content(), [TOKEN, OTHER_TOKEN])).toBe(false);
  await program.quit();
  expect(contains(diagnostics + program.output(), [TOKEN, OTHER_TOKEN])).toBe(false);
  expect(filesWith(userData, [TOKEN, OTHER_TOKEN])).toEqual([]);
  expect(linesWithToken(program)).toEqual(['call:accounts.add', 'call:accounts.setToken']);
});

/** The calls that brought a token in; anything else with a token in it would be listed, too. */
const linesWithToken = (program: Program): string[] =>
  program
    .trace()
    .trimEnd()
    .split('\n')
    .filter((line) => contains(line, [TOKEN, OTHER_TOKEN]))
    .map((line) => {
      const { kind, value } = JSON.parse(line) as { kind: string; value: { channel?: string } };
      return kind === 'call' ? (value.channel ?? kind) : kind;
    });

test('an account is removed, and its history stays and says so', async ({ program }) => {
  const { window } = program;
  await addAccount(window, TOKEN);
  await write(window, 'History');
  const { link } = await sealAndHandOver(window);
  await leaveHandover(window);
  await goToAccounts(window);
  await account(window, 'Client A').getByRole('button', { name: 'Remove', exact: true }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Remove account' }).click();
  await expect(account(window, 'Client A')).toBeHidden();
  await expect(account(window, 'Built-in service')).toContainText('New secrets go here');

  await showDetails(window, 'History');
  await expect(details(window)).toContainText('Client A, account removed');
  await expect(details(window)).toContainText(link);
  await expect(details(window).getByRole('button', { name: 'Delete at the service' })).toBeHidden();
  const before = service.requests.length;
  await window.getByRole('button', { name: 'Ask the service for news' }).click();
  await expect(window.getByText('The list is up to date.').first()).toBeVisible();
  expect(service.requests).toHaveLength(before);
});

test('a captcha that cannot be solved here is answered with the two ways out', async ({ program }) => {
  const { window } = program;
  service.demandCaptcha();
  await addAccount(window, null);
  await write(window, 'Anonymous');
  await sealButton(window).click();
  await expect(window.getByRole('alert')).toContainText('proof that you are a person');
  await expect(window.getByRole('alert')).toContainText(
    'Add a token to this account, or create it in the browser.',
  );
  await expect(window.getByRole('textbox', { name: 'Your secret' })).toHaveValue('the text of Anonymous');
  expect(service.created()[0]!.headers.authorization).toBeUndefined();

  await goToAccounts(window);
  await account(window, 'Client A').getByRole('button', { name: 'Add a token' }).click();
  await window.getByRole('dialog').getByRole('textbox', { name: 'Token' }).fill(TOKEN);
  await window.getByRole('dialog').getByRole('button', { name: 'Store' }).click();
  await goTo(window, 'Compose');
  expect((await sealAndHandOver(window)).link).toContain(service.origin);
});

test('what waits goes out by itself when the service is back, or at once by hand', async ({ program }) => {
  const { window } = program;
  await addAccount(window, TOKEN);
  await service.goOffline();
  await sealWaiting(window, 'By itself');
  await service.comeBack();
  // The hand-over is still open: the link takes its place there.
  await expect(window.getByRole('listitem', { name: 'The link' }).getByText(/^https?:/)).toBeVisible({
    timeout: 40_000,
  });
  expect(service.created()).toHaveLength(1);
  await leaveHandover(window);

  await service.goOffline();
  await sealWaiting(window, 'By hand');
  await leaveHandover(window);
  await service.comeBack();
  await showDetails(window, 'By hand');
  const sendNow = details(window).getByRole('button', { name: 'Send now' });
  // The program may have been quicker.
  if (await sendNow.isVisible()) await sendNow.click({ timeout: 2_000 }).catch(() => undefined);
  await expect(details(window)).toContainText(`${service.origin}/s/`);
  expect(service.created()).toHaveLength(2);
});

test('what missed its expiry is not sent before the person has chosen another one', async ({ program }) => {
  const { window } = program;
  await addAccount(window, TOKEN);
  await service.goOffline();
  await sealWaiting(window, 'Too late');
  await leaveHandover(window);
  const id = await idOf(window, 'Too late');
  // The view offers an hour at least; the wait is shortened where the test cannot wait.
  const soon = new Date(Date.now() + 1_500).toISOString();
  await call(window, 'shares.retry', { id, expiresAt: soon });
  await expect
    .poll(async () => {
      const shares = await sharesOf(window);
      return shares.find((share) => share.id === id)?.state;
    })
    .toBe('overdue');
  await service.comeBack();
  await showDetails(window, 'Too late');
  await window.getByRole('button', { name: 'Ask the service for news' }).click();
  await expect(rowOf(window, 'Too late')).toContainText('Expired while waiting');
  expect(service.created()).toEqual([]);

  await details(window).getByRole('button', { name: 'Send with another expiry' }).click();
  await window
    .getByRole('dialog')
    .getByRole('radio', { name: /^in 1 day/ })
    .click();
  await window.getByRole('dialog').getByRole('button', { name: 'Send now' }).click();
  await expect(details(window)).toContainText(`${service.origin}/s/`);
  const { expiresAt } = JSON.parse(service.created()[0]!.body) as { expiresAt: string };
  expect(Math.abs(Date.parse(expiresAt) - Date.now() - 86_400_000)).toBeLessThan(60_000);
});

test('what waits is cancelled and never sent; its kept password goes with it', async ({ program }) => {
  const { window } = program;
  await addAccount(window, TOKEN);
  await service.goOffline();
  await sealWaiting(window, 'Cancelled');
  await window.getByRole('button', { name: /^Keep the password/ }).click();
  await expect(window.getByText(/^Kept in the keychain/)).toBeVisible();
  const id = await idOf(window, 'Cancelled');
  await window.getByRole('button', { name: 'Done' }).click();
  await showDetails(window, 'Cancelled');
  await details(window).getByRole('button', { name: 'Cancel sending' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Cancel sending' }).click();
  await expect(window.getByText('Cancelled. Nothing was sent.').first()).toBeVisible();
  await expect(window.getByText('Nothing sent yet')).toBeVisible();
  expect(await call(window, 'passwords.kept', { id })).toBeNull();
  await service.comeBack();
  await call(window, 'shares.refresh');
  expect(service.created()).toEqual([]);
});

test('cancelling what has left says that it may have arrived', async ({ program }) => {
  const { window } = program;
  await addAccount(window, TOKEN);
  service.keepSilent();
  await write(window, 'On its way');
  await sealButton(window).click();
  await expect.poll(() => service.created().length).toBe(1);
  await goTo(window, 'Sent');
  await rowOf(window, 'On its way').click();
  await details(window).getByRole('button', { name: 'Cancel sending' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Cancel sending' }).click();
  await expect(window.getByText('it may have arrived already').first()).toBeVisible();
  await expect(rowOf(window, 'On its way')).toContainText('May have arrived');
  expect(service.created()).toHaveLength(1);
});

test('a password is kept over a restart, and neither half of it opens alone', async ({ launch }) => {
  const first = await launch();
  await addAccount(first.window, TOKEN);
  await service.goOffline();
  await sealWaiting(first.window, 'Kept');
  const password = await passwordOf(first.window.getByRole('listitem', { name: 'The password' }));
  await first.window.getByRole('button', { name: /^Keep the password in the keychain/ }).click();
  await expect(first.window.getByText(/^Kept in the keychain/)).toBeVisible();
  await first.window.getByRole('button', { name: 'Done' }).click();
  await first.quit();
  // The window's storage has the key, the keychain the wrapped text; the password itself is nowhere.
  expect(filesWith(first.userData, [password])).toEqual([]);
  expect(contains(first.trace() + first.output(), [password])).toBe(false);
  expect(filesWith(join(first.userData, 'IndexedDB'), ['kept-passwords'])).not.toEqual([]);

  await service.comeBack();
  const second = await launch({ userData: first.userData });
  const { window } = second;
  await goTo(window, 'Sent');
  await expect(rowOf(window, 'Kept')).toContainText('Not reported', { timeout: 40_000 });
  await showDetails(window, 'Kept');
  const id = await idOf(window, 'Kept');
  const wrapped = (await call(window, 'passwords.kept', { id })) as string;
  expect(contains(wrapped, [password])).toBe(false);
  expect(filesWith(first.userData, [wrapped])).toEqual([]);
  await details(window).getByRole('button', { name: 'Show kept password' }).click();
  const region = details(window).getByRole('region', { name: 'Kept password' });
  expect(await passwordOf(region)).toBe(password);
  await region.getByRole('button', { name: 'Copy password' }).click();
  await expect(window.getByText('It is no longer kept here.').first()).toBeVisible();
  expect(await second.app.evaluate(async ({ clipboard }) => await clipboard.readText())).toBe(password);
  expect(await call(window, 'passwords.kept', { id })).toBeNull();
  await second.quit();
  expect(contains(second.trace(), [password])).toBe(false);
});
