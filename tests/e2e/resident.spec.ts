import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { contains } from './support/canary.ts';
import { becomesLocked } from './support/locked.ts';
import { expect, type Program, test } from './support/program.ts';
import { escape, shownQuick } from './support/quick.ts';
import { startAgain } from './support/second-start.ts';
import { letRunOut } from './support/timers.ts';
import { goTo, readHandover, rowOf, sealButton } from './support/views.ts';

const unique = (): string => randomBytes(12).toString('hex');
const field = (window: Page) => window.getByRole('textbox', { name: 'Your secret' });
const logOf = ({ userData }: Program): string =>
  readFileSync(join(userData, 'data/log/events.jsonl'), 'utf8');

/** Everything a page holds for anyone who looks into it: what is shown, what is typed, what is stored. */
const everythingIn = (window: Page): Promise<string> =>
  window.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map(
      (each) => (each as HTMLInputElement | HTMLTextAreaElement).value,
    );
    return [
      document.documentElement.outerHTML,
      document.body.textContent,
      ...fields,
      JSON.stringify(localStorage),
    ].join('\n');
  });

const renderers = (app: ElectronApplication): Promise<number[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
  );

const refusalOf = (window: Page, call: string): Promise<string> =>
  window.evaluate(
    (name) =>
      (globalThis as unknown as { enigma: { calls: Record<string, () => Promise<unknown>> } }).enigma.calls[
        name
      ]!().then(() => 'answered', String),
    call,
  );

test('a lock leaves nothing of a secret in any window, and everything else as it was', async ({
  program,
}) => {
  const { app, window } = program;
  const sent = unique();
  const secret = `canary-${unique()}`;
  const draft = `draft-${unique()}`;
  await field(window).fill(secret);
  await window.getByRole('button', { name: /^A name to find it by/ }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill(sent);
  await window.keyboard.press('Escape');
  await sealButton(window).click();
  const { password } = await readHandover(window);
  await window.getByRole('button', { name: 'Copy password' }).click();
  await goTo(window, 'Open');
  await window.getByRole('textbox', { name: 'Link or sealed text' }).fill(draft);
  // The search works: before the lock it is all there.
  const canaries = [secret, password, draft];
  expect(contains(await everythingIn(window), [password])).toBe(true);
  expect(contains(await everythingIn(window), [draft])).toBe(true);

  const before = await renderers(app);
  const locked = await becomesLocked(app, () => window.keyboard.press('Control+l').catch(() => undefined));
  expect(window.isClosed()).toBe(true);
  expect(contains(await everythingIn(locked), [...canaries, sent])).toBe(false);
  // The process that held them has ended with its memory.
  await expect.poll(() => before.filter(isRunning)).toEqual([]);
  for (const call of ['accounts.list', 'ledger.summary', 'settings.set', 'diagnostics.read'])
    expect(await refusalOf(locked, call)).toContain('refused: locked');
  expect(await refusalOf(locked, 'app.info')).toBe('answered');

  // What is asked from outside waits, and is done once it is open.
  await startAgain(program, 'enigmacrypt://sent');
  await expect(locked.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await locked.getByRole('button', { name: 'Unlock' }).press('Enter');
  await expect(rowOf(locked, sent)).toBeVisible();
  expect(contains(await everythingIn(locked), canaries)).toBe(false);

  // The computer goes to sleep: the same, by itself.
  await goTo(locked, 'Compose');
  await field(locked).fill(draft);
  const asleep = await becomesLocked(app, () =>
    app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
  );
  expect(contains(await everythingIn(asleep), canaries)).toBe(false);
  await asleep.getByRole('button', { name: 'Unlock' }).click();
  await expect(field(asleep)).toHaveValue('');
  await program.quit();
  const codes = logOf(program);
  expect(codes).toContain('"event":"lock","code":"asked"');
  expect(codes).toContain('"event":"lock","code":"system"');
  expect(contains(codes + program.trace() + program.output(), canaries)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a second start hands over what it was asked for; a file’s text is sealed; nothing is lost by closing', async ({
  program,
}) => {
  const { app, window, userData } = program;
  // A tray may still come for half a minute after the start. Then, at rest and before anything was sent, nothing
  // wakes the program up.
  for (const delay of LATE_TRAY_MS) await letRunOut(app, delay);
  await expect.poll(() => timersOf(app)).toBe(0);

  await startAgain(program, 'enigmacrypt://settings');
  await expect(window.getByRole('heading', { name: 'Settings' })).toBeVisible();
  const mark = unique();
  await startAgain(program, `enigmacrypt://sent?token=${mark}`);
  await expect.poll(() => logOf(program)).toContain('"event":"request","code":"ignored"');
  expect(logOf(program)).not.toContain(mark);
  await expect(window.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await startAgain(program, 'enigmacrypt://compose');
  // As a window manager's own shortcut does it.
  await startAgain(program, '--quick-share');
  const quick = await shownQuick(app);
  await expect(quick.getByRole('textbox', { name: 'Your secret' })).toBeFocused();
  await escape(app, quick);

  const file = join(userData, 'staging.env');
  writeFileSync(file, `KEY=${mark}\r\n`);
  const chooser = window.waitForEvent('filechooser');
  await window.getByRole('button', { name: 'Choose a text file' }).click();
  await (await chooser).setFiles(file);
  await expect(window.getByText('The text of staging.env')).toBeVisible();
  expect(program.trace()).not.toContain(mark);
  expect(program.trace()).not.toContain('staging.env');

  // There is no going without being asked, neither by closing nor by quitting.
  const close = () =>
    app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close();
    });
  const asked = window.getByRole('alertdialog', { name: 'Close with something unfinished?' });
  await app.evaluate(({ app: self }) => {
    self.quit();
  });
  await expect(asked).toBeVisible();
  await asked.getByRole('button', { name: 'Leave it open' }).click();
  await close();
  await expect(asked).toBeVisible();
  const ended = once(app.process(), 'exit');
  // The answer to the click goes with the window.
  await asked
    .getByRole('button', { name: 'Close anyway' })
    .click({ noWaitAfter: true })
    .catch(() => undefined);
  await ended;
});

/** As long as it is waited for a panel, look by look: `searchForTray`. */
const LATE_TRAY_MS = [2_000, 10_000, 30_000];

/** Timers of the main process that would wake it up. */
const timersOf = (app: ElectronApplication): Promise<number> =>
  app.evaluate(() => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length);
