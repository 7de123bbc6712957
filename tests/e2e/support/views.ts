/** The program's views as a person finds them: by role and name. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface Draft {
  readonly text: string;
  readonly name?: string;
  readonly ownPassword?: string;
  /** As the list of presets says it. */
  readonly expires?: 'in 1 hour' | 'in 1 day' | 'in 7 days' | 'in 30 days' | 'never';
  readonly times?: number;
}

export interface HandedOver {
  readonly link: string;
  readonly password: string;
}

export const goTo = (window: Page, view: 'Compose' | 'Sent' | 'Open' | 'Settings'): Promise<void> =>
  window.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click();

/** Fills the compose view in, as far as the draft says. */
export async function compose(window: Page, draft: Draft): Promise<void> {
  await window.getByRole('textbox', { name: 'Your secret' }).fill(draft.text);
  if (draft.name !== undefined) {
    await window.getByRole('button', { name: /^A name to find it by/ }).click();
    await window.getByRole('textbox', { name: 'Name', exact: true }).fill(draft.name);
    await closePopover(window);
  }
  if (draft.expires !== undefined) {
    await window.getByRole('button', { name: /^When does it expire/ }).click();
    await window.getByRole('radio', { name: new RegExp(`^${draft.expires}`) }).click();
    await closePopover(window);
  }
  if (draft.times !== undefined) await chooseTimes(window, draft.times);
  if (draft.ownPassword !== undefined) await choosePassword(window, draft.ownPassword);
}

async function chooseTimes(window: Page, times: number): Promise<void> {
  await window.getByRole('button', { name: /^How many times can it be opened/ }).click();
  await window.getByRole('radio', { name: 'Another number' }).click();
  await window.getByRole('textbox', { name: 'Number of times' }).fill(String(times));
  await closePopover(window);
}

async function choosePassword(window: Page, password: string): Promise<void> {
  await window.getByRole('button', { name: /^Which password opens it/ }).click();
  await window.getByRole('radio', { name: 'My own' }).click();
  await window.getByRole('textbox', { name: 'Your password' }).fill(password);
  await closePopover(window);
}

async function closePopover(window: Page): Promise<void> {
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
}

export const sealButton = (window: Page): Locator =>
  window.getByRole('button', { name: 'Seal and create link' });

/** Seals what was composed and reads link and password off the hand-over view. */
export async function sealAndHandOver(window: Page): Promise<HandedOver> {
  await sealButton(window).click();
  await expect(window.getByRole('heading', { level: 1, name: /^Sealed/ })).toBeVisible();
  return readHandover(window);
}

export async function readHandover(window: Page): Promise<HandedOver> {
  const link = await window
    .getByRole('listitem', { name: 'The link' })
    .getByText(/^https?:/)
    .innerText();
  const panel = window.getByRole('listitem', { name: 'The password' });
  const password = await panel
    .getByRole('paragraph')
    .nth(1)
    .evaluate((shown) => shown.textContent);
  return { link: link.trim(), password };
}

export const rowOf = (window: Page, name: string): Locator =>
  window.getByRole('grid', { name: 'Secrets you have sent' }).getByRole('row', { name });

/** The recipient: opens the link in a browser, asks for the secret and types the password. */
export async function openAsRecipient(page: Page, link: string, password: string): Promise<string> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Show the secret' }).click();
  return enterPassword(page, password);
}

export async function enterPassword(page: Page, password: string): Promise<string> {
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const secret = page.getByRole('region', { name: 'The secret’s text' });
  await expect(secret).toBeVisible();
  return secret.innerText();
}
