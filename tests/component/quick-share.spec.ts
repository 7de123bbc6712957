import type { Page } from '@playwright/test';
import type { Script } from '../fakes/world.ts';
import { expect, test } from './app.ts';

const quick = { path: 'quick.html', width: 420, height: 248 } as const;
const field = (page: Page) => page.getByRole('textbox', { name: 'Your secret' });
const calls = (page: Page, name: string) =>
  page.evaluate(
    (wanted) => window.bridgeDouble.log.filter((call) => call.name === wanted).map(({ input }) => input),
    name,
  );
const change = (page: Page, script: Partial<Script>) =>
  page.evaluate((part) => {
    window.bridgeDouble.change(part);
  }, script);
const closes = (page: Page) => expect.poll(async () => (await calls(page, 'quick.close')).length);
/** What the main process was told last: whether the window stays when it loses the focus. */
const isHeld = (page: Page) =>
  expect.poll(
    async () => ((await calls(page, 'quick.hold')).at(-1) as { isHeld: boolean } | undefined)?.isHeld,
  );
const sent = async (page: Page) =>
  (await calls(page, 'shares.send')).at(-1) as {
    envelope: string;
    policy: { expiresAt: string | null; maxAccess: number | null };
  };
const DAY = 86_400_000;
const lifetimeOf = ({ policy }: Awaited<ReturnType<typeof sent>>): number =>
  Date.parse(policy.expiresAt ?? '') - Date.now();

const write = async (page: Page, text = 'a secret'): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

