import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { ElectronApplication, Page } from '@playwright/test';
import { startPanel } from '../../scripts/desktop/panel.ts';
import { contains } from './support/canary.ts';
import { isHistoryThere, startHistory } from './support/clipboard-history.ts';
import { becomesLocked } from './support/locked.ts';
import { answerDialog } from './support/native-dialog.ts';
import {
  clipboardFormats,
  pressKeys,
  readClipboard,
  readPrimary,
  writeClipboard,
} from './support/other-programs.ts';
import { expect, mainWindow, type Program, test } from './support/program.ts';
import {
  copyPassword,
  escape,
  hasQuick,
  hasShownQuick,
  shareQuickly,
  shownQuick,
  shownWindows,
} from './support/quick.ts';
import { letRunOut } from './support/timers.ts';
import { entryOf, findTrayItem, type TrayItem } from './support/tray.ts';
import { goTo } from './support/views.ts';

test.skip(process.platform !== 'linux', 'drives the tray over D-Bus and the keys by X11');

const unique = (): string => randomBytes(8).toString('hex');
/** As it is set on the first day. */
const CLEARED_AFTER_MS = 60_000;
const LINK = /^http:\/\/127\.0\.0\.1:\d+\/s\//;

async function choose(tray: TrayItem, label: string | RegExp): Promise<void> {
  await tray.choose(entryOf(await tray.menu(), label));
}

/** The newest link in the menu, without its name. */
const newestLink = async (tray: TrayItem) => entryOf(await tray.menu(), /^Link of /);

/** Settles when it was read back, and will be cleared. */
async function copyNewestLink(program: Program, tray: TrayItem): Promise<void> {
  const watched = (): number => program.trace().split('"status":"watching"').length;
  const before = watched();
  await tray.choose(entryOf((await newestLink(tray)).children, 'Copy link'));
  await expect.poll(readClipboard).toMatch(LINK);
  await expect.poll(watched).toBeGreaterThan(before);
}

test.describe('with a tray', () => {
  let panel: { stop(): void };
  test.beforeAll(async () => {
    panel = await startPanel();
  });
  test.afterAll(() => {
    panel.stop();
  });

  test('started out of sight: from the tray to a link in two actions, the clipboard cleared, the menu used', async ({
    launch,
  }) => {
    const program = await launch({ given: ['--hidden'], isOutOfSight: true });
    const tray = await findTrayItem();
    expect(await shownWindows(program.app)).toBe(0);
    await twoActions(program, tray);
    await othersAreLeftAlone(program, tray);
    await clipboardIsShared(program, tray);
    const window = await listTellsOfCopies(program, tray);
    await menuFollows(window, tray);
    await deletedFromTheMenu(program, tray);
    await closedToTheTray(program, tray);
    await lockedFromTheMenu(program, tray);
    // On quit, too.
    await copyNewestLink(program, tray);
    await program.quit();
    await expect.poll(readClipboard).toBeNull();
  });
});

async function twoActions(program: Program, tray: TrayItem): Promise<void> {
  const { app } = program;
  // First action: the icon. Second: what one writes, and Enter.
  const secret = `quick ${unique()}`;
  await tray.activate();
  const quick = await shownQuick(app);
  await shareQuickly(quick, secret);
  await expect(quick.getByText(/Expires in 7 days, one access\./)).toBeVisible();
  expect(await readClipboard()).toMatch(LINK);
  expect(await readPrimary()).toBeNull();
  expect(await clipboardFormats()).not.toContain('text/html');

  // One key more: the password.
  await copyPassword(quick);
  const password = await readClipboard();
  expect(password).toMatch(/^[a-z]+(-[a-z]+){5}$/);
  expect(await readPrimary()).toBeNull();
  await expect(quick.getByText(/Taken out of the clipboard in \d:\d\d/)).toBeVisible();
  await escape(app, quick);
  // No window is there any more, and the clipboard is cleared nevertheless.
  expect(await shownWindows(app)).toBe(0);
  expect(await readClipboard()).toBe(password);
  await letRunOut(app, CLEARED_AFTER_MS);
  await expect.poll(readClipboard).toBeNull();
  expect(contains(program.trace(), [secret, password ?? ''])).toBe(false);
}

