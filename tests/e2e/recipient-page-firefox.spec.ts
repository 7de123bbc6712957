import { expect, test } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { findFirefox, launchFirefox, NETWORK_NAME } from './support/firefox.ts';
import { type Message, type RecipientService, startRecipientService } from './support/recipient-service.ts';

const SECRET = 'user  migration\npass  vK9#tq-Lw2! <b>&amp;</b> ñ ✉ 🗝️ 漢字\n\n\tsecond paragraph';
const PASSWORD = 'acorn-linen-Ñandú';

const executable = findFirefox();
const missing = 'There is no Firefox here. On Debian: apt-get install firefox-esr';
test.skip(executable === undefined, missing);
// The reason of a skipped test is in the report only, and nobody reads that of a run that passed.
if (executable === undefined) console.warn(`The recipient’s page is not tested in Firefox. ${missing}`);

let service: RecipientService;
let browser: Browser;
const pages: Page[] = [];
/** What the pages tried against their policy, and what failed in them. */
const problems: string[] = [];

// One Firefox for all of them.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  service = await startRecipientService();
  browser = await launchFirefox(executable ?? '', 'en-GB, en');
});
test.afterAll(async () => {
  await browser.close();
  await service.stop();
});
test.afterEach(async () => {
  for (const page of pages.splice(0)) if (!page.isClosed()) await page.close();
  expect(problems.splice(0)).toEqual([]);
});

async function visit(message: Message, { host = '127.0.0.1', inside = browser } = {}): Promise<Page> {
  const page = await inside.newPage();
  pages.push(page);
  page.on('pageerror', (problem) => problems.push(String(problem)));
  page.on('console', (message) => problems.push(message.text()));
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`against the policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(`http://${host}:${service.port}/s/${message.messageId}`);
  return page;
}

/** By role and name, as assistive technology finds it. */
const named = (page: Page, role: string, name: string) =>
  page.locator(`::-p-aria([role="${role}"][name="${name}"])`);
const click = (page: Page, name: string): Promise<void> => named(page, 'button', name).click();
const problemOn = (page: Page) => page.$eval('[role=alert]', ({ textContent }) => textContent);
const textOf = (page: Page, selector: string) => page.$eval(selector, ({ textContent }) => textContent);

async function openWith(page: Page, typed: string): Promise<void> {
  await page.locator('#password').fill(typed);
  await click(page, 'Open');
}

async function readSecret(page: Page): Promise<string> {
  await named(page, 'region', 'The secret’s text').wait();
  return textOf(page, '[aria-label="The secret’s text"]');
}

test('in Firefox a recipient reads the secret, exactly as it was written', async () => {
  const message = await service.send(SECRET, PASSWORD);
  const page = await visit(message);
  await named(page, 'heading', 'A sealed message for you').wait();
  expect(await service.accessCount(message)).toBe(0);
  await click(page, 'Show the secret');
  await openWith(page, PASSWORD);
  expect(await readSecret(page)).toBe(SECRET);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('The secret');
  expect(await textOf(page, 'body')).toContain('Sealed on 4 January 2027 at 12:30, by its sender’s clock.');
});

test('in Firefox a wrong password costs no second access', async () => {
  const message = await service.send(SECRET, PASSWORD);
  const page = await visit(message);
  const calls: string[] = [];
  page.on('request', (request) => calls.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await click(page, 'Show the secret');
  await openWith(page, 'wrong');
  await expect.poll(() => problemOn(page)).toContain('That password does not open it. Look out for upper');
  await openWith(page, `${PASSWORD} `);
  await expect.poll(() => problemOn(page)).toContain('There is a space at its beginning or end');
  await openWith(page, PASSWORD);
  expect(await readSecret(page)).toBe(SECRET);
  expect(calls).toEqual([`POST /api/messages/${message.messageId}/open`]);
  expect(await service.accessCount(message)).toBe(1);
});

test('Firefox, which keeps pages to go back to, shows nothing of the secret on the way back', async () => {
  const page = await visit(await service.send(SECRET, PASSWORD, { maxAccess: 2 }));
  await click(page, 'Show the secret');
  await openWith(page, PASSWORD);
  await readSecret(page);
  await page.goto(`${service.origin}/s/elsewhere`);
  await page.goBack();
  expect(await page.content()).not.toContain('second paragraph');
});

test('Firefox asks before the only copy is left behind', async () => {
  const page = await visit(await service.send(SECRET, PASSWORD));
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await click(page, 'Show the secret');
  await page.locator('#password').fill('x');
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
});

test('in Firefox it opens on plain http across a network, where there is no WebCrypto', async () => {
  const message = await service.send(SECRET, PASSWORD);
  const page = await visit(message, { host: NETWORK_NAME });
  expect(await page.evaluate(() => [location.protocol, isSecureContext, 'subtle' in crypto])).toEqual([
    'http:',
    false,
    false,
  ]);
  await click(page, 'Show the secret');
  await openWith(page, 'wrong');
  await expect.poll(() => problemOn(page)).toContain('That password does not open it.');
  await openWith(page, PASSWORD);
  expect(await readSecret(page)).toBe(SECRET);
  expect(await service.accessCount(message)).toBe(1);
});

test('a Firefox that asks for Spanish is answered in Spanish, from the first screen to the last', async () => {
  const spanish = await launchFirefox(executable ?? '', 'es-MX, es, en');
  try {
    const page = await visit(await service.send(SECRET, PASSWORD, { maxAccess: 3 }), { inside: spanish });
    expect(await page.evaluate(() => [...navigator.languages])).toEqual(['es-MX', 'es', 'en']);
    expect(await page.title()).toBe('Un mensaje sellado');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es-MX');
    await click(page, 'Mostrar el secreto');
    await page.locator('#password').fill('mala');
    await click(page, 'Abrir');
    await expect.poll(() => problemOn(page)).toContain('Esa contraseña no lo abre.');
    await page.locator('#password').fill(PASSWORD);
    await click(page, 'Abrir');
    await named(page, 'heading', 'El secreto').wait();
    expect(await textOf(page, '[aria-label="El texto del secreto"]')).toBe(SECRET);
    expect(await textOf(page, 'body')).toContain('Sellado el 4 de enero de 2027');
  } finally {
    await spanish.close();
  }
});