test('writing, Enter and Enter again: link and password are copied, with the account’s defaults', async ({
  open,
}) => {
  const page = await open({
    ...quick,
    script: { accounts: [], settings: { clipboardClearSeconds: 30 } },
  });
  // Nothing has to be clicked: the focus is where one types.
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('first');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second');
  await expect(field(page)).toHaveValue('first\nsecond');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link copied')).toBeVisible();
  await expect(page.getByText('Expires in 7 days, one access.')).toBeVisible();
  const send = await sent(page);
  expect(send.policy.maxAccess).toBe(1);
  expect(lifetimeOf(send) / (7 * DAY)).toBeCloseTo(1, 2);
  expect(JSON.stringify(send)).not.toContain('second');
  await isHeld(page).toBe(true);

  await expect(page.getByRole('button', { name: 'Copy password' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Password copied')).toBeVisible();
  await expect(page.getByText(/Taken out of the clipboard in 0:\d\d/)).toBeVisible();
  expect((await calls(page, 'ledger.happened')).map((input) => (input as { what: string }).what)).toEqual([
    'link-copied',
    'password-copied',
  ]);
  // Both halves are in the person's hands: a look elsewhere closes it.
  await isHeld(page).toBe(false);
  await page.getByRole('button', { name: 'Leave it there' }).click();
  await expect(page.getByText(/Taken out of the clipboard/)).toHaveCount(0);
  // The button has gone, and the focus with it: the keys are heard all the same.
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Taken out of the clipboard/)).toBeVisible();
  await page.keyboard.press('Escape');
  await closes(page).toBe(1);
});

test('expiry and accesses change by a key each, without leaving the field', async ({ open }) => {
  const page = await open(quick);
  const [expiry, access] = [page.getByLabel('Expires'), page.getByLabel('Opens')];
  await expect(expiry).toHaveValue(String((7 * DAY) / 1000));
  await page.keyboard.type('kept');
  await page.keyboard.press('Control+e');
  await page.keyboard.press('Control+o');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('kept');
  await expect(expiry).toHaveValue(String((30 * DAY) / 1000));
  await expect(access).toHaveValue('5');
  // Once around, every one of them has been there.
  const seen = new Set<string>();
  for (let press = 0; press < 5; press += 1) {
    seen.add(await expiry.inputValue());
    await page.keyboard.press('Control+e');
  }
  expect(seen.size).toBe(5);
  await expiry.selectOption('in 1 hour');
  await field(page).press('Enter');
  await expect(page.getByText(/^Expires in 60 minutes, 5 accesses\./)).toBeVisible();
  const send = await sent(page);
  expect(send.policy.maxAccess).toBe(5);
  expect(lifetimeOf(send) / (DAY / 24)).toBeCloseTo(1, 1);
});

test('Escape closes at once with an unfinished text; the password it would lose is asked about', async ({
  open,
}) => {
  const page = await open(quick);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Write something first.')).toBeVisible();
  await page.keyboard.type('unfinished');
  await isHeld(page).not.toBe(true);
  await page.keyboard.press('Escape');
  await closes(page).toBe(1);

  // Here it stays: the double only counts.
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link copied')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toContainText('You have not copied the password.');
  await closes(page).toBe(1);
  await page.keyboard.press('Escape');
  await closes(page).toBe(2);
});

test('a pin keeps it open when it loses the focus, by key and by button', async ({ open }) => {
  const page = await open(quick);
  await page.keyboard.type('kept');
  await page.keyboard.press('Control+p');
  await isHeld(page).toBe(true);
  const pin = page.getByRole('button', { name: 'Let this window close by itself' });
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await pin.click();
  await isHeld(page).toBe(false);
  await expect(field(page)).toHaveValue('kept');
});

test.describe('the clipboard’s text', () => {
  const secret = 'from another program';

  test('is masked until the person asks, and sealed by Enter', async ({ open }) => {
    const page = await open({ ...quick, script: { quick: 'clipboard', clipboard: secret } });
    await expect(page.getByText(`${secret.length} characters from the clipboard`)).toBeVisible();
    await expect(page.getByText(secret)).toHaveCount(0);
    expect(await page.evaluate(() => document.body.innerHTML)).not.toContain(secret);
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.getByText(secret)).toBeVisible();
    await page.getByRole('button', { name: 'Hide' }).click();
    await expect(page.getByText(secret)).toHaveCount(0);
    expect(await calls(page, 'shares.send')).toEqual([]);
    // A click that leads nowhere takes the focus away, and not the key.
    await page.getByText('characters from the clipboard').click();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Link copied')).toBeVisible();
  });

  test('goes out as it comes where the preview is switched off', async ({ open }) => {
    const page = await open({
      ...quick,
      script: { quick: 'clipboard', clipboard: secret, settings: { quickPreview: false } },
    });
    await expect(page.getByText('Link copied')).toBeVisible();
    expect(await calls(page, 'shares.send')).toHaveLength(1);
  });

  test('that is not there is said where one types instead', async ({ open }) => {
    const page = await open({ ...quick, script: { quick: 'clipboard', clipboard: '' } });
    await expect(page.getByPlaceholder('There is no text in the clipboard.')).toBeFocused();
    const unread = await open({ ...quick, script: { quick: 'clipboard', hanging: ['clipboard.paste'] } });
    await expect(unread.getByPlaceholder(/The clipboard could not be read/)).toBeVisible();
  });
});

test('each failure says what happened and what to do, keeps the text, and leaves the way open', async ({
  open,
}) => {
  const page = await open(quick);
  await page.keyboard.type('never lost');
  const alert = page.getByRole('alert');
  const failures: readonly (readonly [Partial<Script>, string | RegExp])[] = [
    [
      { send: 'refused', sendReason: { code: 'unauthorized' } },
      /does not accept your token.*Check the token/,
    ],
    [
      { send: 'refused', sendReason: { code: 'rate-limited', retryAfterSeconds: 60 } },
      'takes no more for now',
    ],
    [{ send: 'refused', sendReason: { code: 'token-missing' } }, 'This account has no token'],
    [{ send: 'refused', sendReason: { code: 'keychain' } }, 'The keychain did not hand over the token'],
    [{ send: 'invalid', invalid: 'storage' }, /could not be stored|storage|disk/i],
    [{ send: 'invalid', invalid: 'no-account' }, /account/i],
    [{ send: 'invalid', invalid: 'expiry-passed' }, /expir/i],
  ];
  for (const [script, words] of failures) {
    await change(page, script);
    await page.keyboard.press('Enter');
    await expect(alert).toContainText(words);
    await expect(field(page)).toHaveValue('never lost');
  }
  await change(page, { broken: ['shares.send'] });
  await page.keyboard.press('Enter');
  await expect(alert).toContainText(/did not answer|restart/i);
  await change(page, { broken: [], send: 'sent' });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link copied')).toBeVisible();
});

