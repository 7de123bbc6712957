import type { Browser, Page } from '@playwright/test';
import { contains } from './support/canary.ts';
import { launchChromium } from './support/chromium.ts';
import { becomesLocked } from './support/locked.ts';
import { startNotificationServer } from './support/notification-server.ts';
import { expect, test } from './support/program.ts';
import { letMostOfTheTimePass } from './support/time.ts';
import { compose, goTo, openAsRecipient, rowOf, sealAndHandOver, sealButton } from './support/views.ts';

const SECRET = 'db-password: correct-horse-42\nhost: db.internal — ñandú 🔑';

let browser: Browser;
let recipient: Page;
test.beforeAll(async () => {
  browser = await launchChromium();
});
test.beforeEach(async () => {
  recipient = await (await browser.newContext({ locale: 'en-US' })).newPage();
});
test.afterEach(async () => {
  await recipient.context().close();
});
test.afterAll(async () => {
  await browser.close();
});

test('a secret goes from one person to another, once, and its sender sees what became of it', async ({
  program,
}) => {
  const { window } = program;
  await compose(window, { text: SECRET, name: 'Staging database' });
  const { link, password } = await sealAndHandOver(window);
  expect(password).toMatch(/^[a-z-]+$/);
  expect(password.split('-').length).toBeGreaterThanOrEqual(6);

  await goTo(window, 'Sent');
  await leaveWithoutPassword(window);
  await expect(rowOf(window, 'Staging database')).toContainText('Not opened yet');

  expect(await openAsRecipient(recipient, link, password)).toBe(SECRET);

  await window.getByRole('button', { name: 'Ask the service for news' }).click();
  await expect(rowOf(window, 'Staging database')).toContainText('Used up');
  await expect(rowOf(window, 'Staging database')).toContainText('1 of 1');

  await recipient.reload();
  await recipient.getByRole('button', { name: 'Show the secret' }).click();
  await expect(recipient.getByRole('heading', { name: 'This message is used up' })).toBeVisible();
});

test('the desktop tells what became of a secret, without saying which, and leads to it', async ({
  program,
}) => {
  const { app, window } = program;
  const desktop = await startNotificationServer();
  try {
    await compose(window, { text: SECRET, name: 'Staging database', expires: 'in 1 day', times: 2 });
    const { link, password } = await sealAndHandOver(window);
    await handOver(window);
    await openAsRecipient(recipient, link, password);
    await goTo(window, 'Sent');
    await window.getByRole('button', { name: 'Ask the service for news' }).click();
    await expect.poll(() => desktop.shown.map(({ title }) => title)).toEqual(['Opened']);
    expect(desktop.shown[0]?.body).toBe('A secret you sent was opened for the first time.');

    await goTo(window, 'Settings');
    await desktop.click();
    const details = window.getByRole('complementary', { name: 'Details' });
    await expect(details.getByRole('heading', { name: 'Staging database' })).toBeVisible();
    await expect(details).toContainText('Opened for the first time');

    // Switched off: the next is not told. The one after it is, and waits until the program is unlocked.
    await sendNamed(window, 'Left alone');
    await setSwitch(window, 'An hour before a secret expires that nobody has opened', false);
    await letMostOfTheTimePass(program, 50);
    await goTo(window, 'Sent');
    await expect(rowOf(window, 'Left alone')).toContainText('minutes');
    await setSwitch(window, 'An hour before a secret expires that nobody has opened', true);
    await sendNamed(window, 'Forgotten letter');
    await letMostOfTheTimePass(program, 40);
    await expect.poll(() => desktop.shown.map(({ title }) => title)).toEqual(['Opened', 'Not opened yet']);
    expect(desktop.shown[1]?.body).toMatch(/^A secret you sent expires at .* and has not been opened\.$/);
    const messageId = link.split('/').at(-1) ?? link;
    for (const { everything } of desktop.shown)
      expect(contains(everything, ['Staging', 'Left alone', 'Forgotten', SECRET, password, messageId])).toBe(
        false,
      );
    const locked = await becomesLocked(app, () => window.keyboard.press('Control+l').catch(() => undefined));
    await desktop.click();
    await locked.getByRole('button', { name: 'Unlock' }).click();
    await expect(
      locked
        .getByRole('complementary', { name: 'Details' })
        .getByRole('heading', { name: 'Forgotten letter' }),
    ).toBeVisible();
    expect(desktop.shown).toHaveLength(2);
  } finally {
    desktop.stop();
  }
});

async function sendNamed(window: Page, name: string): Promise<void> {
  await goTo(window, 'Compose');
  await compose(window, { text: SECRET, name, expires: 'in 1 day' });
  await sealAndHandOver(window);
  await handOver(window);
}

async function handOver(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Copy password' }).click();
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(window.getByRole('textbox', { name: 'Your secret' })).toBeVisible();
}