async function othersAreLeftAlone(program: Program, tray: TrayItem): Promise<void> {
  await copyNewestLink(program, tray);
  expect(await readPrimary()).toBeNull();
  const other = `other ${unique()}`;
  await writeClipboard(other);
  await letRunOut(program.app, CLEARED_AFTER_MS);
  await expect.poll(() => program.trace()).toContain('"status":"replaced"');
  expect(await readClipboard()).toBe(other);
}

/** Another program's text is shared from the menu, masked first, and pasted into the window alone. */
async function clipboardIsShared(program: Program, tray: TrayItem): Promise<void> {
  const { app } = program;
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
  await escape(app, quick);
  expect(contains(program.trace(), [theirs])).toBe(false);
}

async function listTellsOfCopies({ app }: Program, tray: TrayItem): Promise<Page> {
  await choose(tray, 'Open the list of sent secrets');
  const window = await mainWindow(app);
  const rows = window.getByRole('grid', { name: 'Secrets you have sent' }).getByRole('row');
  // The head, and the two that were shared.
  await expect(rows).toHaveCount(3);
  await rows.nth(2).click();
  await window.keyboard.press('Enter');
  const story = window.getByRole('region', { name: 'What happened' });
  // Two copies in the quick window, one from the tray.
  await expect(story.getByText('Password copied')).toHaveCount(1);
  await expect(story.getByText('Link copied')).toHaveCount(2);
  return window;
}

async function menuFollows(window: Page, tray: TrayItem): Promise<void> {
  await choose(tray, 'Pause notifications');
  await expect.poll(async () => entryOf(await tray.menu(), 'Pause notifications').toggle).toBe(1);
  await choose(tray, 'Settings');
  await window.getByRole('radio', { name: 'Español' }).check();
  await expect.poll(async () => (await tray.menu())[0]?.label).toBe('Compartir rápido');
  await window.getByRole('radio', { name: 'English' }).check();
  await expect.poll(async () => (await tray.menu())[0]?.label).toBe('Quick share');
}

/** The desktop's own dialog asks first. */
async function deletedFromTheMenu(program: Program, tray: TrayItem): Promise<void> {
  const { app } = program;
  const ask = async (): Promise<void> =>
    tray.choose(entryOf((await newestLink(tray)).children, /^Delete at the service/));
  await answerDialog(app, ask, ['Escape']);
  // What has the keyboard at first does no harm.
  await answerDialog(app, ask, ['Return']);
  expect(program.trace()).not.toContain('"method":"DELETE"');
  await answerDialog(app, ask, ['Tab', 'Return']);
  await expect.poll(async () => (await newestLink(tray)).label).toContain('(deleted)');
}

async function closedToTheTray({ app, window }: Program, tray: TrayItem): Promise<void> {
  await goTo(window, 'Compose');
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().endsWith('/index.html'))
      ?.close();
  });
  const asked = window.getByRole('dialog', { name: 'Keep the program in the tray?' });
  // The answer to the click goes with the window.
  await asked
    .getByRole('button', { name: 'Stay in the tray' })
    .click({ noWaitAfter: true })
    .catch(() => undefined);
  await expect.poll(() => shownWindows(app)).toBe(0);
  await choose(tray, 'Settings');
  const back = await mainWindow(app);
  await expect(back.getByRole('radio', { name: 'Stay in the tray' })).toBeChecked();
}