test('without a service nothing is sealed; as soon as it runs, the same text is', async ({ open }) => {
  const page = await open({ ...quick, script: { service: { status: 'failed', reason: 'crashed' } } });
  await write(page);
  await expect(page.getByText('The service does not run.')).toBeVisible();
  await page.evaluate(() => {
    window.bridgeDouble.setService({
      status: 'running',
      origin: 'http://127.0.0.1:47400',
      maxContentBytes: 1_000_000,
    });
  });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link copied')).toBeVisible();
});

for (const [outcome, title, reason] of [
  ['waiting', 'Sealed. It waits to be sent', { code: 'unreachable' }],
  ['uncertain', 'Sealed. It may have arrived', { code: 'answer-lost' }],
] as const) {
  test(`what is ${outcome} goes to the outbox: its password is copied, or kept until there is a link`, async ({
    open,
  }) => {
    const page = await open({
      ...quick,
      script: { send: outcome, sendReason: reason, keychainRefuses: true },
    });
    await write(page);
    await expect(page.getByText(title)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByRole('button', { name: 'Keep it in the keychain' }).click();
    await expect(page.getByText('The keychain did not take it.')).toBeVisible();
    await isHeld(page).toBe(true);
    await page.keyboard.press('Enter');

    const next = await open({ ...quick, script: { send: outcome, sendReason: reason } });
    await write(next, 'kept secret');
    const password = await next.locator('[translate=no]').last().innerText();
    await next.getByRole('button', { name: 'Keep it in the keychain' }).click();
    await expect(next.getByText('Kept in the keychain.')).toBeVisible();
    expect(JSON.stringify(await calls(next, 'passwords.keep'))).not.toContain(password.split('-')[0]);
    await isHeld(next).toBe(false);
    await next.keyboard.press('Escape');
    await closes(next).toBe(1);
  });
}

test('a copy that did not arrive is said, never assumed, and can be tried again', async ({ open }) => {
  const page = await open({ ...quick, script: { clipboardRefuses: true } });
  await write(page);
  await expect(page.getByText('Sealed. The link was not copied')).toBeVisible();
  await page.getByRole('button', { name: 'Copy password' }).click();
  await expect(page.getByRole('alert')).toContainText('The password was not copied.');
  await isHeld(page).toBe(true);
  expect(await calls(page, 'ledger.happened')).toEqual([]);
  await change(page, { clipboardRefuses: false });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
});

test('what has not arrived at the first look is looked for again, and not for ever', async ({ open }) => {
  const page = await open({ ...quick, script: { clipboardLate: 2 } });
  await write(page);
  await expect(page.getByText('Link copied')).toBeVisible();
  const never = await open({ ...quick, script: { clipboardLate: 100 } });
  await write(never);
  await expect(never.getByText('Sealed. The link was not copied')).toBeVisible();
});

test('one that is kept ready takes the focus when it is called, in the language chosen since', async ({
  open,
}) => {
  const page = await open({ ...quick, script: { quick: null } });
  await page.evaluate(() => {
    window.bridgeDouble.speak('es');
    window.bridgeDouble.emit('quick.shown', { mode: 'write' });
  });
  await expect(page.getByRole('textbox', { name: 'Tu secreto' })).toBeFocused();
  await page.keyboard.type('uno');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enlace copiado')).toBeVisible();
});
