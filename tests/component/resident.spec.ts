import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { drag, textFile } from './resident-scenes.ts';
import { sealed, write } from './scene.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Your secret' });
const closed = (page: Page) => page.evaluate(() => window.bridgeDouble.closed);
const calls = (page: Page) =>
  page.evaluate(() => window.bridgeDouble.log.map(({ name, input }) => ({ name, input })));
/** As the window does when it is about to go. Answers whether it may. */
const leave = (page: Page) =>
  page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

test.describe('a locked window', () => {
  const lock = { isLocked: true, why: 'system', opens: 'keychain' } as const;

  test('shows the lock alone, asks nothing that is refused, and opens by one key', async ({ open }) => {
    const page = await open({ script: { lock } });
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeFocused();
    expect(new Set((await calls(page)).map(({ name }) => name))).toEqual(
      new Set(['lock.state', 'app.info', 'settings.get']),
    );
    await page.keyboard.press('Enter');
    await expect(field(page)).toBeFocused();
    await expect(page.getByRole('heading', { name: 'Locked' })).toHaveCount(0);
  });

  test('stays as it is when the keychain does not open, and says so aloud', async ({ open }) => {
    const page = await open({ script: { lock, unlocking: 'keychain' } });
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByRole('status')).toContainText('The keychain did not open');
    await page.evaluate(() => {
      window.bridgeDouble.change({ unlocking: 'unlocked' });
    });
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(field(page)).toBeVisible();
  });

  test('asks for the passphrase where there is one, and forgets a wrong one', async ({ open }) => {
    const page = await open({
      script: { lock: { ...lock, opens: 'passphrase' }, unlocking: 'wrong-passphrase' },
    });
    const passphrase = page.getByLabel('Passphrase');
    await expect(passphrase).toBeFocused();
    await passphrase.fill('wrong');
    await page.keyboard.press('Enter');
    await expect(page.getByText('That is not the passphrase')).toBeVisible();
    await expect(passphrase).toHaveValue('');
  });

  test('speaks the person’s language', async ({ open }) => {
    const page = await open({ script: { lock, settings: { language: 'es' } } });
    await expect(page.getByRole('button', { name: 'Desbloquear' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
  });
});

test('Ctrl+L locks the program from anywhere', async ({ open }) => {
  const page = await open();
  await write(page);
  await page.keyboard.press('Control+l');
  await expect.poll(async () => (await calls(page)).at(-1)?.name).toBe('lock.now');
});

test('a view asked for from outside is gone to, before the window was there and while it is', async ({
  open,
}) => {
  const page = await open({ script: { askedView: 'settings' } });
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.evaluate(() => {
    window.bridgeDouble.ask('sent');
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Sent' })).toBeVisible();
});

test.describe('closing the window', () => {
  test('asks nothing while there is nothing to lose', async ({ open }) => {
    const page = await open();
    expect(await leave(page)).toBe(true);
    await write(page);
    await field(page).fill('');
    expect(await leave(page)).toBe(true);
  });

  test('is held up by an unfinished text, also while another view is looked at', async ({ open }) => {
    const page = await open();
    await write(page);
    await page.keyboard.press('Control+4');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    expect(await leave(page)).toBe(false);
    await page.getByRole('button', { name: 'Leave it open' }).click();
    expect(await closed(page)).toBeNull();
    expect(await leave(page)).toBe(false);
    await page.getByRole('button', { name: 'Close anyway' }).click();
    await expect.poll(() => closed(page)).toBe('as-set');
  });

  test('is held up by a password that is nowhere else, until it is copied', async ({ open }) => {
    const page = await open();
    await sealed(page);
    expect(await leave(page)).toBe(false);
    await expect(page.getByText('You have not copied the password yet')).toBeVisible();
    await page.getByRole('button', { name: 'Leave it open' }).click();
    await page.getByRole('button', { name: 'Copy password' }).click();
    // What was copied is read back first.
    await expect(page.getByText('Password copied').first()).toBeVisible();
    expect(await leave(page)).toBe(true);
  });

  test('asks once where the program goes, and says where it would be', async ({ open }) => {
    const page = await open();
    await write(page);
    await page.evaluate(() => {
      window.bridgeDouble.emit('window.closing', { asks: 'tray-or-quit' });
    });
    const dialog = page.getByRole('dialog', { name: 'Keep the program in the tray?' });
    await expect(dialog).toContainText('What you have written is kept in this window alone');
    await dialog.getByRole('button', { name: 'Stay in the tray' }).click();
    await expect.poll(() => closed(page)).toBe('tray');
    // What was answered for is not asked about again.
    expect(await leave(page)).toBe(true);
  });
});

test.describe('a text file', () => {
  test('is sealed exactly as it is, with neither its name nor its kind', async ({ open }) => {
    const page = await open();
    const text = 'first\r\nsecond\tñ\r\n';
    await drag(page, 'drop', { files: [textFile('staging-key.pem', text)] });
    await expect(page.getByText('The text of staging-key.pem')).toBeVisible();
    await page.getByRole('button', { name: 'Seal and create link' }).click();
    await page.getByRole('heading', { name: /^Sealed/ }).waitFor();
    const link = await page.getByText('http://127.0.0.1:47400/s/').innerText();
    const password = await page.locator('[translate=no]').last().innerText();
    expect(JSON.stringify(await calls(page))).not.toContain('staging-key');
    await page.keyboard.press('Control+3');
    await page.getByRole('textbox', { name: 'Link or sealed text' }).fill(link);
    await page.getByLabel('Password', { exact: true }).fill(password.replaceAll('\n', ''));
    await page.getByRole('main').getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('button', { name: 'Show the secret' }).click();
    const shown = await page
      .locator('[data-view=open]')
      .evaluate((view) =>
        [...view.querySelectorAll('*')].some((part) => part.textContent === 'first\r\nsecond\tñ\r\n'),
      );
    expect(shown).toBe(true);
  });

  test('is chosen by the keyboard alone, and can be edited and taken out', async ({ open }) => {
    const page = await open();
    const chooser = page.waitForEvent('filechooser');
    await field(page).press('Tab');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: 'notes.txt', mimeType: '', buffer: Buffer.from('from a file') });
    await page.getByRole('button', { name: 'Edit it here' }).click();
    await expect(field(page)).toHaveValue('from a file');
    await drag(page, 'drop', { files: [textFile('other.txt', 'another')] });
    await page.getByRole('button', { name: 'Replace it' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(field(page)).toHaveValue('');
    expect(await leave(page)).toBe(true);
  });

  test('never takes the place of what is written without asking', async ({ open }) => {
    const page = await open();
    await write(page, 'mine');
    await drag(page, 'drop', { files: [textFile('other.txt', 'another')] });
    await page.getByRole('button', { name: 'Keep what I have' }).click();
    await expect(field(page)).toHaveValue('mine');
  });

  for (const [what, files, words] of [
    ['a picture', [{ name: 'a.png', bytes: [0x89, 0x50, 0x4e, 0x47] }], 'only text can be sealed'],
    ['an empty one', [textFile('a.txt', '')], 'There is nothing in it'],
    ['several', [textFile('a.txt', 'a'), textFile('b.txt', 'b')], 'One text at a time'],
  ] as const) {
    test(`is not had from ${what}, and the person reads what to do`, async ({ open }) => {
      const page = await open();
      await drag(page, 'drop', { files });
      await expect(page.getByRole('alert')).toContainText(words);
      await field(page).fill('x');
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }

  test('that is too large is refused by its size', async ({ open }) => {
    const page = await open({
      script: {
        service: { status: 'running', origin: 'http://127.0.0.1:47400', maxContentBytes: 1_000_000 },
      },
    });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a text file' }).click();
    const buffer = Buffer.alloc(2_000_000, 'x');
    await (await chooser).setFiles({ name: 'large.log', mimeType: '', buffer });
    await expect(page.getByRole('alert')).toContainText('Send it in parts');
  });
});

test('a text dropped beside the field is taken, and one over it is left to the field', async ({ open }) => {
  const page = await open();
  await drag(page, 'drop', { text: 'dropped' });
  await expect(field(page)).toHaveValue('dropped');
  const isTaken = await field(page).evaluate((target) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'over the field');
    return !target.dispatchEvent(
      new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  });
  expect(isTaken).toBe(false);
});

test.describe('the settings', () => {
  test('keep protection from capture only when it was seen to do no harm', async ({ open }) => {
    const page = await open({
      script: { info: { platform: 'win32' }, protection: { state: 'off', endsAt: null } },
    });
    await page.keyboard.press('Control+4');
    const box = page.getByRole('checkbox', { name: 'Keep the windows out of screen capture' });
    await box.check();
    await expect(page.getByText(/the protection ends in 1\d seconds/)).toBeVisible();
    // The time runs out: the main process takes it off by itself.
    await page.evaluate(() => {
      window.bridgeDouble.emit('protection.changed', { state: 'off', endsAt: null });
    });
    await expect(box).not.toBeChecked();
    await box.check();
    await page.getByRole('button', { name: 'Yes, keep it' }).click();
    await expect(page.getByText('Can you still see this window?')).toHaveCount(0);
    await expect(box).toBeChecked();
  });

  test('say what this desktop cannot do', async ({ open }) => {
    const page = await open({ script: { resident: { hasTray: false, startsAtLogin: 'not-installed' } } });
    await page.keyboard.press('Control+4');
    await expect(page.getByText('This desktop shows no tray')).toBeVisible();
    await expect(page.getByText('is for the installed program')).toBeVisible();
    await expect(page.getByText('This system has no such protection')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'When the computer goes to sleep' })).toBeChecked();
  });

  test('store when to lock and what closing does', async ({ open }) => {
    const page = await open();
    await page.keyboard.press('Control+4');
    await page.getByLabel('When nobody is here').selectOption('After 15 minutes');
    await page
      .getByRole('radiogroup', { name: 'When the window is closed' })
      .getByRole('radio', { name: 'Quit' })
      .click();
    await page.getByRole('checkbox', { name: 'Start with your session' }).check();
    const stored = (await calls(page)).filter(({ name }) =>
      /^settings.set|^resident.startAtLogin/.test(name),
    );
    expect(stored.map(({ input }) => input)).toEqual([
      { lockAfter: 15 },
      { whenClosed: 'quit' },
      { isOn: true },
    ]);
  });
});
