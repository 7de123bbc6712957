import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { setUpRecipient } from './support/recipient.ts';
import { type Message, startRecipientService } from './support/recipient-service.ts';

const SECRET = 'user  migration\npass  vK9#tq-Lw2! <b>&amp;</b> ñ ✉\n\nsecond paragraph';
const PASSWORD = 'acorn-linen-Ñandú';

const recipient = setUpRecipient();
const { newPage, visit } = recipient;

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const showButton = (page: Page) => page.getByRole('button', { name: 'Show the secret' });
const password = (page: Page) => page.getByLabel('Password', { exact: true });
const secret = (page: Page) => page.getByRole('region', { name: 'The secret’s text' });

async function openWith(page: Page, typed: string): Promise<void> {
  await password(page).fill(typed);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

test.describe('a recipient', () => {
  test('reads the secret with the password, exactly as it was written', async () => {
    const message = await recipient.service.send(SECRET, PASSWORD);
    const page = await visit(message);
    await showButton(page).click();
    await expect(password(page)).toBeFocused();
    await openWith(page, PASSWORD);
    await expect(heading(page, 'The secret')).toBeFocused();
    expect(await secret(page).textContent()).toBe(SECRET);
    await expect(page.getByText('Sealed on 4 January 2027 at 12:30, by its sender’s clock.')).toBeVisible();
    await expect(page.getByText('It is gone from the service now.')).toBeVisible();
    await expect(page.getByText('This page cannot tell.')).toBeVisible();
  });

  test('uses nothing up by looking, reloading or coming back', async () => {
    const message = await recipient.service.send(SECRET, PASSWORD);
    const page = await visit(message);
    await expect(heading(page, 'A sealed message for you')).toBeVisible();
    await expect(page.getByText('So far nothing has been opened.')).toBeVisible();
    await page.reload();
    await page.goto('about:blank');
    await page.goBack();
    await expect(showButton(page)).toBeVisible();
    expect(await recipient.service.accessCount(message)).toBe(0);
  });

  test('may mistype the password as often as they like: it costs one access', async () => {
    const message = await recipient.service.send(SECRET, PASSWORD);
    const page = await visit(message);
    const calls: string[] = [];
    page.on('request', (request) => calls.push(request.url()));
    await showButton(page).click();
    await openWith(page, '');
    await expect(page.getByRole('alert')).toHaveText('Type the password you were given.');
    await openWith(page, 'wrong');
    await expect(page.getByRole('alert')).toContainText('That password does not open it. Look out for upper');
    await expect(page.getByRole('alert')).toContainText('Trying again uses nothing up.');
    await expect(password(page)).toBeFocused();
    await expect(password(page)).toHaveAttribute('aria-invalid', 'true');
    await openWith(page, `${PASSWORD} `);
    await expect(page.getByRole('alert')).toContainText('There is a space at its beginning or end');
    await openWith(page, PASSWORD);
    await expect(secret(page)).toBeVisible();
    expect(calls).toEqual([`${recipient.service.origin}/api/messages/${message.messageId}/open`]);
    expect(await recipient.service.accessCount(message)).toBe(1);
  });

  test('counts once even when they click twice', async () => {
    const message = await recipient.service.send(SECRET, PASSWORD, { maxAccess: 5 });
    const page = await visit(message);
    await page.route('**/open', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await showButton(page).dblclick();
    await expect(password(page)).toBeVisible();
    expect(await recipient.service.accessCount(message)).toBe(1);
  });

  test('is told how often it can still be shown', async () => {
    const last = await visit(await recipient.service.send(SECRET, PASSWORD, { maxAccess: 1 }));
    await showButton(last).click();
    await expect(last.getByText('this page holds the only one')).toBeVisible();
    const onceMore = await visit(await recipient.service.send(SECRET, PASSWORD, { maxAccess: 2 }));
    await showButton(onceMore).click();
    await expect(onceMore.getByText('it can be shown once more')).toBeVisible();
    const more = await visit(await recipient.service.send(SECRET, PASSWORD, { maxAccess: 1201 }));
    await showButton(more).click();
    await expect(more.getByText('it can be shown 1,200 more times')).toBeVisible();
    const unlimited = await visit(await recipient.service.send(SECRET, PASSWORD, { maxAccess: null }));
    await showButton(unlimited).click();
    await expect(unlimited.getByText('It can be shown again')).toBeVisible();
    await openWith(unlimited, PASSWORD);
    await expect(secret(unlimited)).toBeVisible();
    await expect(unlimited.getByText('It is gone from the service now.')).toBeHidden();
  });

  test('reads it whatever date its sender wrote', async () => {
    const message = await recipient.service.send(SECRET, PASSWORD, { created: '+999999-12-31T00:00:00Z' });
    const page = await visit(message);
    await showButton(page).click();
    await openWith(page, PASSWORD);
    expect(await secret(page).textContent()).toBe(SECRET);
    await expect(page.getByText('Sealed on +999999-12-31T00:00:00Z')).toBeVisible();
  });

  test('opens what was sealed with the older hash as well', async () => {
    const page = await visit(await recipient.service.send(SECRET, PASSWORD, { hash: 'SHA-1' }));
    await showButton(page).click();
    await openWith(page, PASSWORD);
    expect(await secret(page).textContent()).toBe(SECRET);
  });

  test('does it all by keyboard', async () => {
    const page = await visit(await recipient.service.send(SECRET, PASSWORD));
    await page.keyboard.press('Tab');
    await expect(showButton(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(password(page)).toBeFocused();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(password(page)).toHaveValue(PASSWORD);
    await expect(password(page)).toHaveAttribute('type', 'text');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'The secret')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(secret(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Copy' })).toBeFocused();
  });

  test('copies the secret, saves it, and clears the page', async () => {
    const page = await visit(await recipient.service.send(SECRET, PASSWORD), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await showButton(page).click();
    await openWith(page, PASSWORD);
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    await expect(page.getByRole('status')).toHaveText(
      'Copied. It stays in your clipboard until you copy something else.',
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(SECRET);
    await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    expect((await download).suggestedFilename()).toBe('secret.txt');
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(SECRET);
    await page.getByRole('button', { name: 'Clear this page' }).click();
    await expect(heading(page, 'Nothing is left here')).toBeFocused();
    expect(await page.content()).not.toContain('second paragraph');
  });

  test('finds a long text cut on the screen, and whole in the clipboard', async () => {
    const long = `${'0123456789'.repeat(30_000)}the end`;
    const page = await visit(await recipient.service.send(long, PASSWORD), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await showButton(page).click();
    await openWith(page, PASSWORD);
    await expect(page.getByText('200,000 of 300,007 characters are shown')).toBeVisible();
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect((await page.evaluate(() => navigator.clipboard.readText())) === long).toBe(true);
  });

  test('is asked before leaving with the only copy unread, and not after clearing it', async () => {
    const page = await visit(await recipient.service.send(SECRET, PASSWORD));
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await showButton(page).click();
    await password(page).fill('x');
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await expect(showButton(page)).toBeVisible();
    await page.reload();
    expect(asked).toHaveLength(1);
  });
});

test.describe('a link that does not open', () => {
  const gone: [string, string, () => Promise<Message | string>][] = [
    ['unknown', 'This link leads nowhere', () => Promise.resolve('neverExisted00000')],
    [
      'expired',
      'This message has expired',
      async () => {
        const message = await recipient.service.send(SECRET, PASSWORD, {
          expiresAt: new Date(Date.now() + 400).toISOString(),
        });
        await new Promise((resolve) => setTimeout(resolve, 500));
        return message;
      },
    ],
    [
      'used up',
      'This message is used up',
      async () => {
        const message = await recipient.service.send(SECRET, PASSWORD);
        await recipient.service.open(message);
        return message;
      },
    ],
    [
      'deleted',
      'This message was deleted',
      async () => {
        const message = await recipient.service.send(SECRET, PASSWORD);
        await recipient.service.remove(message);
        return message;
      },
    ],
  ];
  for (const [name, title, make] of gone) {
    test(`is explained when it is ${name}, and not before the click`, async () => {
      const page = await visit(await make());
      await expect(heading(page, 'A sealed message for you')).toBeVisible();
      await showButton(page).click();
      await expect(heading(page, title)).toBeFocused();
      await expect(page.getByRole('button')).toHaveCount(0);
    });
  }

  test('is explained when the envelope is damaged or of another kind', async () => {
    // A block that opens to nothing is no different from a wrong password; one that is no base64 never gets in.
    const page = await visit('x');
    await page.route('**/open', (route) =>
      route.fulfill({
        json: { success: true, data: { encryptedContent: 'torn', accessCount: 1, maxAccess: 1 } },
      }),
    );
    await showButton(page).click();
    await openWith(page, PASSWORD);
    await expect(heading(page, 'This message is damaged')).toBeFocused();
  });

  test('is explained where there is no message in the address', async () => {
    const page = await newPage();
    for (const path of ['/', '/elsewhere', '/s/a%2Fb']) {
      await page.goto(recipient.service.origin + path);
      await expect(heading(page, 'Nothing to open here')).toBeVisible();
    }
  });
});

test.describe('when the service can’t be had', () => {
  test('offline nothing is sent, and it works again afterwards', async () => {
    const message = await recipient.service.send(SECRET, PASSWORD);
    const page = await newPage();
    await page.goto(`http://secrets.test:${recipient.service.port}/s/${message.messageId}`);
    await page.context().setOffline(true);
    await showButton(page).click();
    await expect(heading(page, 'You are offline')).toBeFocused();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await showButton(page).click();
    await expect(password(page)).toBeVisible();
  });

  test('a service that does not answer is named, with what that may mean', async () => {
    const page = await visit('x');
    await page.route('**/open', (route) => route.abort());
    await showButton(page).click();
    await expect(heading(page, 'The service does not answer')).toBeFocused();
    await expect(page.getByText('that may have counted as shown')).toBeVisible();
  });

  test('a service in trouble, or a stranger in its place, is not taken for an answer', async () => {
    const page = await visit('x');
    const answers = [
      { status: 500, json: { success: false, code: 'internal' } },
      { status: 404, body: '<h1>nginx</h1>' },
      { status: 200, body: '<h1>Log in to this hotel’s network</h1>' },
      { status: 200, json: { success: true, data: {} } },
    ];
    for (const answer of answers) {
      await page.route('**/open', (route) => route.fulfill(answer));
      await showButton(page).click();
      await expect(heading(page, 'Something went wrong at the service')).toBeFocused();
      await page.unroute('**/open');
      await page.getByRole('button', { name: 'Try again' }).click();
    }
  });

  test('too many requests are answered with the time from which on it works again', async () => {
    const limited = await startRecipientService({ open: { anonymous: 1, token: 1 } });
    const page = await newPage();
    const message = await limited.send(SECRET, PASSWORD);
    await limited.open(message);
    await page.clock.setFixedTime(new Date('2027-01-04T11:00:30Z'));
    await page.goto(`${limited.origin}/s/${message.messageId}`);
    await showButton(page).click();
    await expect(heading(page, 'Too many requests from here')).toBeFocused();
    // Fifteen minutes less a moment, to the next whole minute, in the reader's own zone.
    await expect(page.getByText('takes more from your network at 12:16.')).toBeVisible();
    await limited.stop();
  });
});

test('on plain http across a network, where there is no WebCrypto, it opens all the same', async () => {
  const page = await newPage();
  const message = await recipient.service.send(SECRET, PASSWORD);
  await page.goto(`http://secrets.test:${recipient.service.port}/s/${message.messageId}`);
  expect(await page.evaluate(() => [isSecureContext, 'subtle' in crypto])).toEqual([false, false]);
  await showButton(page).click();
  await openWith(page, 'wrong');
  await expect(page.getByRole('alert')).toContainText('That password does not open it.');
  await openWith(page, PASSWORD);
  expect(await secret(page).textContent()).toBe(SECRET);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await recipient.service.accessCount(message)).toBe(1);
});

test('it speaks Spanish to those whose browser does, from the first screen to the last', async () => {
  const page = await visit(await recipient.service.send(SECRET, PASSWORD, { maxAccess: 3 }), {
    locale: 'es-MX',
  });
  await expect(page).toHaveTitle('Un mensaje sellado');
  expect(await page.locator('html').getAttribute('lang')).toBe('es-MX');
  await expect(heading(page, 'Un mensaje sellado para ti')).toBeVisible();
  await page.getByRole('button', { name: 'Mostrar el secreto' }).click();
  await expect(page.getByText('se puede mostrar 2 veces más')).toBeVisible();
  await page.getByLabel('Contraseña', { exact: true }).fill('mala');
  await page.getByRole('button', { name: 'Abrir', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Esa contraseña no lo abre.');
  await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'El secreto')).toBeFocused();
  await expect(page.getByText('¿De quién es?')).toBeVisible();
  await expect(page.getByText('Sellado el 4 de enero de 2027')).toBeVisible();
});

test('it falls back to English for other languages', async () => {
  const page = await visit('x', { locale: 'de-DE' });
  await expect(heading(page, 'A sealed message for you')).toBeVisible();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

test('it says what is needed where scripts are off, in both languages', async () => {
  const page = await visit('x', { javaScriptEnabled: false });
  await expect(page.getByText('JavaScript has to be switched on')).toBeVisible();
  await expect(page.getByText('JavaScript tiene que estar activado')).toBeVisible();
});
