import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const CANARY = 'canary-9d2f-öß-秘密';

const field = (page: Page) => page.getByRole('textbox', { name: 'Your secret' });
const sealButton = (page: Page) => page.getByRole('button', { name: 'Seal and create link' });
const sealedHeading = (page: Page) => page.getByRole('heading', { name: /^Sealed/ });
const log = (page: Page) => page.evaluate(() => window.bridgeDouble.log);

test('the focus is in the field, and Ctrl+Enter seals and sends', async ({ open }) => {
  const page = await open();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('a secret');
  await page.keyboard.press('Control+Enter');
  await expect(sealedHeading(page)).toBeFocused();
  const sent = (await log(page)).find(({ name }) => name === 'shares.send');
  expect(sent?.input).toMatchObject({ name: null, policy: { maxAccess: 1 } });
});

test('neither the secret nor the password crosses the bridge', async ({ open }) => {
  const page = await open();
  await field(page).fill(CANARY);
  await sealButton(page).click();
  await expect(sealedHeading(page)).toBeVisible();
  const password = await page
    .getByRole('listitem', { name: 'The password' })
    .locator('[translate=no]')
    .innerText();
  const crossed = JSON.stringify(await log(page));
  expect(crossed).not.toContain(CANARY);
  expect(crossed).not.toContain(password.replaceAll('\n', ''));
  expect(page.url()).not.toContain(CANARY);
  expect(await page.title()).toBe('EnigmaCrypt');
});

test('what was written is still there after a look at another view', async ({ open }) => {
  const page = await open();
  await field(page).fill('half a thought');
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'Nothing sent yet' })).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(field(page)).toHaveValue('half a thought');
  await expect(field(page)).toBeFocused();
});

test('nothing to seal is said beside the button, until something is written', async ({ open }) => {
  const page = await open();
  await sealButton(page).click();
  await expect(page.getByText('Write or paste something first.')).toBeVisible();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('x');
  await expect(page.getByText('Write or paste something first.')).toBeHidden();
});

test('expiry and accesses are chosen in place and sent', async ({ open }) => {
  const page = await open();
  await field(page).fill('a secret');
  await page.getByRole('button', { name: /When does it expire/ }).click();
  await page.getByRole('radio', { name: 'never' }).click();
  await page.getByRole('button', { name: /How many times/ }).click();
  await page.getByRole('radio', { name: 'Another number' }).click();
  await page.getByRole('textbox', { name: 'Number of times' }).fill('7');
  await page.keyboard.press('Escape');
  await expect(page.getByText('up to 7 times')).toBeVisible();
  await sealButton(page).click();
  await expect(sealedHeading(page)).toBeVisible();
  const sent = (await log(page)).find(({ name }) => name === 'shares.send');
  expect(sent?.input).toMatchObject({ policy: { expiresAt: null, maxAccess: 7 } });
});

test('an expiry in the past is refused, and the text stays', async ({ open }) => {
  const page = await open();
  await field(page).fill('a secret');
  await page.getByRole('button', { name: /When does it expire/ }).click();
  await page.getByRole('radio', { name: 'On an exact date and time' }).click();
  await page.getByLabel('Date and time', { exact: true }).fill('2020-01-01T10:00');
  await expect(page.getByText('That moment has passed.')).toBeVisible();
  await page.keyboard.press('Escape');
  await sealButton(page).click();
  await expect(page.getByText('Choose when it expires.')).toBeVisible();
  await expect(field(page)).toHaveValue('a secret');
  expect((await log(page)).map(({ name }) => name)).not.toContain('shares.send');
});

test('a weak password of one’s own is sealed only after a question', async ({ open }) => {
  const page = await open();
  await field(page).fill('a secret');
  await page.getByRole('button', { name: /Which password/ }).click();
  await page.getByRole('radio', { name: 'My own' }).click();
  await page.getByLabel('Your password').fill('password1');
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('alertdialog', { name: 'Seal it with a weak password?' });
  await question.getByRole('button', { name: 'Choose another password' }).click();
  await expect(question).toBeHidden();
  expect((await log(page)).map(({ name }) => name)).not.toContain('shares.send');
  await page.keyboard.press('Control+Enter');
  await question.getByRole('button', { name: 'Seal it anyway' }).click();
  await expect(sealedHeading(page)).toBeVisible();
});

test('a refusal says what happened and keeps the text', async ({ open }) => {
  const page = await open({ script: { send: 'refused', sendReason: { code: 'too-large' } } });
  await field(page).fill('a secret');
  await sealButton(page).click();
  await expect(page.getByRole('alert')).toContainText('larger than the service takes');
  await expect(field(page)).toHaveValue('a secret');
});

test('a main process that breaks loses nothing that was written', async ({ open }) => {
  const page = await open({ script: { broken: ['shares.send'] } });
  await field(page).fill('a secret');
  await sealButton(page).click();
  await expect(page.getByRole('alert')).toContainText('What you wrote is still here.');
  await expect(field(page)).toHaveValue('a secret');
});

test('sealing waits for a service that is starting, and goes on by itself', async ({ open }) => {
  const page = await open({ script: { service: { status: 'starting' } } });
  await field(page).fill('a secret');
  await sealButton(page).click();
  await expect(page.getByRole('button', { name: 'Preparing…' })).toBeVisible();
  await page.evaluate(() => {
    window.bridgeDouble.setService({
      status: 'running',
      origin: 'http://127.0.0.1:47400',
      maxContentBytes: 1e6,
    });
  });
  await expect(sealedHeading(page)).toBeVisible();
});

test('a failed service can be started again from where it is missed', async ({ open }) => {
  const page = await open({ script: { service: { status: 'failed', reason: 'storage' } } });
  await page.getByRole('button', { name: 'Start it again' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await field(page).fill('a secret');
  await sealButton(page).click();
  await expect(sealedHeading(page)).toBeVisible();
});

test('a text above the service’s limit is refused before it is sealed', async ({ open }) => {
  const page = await open({
    script: { service: { status: 'running', origin: 'http://127.0.0.1:47400', maxContentBytes: 100_000 } },
  });
  await field(page).fill('x'.repeat(80_000));
  await expect(page.getByText(/Shorten it, or send it in parts/)).toBeVisible();
  await sealButton(page).click();
  expect((await log(page)).map(({ name }) => name)).not.toContain('shares.send');
});

test('a large text shows its progress and can be stopped', async ({ open }) => {
  const page = await open({
    script: {
      service: { status: 'running', origin: 'http://127.0.0.1:47400', maxContentBytes: 48 * 1024 * 1024 },
    },
  });
  await page.evaluate(() => {
    const text = 'a line of a log that goes on and on\n'.repeat(900_000);
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document
      .querySelector('textarea')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('A large text')).toBeVisible();
  // A fast machine is done before anyone outside could look, or before progress is worth showing: here it shows at
  // once, and the page itself stops it then.
  await page.evaluate(() => {
    const later = window.setTimeout.bind(window);
    window.setTimeout = ((act: () => void, delay?: number) =>
      later(act, delay === 300 ? 0 : delay)) as typeof window.setTimeout;
    const watch = new MutationObserver(() => {
      const cancel = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Cancel');
      if (document.querySelector('progress') === null || cancel === undefined) return;
      watch.disconnect();
      cancel.click();
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await sealButton(page).click();
  await expect(page.getByText('Stopped. Your text is still here.')).toBeVisible();
  await expect(page.getByText('A large text')).toBeVisible();
  expect((await log(page)).map(({ name }) => name)).not.toContain('shares.send');
});
