import { randomBytes } from 'node:crypto';
import type { ElectronApplication, Page } from '@playwright/test';
import { contains } from './support/canary.ts';
import {
  clipboardFormats,
  pressKeys,
  readClipboard,
  readPrimary,
  writeClipboard,
} from './support/other-programs.ts';
import { expect, type Program, test } from './support/program.ts';
import { startPanel } from '../../scripts/desktop/panel.ts';
import { entryOf, findTrayItem, type TrayItem } from './support/tray.ts';
import { goTo } from './support/views.ts';

test.skip(process.platform !== 'linux', 'drives the tray over D-Bus and the keys by X11');

const unique = (): string => randomBytes(8).toString('hex');

/** The quick window that is shown; the one that is kept ready does not count. */
async function shownQuick(app: ElectronApplication): Promise<Page> {
  let found: Page | undefined;
  await expect
    .poll(async () => {
      const isShown = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some(
          (window) => window.isVisible() && window.webContents.getURL().endsWith('/quick.html'),
        ),
      );
      found = app.windows().find((page) => page.url().endsWith('/quick.html'));
      return isShown && found !== undefined;
    })
    .toBe(true);
  return found!;
}

/** The window is gone before the key is let go of. */
const escape = (page: Page): Promise<void> => page.keyboard.press('Escape').catch(() => undefined);

const hasShownQuick = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.isVisible() && window.webContents.getURL().endsWith('/quick.html'),
    ),
  );

async function choose(tray: TrayItem, label: string | RegExp): Promise<void> {
  await tray.choose(entryOf(await tray.menu(), label));
}

async function setClearing(window: Page, option: string): Promise<void> {
  await goTo(window, 'Settings');
  await window.getByLabel('Clear what was copied').selectOption(option);
}

test.describe('with a tray', () => {
  let panel: { stop(): void };
  test.beforeAll(async () => {
    panel = await startPanel();
  });
  test.afterAll(() => {
    panel.stop();
  });

  test('from the tray to a link in two actions, and the clipboard is cleared in time', async ({
    program,
  }) => {
    const { app, window } = program;
    const tray = await findTrayItem();
    await setClearing(window, '15');

    // First action: the icon. Second: what one writes, and Enter.
    const secret = `quick ${unique()}`;
    await tray.activate();
    const quick = await shownQuick(app);
    await expect(quick.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
    await quick.keyboard.type(secret);
    await quick.keyboard.press('Enter');
    await expect(quick.getByText('Link copied')).toBeVisible();
    await expect(quick.getByText(/Expires in 7 days, one access\./)).toBeVisible();
    const link = await readClipboard();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/s\//);
    expect(await readPrimary()).toBeNull();
    expect(await clipboardFormats()).not.toContain('text/html');

    // One key more: the password.
    await quick.keyboard.press('Enter');
    await expect(quick.getByText('Password copied')).toBeVisible();
    const password = await readClipboard();
    expect(password).toMatch(/^[a-z]+(-[a-z]+){5}$/);
    expect(await readPrimary()).toBeNull();
    await expect(quick.getByText(/Taken out of the clipboard in 0:\d\d/)).toBeVisible();

    await escape(quick);
    await expect.poll(() => hasShownQuick(app)).toBe(false);
    // Its window has gone, and the clipboard is cleared nevertheless.
    await expect.poll(readClipboard, { timeout: 25_000 }).toBeNull();
    await expect(window.getByText('The clipboard was cleared.')).toBeVisible();
    expect(contains(program.trace(), [secret, password ?? ''])).toBe(false);

    await menuStory(program, tray);
  });
});

async function menuStory(program: Program, tray: TrayItem): Promise<void> {
  const { app, window } = program;
  // The menu has the new link, without its name.
  const link = entryOf(await tray.menu(), /^Link of /);
  await tray.choose(entryOf(link.children, 'Copy link'));
  await expect.poll(readClipboard).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/s\//);
  expect(await readPrimary()).toBeNull();

  // Another program's text is shared from the menu, masked first, and pasted into the window alone.
  const theirs = `theirs ${unique()}`;
  await writeClipboard(theirs);
  await choose(tray, 'Share the clipboard’s text');
  const quick = await shownQuick(app);
  await expect(quick.getByText(`${theirs.length} characters from the clipboard`)).toBeVisible();
  await expect(quick.getByText(theirs)).toHaveCount(0);
  await quick.keyboard.press('Enter');
  await expect(quick.getByText('Link copied')).toBeVisible();
  await quick.keyboard.press('Escape');
  await expect(quick.getByText(/You have not copied the password/)).toBeVisible();
  await escape(quick);
  await expect.poll(() => hasShownQuick(app)).toBe(false);
  expect(contains(program.trace(), [theirs])).toBe(false);

  await choose(tray, 'Pause notifications');
  await expect.poll(async () => entryOf(await tray.menu(), 'Pause notifications').toggle).toBe(1);
  await window.getByRole('radio', { name: 'Español' }).check();
  await expect.poll(async () => (await tray.menu())[0]?.label).toBe('Compartir rápido');
  await window.getByRole('radio', { name: 'English' }).check();

  // What another program has copied since is left alone, also on the way out.
  const other = `other ${unique()}`;
  await writeClipboard(other);
  await program.quit();
  expect(await readClipboard()).toBe(other);
}

test('a shortcut that was recorded reaches the quick window, warm, and one that is taken is refused', async ({
  program,
}) => {
  const { app, window } = program;
  await goTo(window, 'Settings');
  // Without a panel there is no tray here; the program says so.
  await expect(window.getByText('This desktop shows no tray').first()).toBeVisible();

  await app.evaluate(({ globalShortcut }) => globalShortcut.register('Control+Alt+Shift+J', () => undefined));
  await window.getByRole('button', { name: 'Choose a shortcut: Open the quick window' }).click();
  await window.keyboard.press('Control+Alt+Shift+J');
  await expect(window.getByText(/The system did not give these keys/)).toBeVisible();

  await window.getByRole('button', { name: 'Choose a shortcut: Open the quick window' }).click();
  await window.keyboard.press('Control+K');
  await expect(window.getByText(/Other programs use that one/)).toBeVisible();
  await window.keyboard.press('Control+Alt+Shift+K');
  await expect(
    window.getByRole('button', { name: 'Change the shortcut: Open the quick window' }),
  ).toBeVisible();

  await expect.poll(() => app.windows().filter((page) => page.url().endsWith('/quick.html')).length).toBe(1);
  await pressKeys('ctrl+alt+shift+k');
  const quick = await shownQuick(app);
  await expect(quick.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
  await quick.keyboard.type('unfinished');
  // Losing the focus closes and wipes it; the next one is empty.
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().endsWith('/index.html'))
      ?.focus();
  });
  await expect.poll(() => hasShownQuick(app)).toBe(false);
  await pressKeys('ctrl+alt+shift+k');
  const next = await shownQuick(app);
  await expect(next.getByRole('textbox', { name: 'Your secret' })).toHaveValue('');
  await escape(next);
  await expect.poll(() => hasShownQuick(app)).toBe(false);
});
