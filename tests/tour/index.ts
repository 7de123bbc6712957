/**
 * The tour: drives the real program through its whole story and saves a picture of each step. Every step is
 * checked; the first one that fails ends the tour with a non-zero exit. Run by `npm run demo`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchChromium } from '../e2e/support/chromium.ts';
import { launchGated } from '../e2e/support/launch.ts';
import { compose, enterPassword, goTo, rowOf, sealAndHandOver } from '../e2e/support/views.ts';

const root = resolve(import.meta.dirname, '../..');
const pictures = join(root, 'artifacts', 'tour');
const SECRET = 'Staging database\nhost      db.staging.internal\nuser      deploy\npassword  9v!Kq-27-Lm·ñ';

type Scheme = 'light' | 'dark';

/** Saves what a page shows, in the order of the story. */
function createAlbum(scheme: Scheme) {
  let page = 0;
  return async (shown: Page, title: string): Promise<void> => {
    page += 1;
    const file = `${scheme}-${String(page).padStart(2, '0')}-${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.png`;
    // Transitions are at most 200 ms long.
    await shown.waitForTimeout(350);
    await shown.screenshot({ path: join(pictures, file) });
    console.log(`  ok  ${scheme}: ${title}`);
  };
}

async function tour(scheme: Scheme): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'enigmacrypt-tour-'));
  const app = await launchGated(join(root, 'tests/tour/main.mjs'), userData, {});
  const browser = await launchChromium();
  try {
    const window = await app.firstWindow();
    const take = createAlbum(scheme);
    await chooseTheme(window, scheme);
    const { link, password } = await send(window, take);
    const recipient = await (
      await browser.newContext({
        colorScheme: scheme,
        locale: 'en-US',
        viewport: { width: 1000, height: 760 },
      })
    ).newPage();
    await receive(recipient, link, password, take);
    await review(window, take);
    await recipient.goto(await sendAnother(window));
    await deleteIt(window, take);
    await recipient.getByRole('button', { name: 'Show the secret' }).click();
    await expect(recipient.getByRole('heading', { name: 'This message was deleted' })).toBeVisible();
    await take(recipient, 'the link is dead');
    await openInProgram(window, take);
  } finally {
    await browser.close();
    await app.close();
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Take = ReturnType<typeof createAlbum>;

async function chooseTheme(window: Page, scheme: Scheme): Promise<void> {
  await goTo(window, 'Settings');
  await window.getByRole('radio', { name: scheme === 'dark' ? 'Dark' : 'Light', exact: true }).check();
  await expect
    .poll(() => window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(scheme === 'dark');
  await goTo(window, 'Compose');
}

async function send(window: Page, take: Take) {
  await expect(window.getByRole('textbox', { name: 'Your secret' })).toBeVisible();
  await expect(window.getByText('On this computer', { exact: true })).toBeVisible();
  await take(window, 'first start');
  await compose(window, { text: SECRET, name: 'Staging database', times: 1 });
  await take(window, 'compose');
  await window.getByRole('button', { name: /^Which password opens it/ }).click();
  await take(window, 'the password');
  await window.keyboard.press('Escape');
  const handedOver = await sealAndHandOver(window);
  expect(handedOver.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/s\/[A-Za-z0-9_-]+$/);
  await take(window, 'hand over');
  await window.getByRole('button', { name: 'Copy link' }).click();
  await expect(window.getByRole('button', { name: 'Link copied' })).toBeVisible();
  await window.getByRole('button', { name: 'Copy password' }).click();
  await expect(window.getByRole('button', { name: 'Password copied' })).toBeVisible();
  await take(window, 'both copied, one after the other');
  await window.getByRole('button', { name: 'Done' }).click();
  return handedOver;
}

async function receive(recipient: Page, link: string, password: string, take: Take): Promise<void> {
  await recipient.goto(link);
  await take(recipient, 'the recipient opens the link');
  await recipient.getByRole('button', { name: 'Show the secret' }).click();
  await expect(recipient.getByRole('textbox', { name: 'Password' })).toBeVisible();
  await take(recipient, 'the recipient is asked for the password');
  expect(await enterPassword(recipient, password)).toBe(SECRET);
  await take(recipient, 'the recipient reads the secret');
}

async function review(window: Page, take: Take): Promise<void> {
  await goTo(window, 'Sent');
  await window.getByRole('button', { name: 'Ask the service for news' }).click();
  await expect(rowOf(window, 'Staging database')).toContainText('1 of 1');
  await take(window, 'the list shows that it was opened');
}

/** Answers the link of a second secret, made to be deleted. */
async function sendAnother(window: Page): Promise<string> {
  await goTo(window, 'Compose');
  await compose(window, { text: 'Sent to the wrong person', name: 'Wi-Fi of the office', times: 5 });
  const { link } = await sealAndHandOver(window);
  await window.getByRole('button', { name: 'Copy password' }).click();
  await window.getByRole('button', { name: 'Done' }).click();
  return link;
}

async function deleteIt(window: Page, take: Take): Promise<void> {
  await goTo(window, 'Sent');
  const row = rowOf(window, 'Wi-Fi of the office');
  await row.hover();
  await row.getByRole('button', { name: 'Delete at the service' }).click();
  await expect(window.getByRole('alertdialog')).toBeVisible();
  await take(window, 'deleting asks first');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row).toContainText('Deleted');
  await take(window, 'the list shows that it is deleted');
}

async function openInProgram(window: Page, take: Take): Promise<void> {
  await goTo(window, 'Open');
  await take(window, 'open');
  await goTo(window, 'Settings');
  await take(window, 'settings');
}

rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
try {
  await tour('light');
  await tour('dark');
  console.log(`The tour is complete. Pictures: ${pictures}`);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  console.error('The tour broke off.');
  process.exitCode = 1;
}