/** Locking clears the clipboard; what is asked for meanwhile waits; opening asks the keychain. */
async function lockedFromTheMenu(program: Program, tray: TrayItem): Promise<void> {
  const { app } = program;
  await copyNewestLink(program, tray);
  const locked = await becomesLocked(app, () => choose(tray, 'Lock'));
  await expect.poll(readClipboard).toBeNull();
  await expect
    .poll(async () => (await tray.menu()).some(({ label }) => label.startsWith('Link of ')))
    .toBe(false);
  await choose(tray, 'Quick share');
  // Nor is one kept ready: its page would be refused what it asks for, and be of no use ever after.
  expect(await hasQuick(app)).toBe(false);
  const keychain = listenOnBus("interface='org.freedesktop.Secret.Service'");
  await expect.poll(keychain.isListening).toBe(true);
  await locked.getByRole('button', { name: 'Unlock' }).click();
  const quick = await shownQuick(app);
  await expect.poll(keychain.heard).toMatch(/member=(GetSecrets|OpenSession|SearchItems)/);
  keychain.stop();
  await escape(app, quick);
}

/** What is said on the session's bus, as a third program hears it. */
function listenOnBus(rule: string) {
  const child = spawn('dbus-monitor', ['--session', rule], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  return {
    isListening: () => text.includes('NameAcquired'),
    heard: () => text,
    stop: () => child.kill(),
  };
}

test('without a tray: said once, never out of reach; a shortcut that was recorded, and one that is taken', async ({
  launch,
}) => {
  const program = await launch();
  const { app, window, userData } = program;
  const said = (page: Page) => page.getByRole('note').getByText('This desktop shows no tray');
  await expect(said(window)).toBeVisible();
  await goTo(window, 'Settings');
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
  await historyOfTheClipboard(program);
  // Once is enough: the next start says nothing of it, and shows its window although it was to stay out of sight.
  await program.quit();
  const again = await launch({ userData, given: ['--hidden'] });
  await expect.poll(() => shownWindows(again.app)).toBe(1);
  await goTo(again.window, 'Settings');
  await expect(again.window.getByText(/This desktop shows no tray/).first()).toBeVisible();
  await expect(said(again.window)).toHaveCount(0);
});

const zoom = (app: ElectronApplication, factor: number): Promise<void> =>
  app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().endsWith('/index.html'))
      ?.webContents.setZoomFactor(wanted);
  }, factor);

const sizeOfQuick = (app: ElectronApplication): Promise<number[] | undefined> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isVisible() && each.webContents.getURL().endsWith('/quick.html'))
      ?.getSize(),
  );

/** What a program with a history of the clipboard gets to keep of a password. */
async function historyOfTheClipboard({ app, window }: Program): Promise<void> {
  const history = isHistoryThere() ? await startHistory() : null;
  const mark = window.getByRole('checkbox', { name: 'Keep passwords out of clipboard histories' });
  const canMark = Number(await app.evaluate(() => process.versions.electron.split('.')[0])) >= 44;
  if (canMark) await mark.check();
  else await expect(window.getByText(/Electron 43.* cannot write such marks/)).toBeVisible();
  // Somebody who has enlarged the program's pages gets as much into the small window.
  await zoom(app, 1.5);
  await pressKeys('ctrl+alt+shift+k');
  const next = await shownQuick(app);
  expect(await sizeOfQuick(app)).toEqual([630, 372]);
  await expect(next.getByRole('textbox', { name: 'Your secret' })).toHaveValue('');
  await shareQuickly(next, `history ${unique()}`);
  await copyPassword(next);
  const password = await readClipboard();
  if (canMark) expect(await clipboardFormats()).toContain('x-kde-passwordManagerHint');
  else if (history !== null) await expect.poll(() => history.read()).toContain(password);
  await escape(app, next);
  // What another program has copied since is left alone, also on the way out.
  const other = `other ${unique()}`;
  await writeClipboard(other);
  if (history === null) return;
  // What comes later is in it: so would be the password.
  await expect.poll(() => history.read()).toContain(other);
  expect((await history.read()).includes(password ?? '')).toBe(!canMark);
  await history.stop();
}