async function setSwitch(window: Page, name: string, isOn: boolean): Promise<void> {
  await goTo(window, 'Settings');
  await window.getByRole('checkbox', { name }).setChecked(isOn);
}

test('a deleted secret is dead for its recipient, and stays in the list', async ({ program }) => {
  const { window } = program;
  await compose(window, { text: SECRET, name: 'Sent by mistake', times: 3 });
  const { link } = await sealAndHandOver(window);
  await goTo(window, 'Sent');
  await leaveWithoutPassword(window);
  await rowOf(window, 'Sent by mistake').hover();
  await rowOf(window, 'Sent by mistake').getByRole('button', { name: 'Delete at the service' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(rowOf(window, 'Sent by mistake')).toContainText('Deleted');

  await recipient.goto(link);
  await recipient.getByRole('button', { name: 'Show the secret' }).click();
  await expect(recipient.getByRole('heading', { name: 'This message was deleted' })).toBeVisible();
});

test('looking at the link costs nothing, and a wrong password no second access', async ({ program }) => {
  const { window } = program;
  await compose(window, { text: SECRET, name: 'Patience', ownPassword: 'mi contraseña — única ✓ 2026' });
  const { link, password } = await sealAndHandOver(window);
  expect(password).toBe('mi contraseña — única ✓ 2026');

  // What a mail scanner, a link preview and a curious recipient do.
  for (const method of ['get', 'head'] as const) await recipient.request[method](link);
  await recipient.goto(link);
  await recipient.reload();
  await recipient.getByRole('button', { name: 'Show the secret' }).click();
  await recipient.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await recipient.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(recipient.getByText('That password does not open it.')).toBeVisible();
  await recipient.getByRole('textbox', { name: 'Password' }).fill(password);
  await recipient.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(recipient.getByRole('region', { name: 'The secret’s text' })).toHaveText(SECRET);
});

test('the link and the password are two copies, never one', async ({ program }) => {
  const { app, window } = program;
  const clipboard = () => app.evaluate(async ({ clipboard: board }) => await board.readText());
  await compose(window, { text: SECRET });
  const { link, password } = await sealAndHandOver(window);
  await window.getByRole('button', { name: 'Copy link' }).click();
  await expect(window.getByRole('button', { name: 'Link copied' })).toBeVisible();
  expect(await clipboard()).toBe(link);
  await window.getByRole('button', { name: 'Copy password' }).click();
  await expect(window.getByRole('button', { name: 'Password copied' })).toBeVisible();
  expect(await clipboard()).toBe(password);
  await window.getByRole('button', { name: 'Message for the recipient' }).click();
  await window.getByRole('button', { name: 'Copy message' }).click();
  await expect.poll(clipboard).toContain(link);
  expect(await clipboard()).not.toContain(password);
});

test('the whole way works by keyboard alone', async ({ program }) => {
  const { window } = program;
  await window.getByRole('textbox', { name: 'Your secret' }).waitFor();
  await expect(window.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
  await window.keyboard.type('typed, not clicked');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('heading', { level: 1, name: /^Sealed/ })).toBeVisible();
  await window.keyboard.press('Control+2');
  await leaveWithoutPassword(window);
  await expect(window.getByRole('heading', { level: 1, name: 'Sent' })).toBeVisible();
});

test('nothing is sealed without a text, and the program says what is missing', async ({ program }) => {
  const { window } = program;
  await sealButton(window).click();
  await expect(window.getByText('Write or paste something first.')).toBeVisible();
  await expect(window.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
});

test('a secret can be opened in the program itself', async ({ program }) => {
  const { window } = program;
  await compose(window, { text: SECRET });
  const { link, password } = await sealAndHandOver(window);
  await goTo(window, 'Open');
  await leaveWithoutPassword(window);
  await window.getByRole('textbox', { name: 'Link or sealed text' }).fill(link);
  await window.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await window.getByRole('main').getByRole('button', { name: 'Open', exact: true }).click();
  await expect(window.getByText('This password does not open it')).toBeVisible();
  await window.getByRole('textbox', { name: 'Password' }).fill(password);
  await window.getByRole('main').getByRole('button', { name: 'Open', exact: true }).click();
  await window.getByRole('button', { name: 'Show the secret' }).click();
  await expect(window.getByText('correct-horse-42')).toBeVisible();
  await window.getByRole('button', { name: 'Close and wipe' }).click();
  await expect(window.getByText('correct-horse-42')).toHaveCount(0);
});

/** Where the program asks whether the password may be lost, a test may. */
async function leaveWithoutPassword(window: Page): Promise<void> {
  const question = window.getByRole('alertdialog', { name: 'Close without the password?' });
  if (await question.isVisible()) await question.getByRole('button', { name: 'Close anyway' }).click();
}
