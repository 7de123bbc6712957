/**
 * The program itself, used from inside as a person would for months: the quick window opened and closed, and a secret
 * shared in some of them. Tells `SAMPLE {…}` now and then, and quits.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { app, BrowserWindow, type WebContents } from 'electron';
import { anonymousBytes, proportionalBytes, treeOf } from '../bench/lib/process-tree.ts';
import { callQuickWindow, escape, press, untilKeptReady, untilTypeable } from '../bench/lib/quick-window.ts';
import type { Sample } from './sample.ts';

const number = (name: string): number => Number(process.env[`ENIGMACRYPT_SOAK_${name}`]);
const [opens, shares, every] = [number('OPENS'), number('SHARES'), number('EVERY')];
const ends = performance.now() + number('MINUTES') * 60_000;
const MIB = 1024 * 1024;
/** A window that was closed has ended with its process, and the next one is drawn. */
const SETTLE_MS = 1_500;

// Only known when it is built: the program as it stands in its own folder.
await import(/* @vite-ignore */ process.env['ENIGMACRYPT_BENCH_PROGRAM'] ?? '');
// Waiting for it here would keep it from coming.
void app
  .whenReady()
  .then(soak)
  .then(
    () => {
      app.quit();
    },
    (problem: unknown) => {
      process.stderr.write(`${problem instanceof Error ? (problem.stack ?? '') : String(problem)}\n`);
      app.exit(1);
    },
  );

async function soak(): Promise<void> {
  await sendTo(process.env['ENIGMACRYPT_SOAK_SERVICE'] ?? '');
  await untilKeptReady();
  let shared = 0;
  for (let opened = 1; opened <= opens; opened += 1) {
    const { window } = await untilTypeable(callQuickWindow);
    // Spread evenly over all of them.
    if (Math.floor((opened * shares) / opens) > shared) {
      await share(window.webContents, `soak ${opened}`);
      shared += 1;
    }
    await escape(window);
    if (opened % every === 0) {
      await sample(opened, shared);
      if (performance.now() > ends) return;
    }
  }
}

async function sample(opened: number, shared: number): Promise<void> {
  await untilKeptReady();
  await pause(SETTLE_MS);
  const all = treeOf(process.pid);
  const pssMiB = proportionalBytes(all) / MIB;
  const lastingMiB = anonymousBytes(all.filter((pid) => !isService(pid))) / MIB;
  const taken: Sample = { opened, shared, pssMiB, lastingMiB };
  process.stdout.write(`SAMPLE ${JSON.stringify(taken)}\n`);
}

/** The built-in service is a utility process of Electron's own kind. */
function isService(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--utility-sub-type=node.mojom.NodeService');
  } catch {
    return false;
  }
}

/** By keys alone: the text, Enter for the link, Enter for the password. */
async function share(contents: WebContents, text: string): Promise<void> {
  await contents.insertText(text);
  press(contents, 'Enter');
  await until(contents, `${says('Link copied')} && document.activeElement?.tagName === 'BUTTON'`);
  const pressed = performance.now();
  press(contents, 'Enter');
  await until(contents, `${says('Password copied')} || ${says('was not copied')}`);
  if ((await contents.executeJavaScript(says('Password copied'))) === true) return;
  // Said, and to be seen in the run: a machine that is short of breath may have to be asked twice.
  process.stderr.write(`SOAK: not copied after ${Math.round(performance.now() - pressed)} ms: ${text}\n`);
  press(contents, 'Enter');
  await until(contents, says('Password copied'));
}

const says = (words: string): string => `document.body.innerText.includes('${words}')`;

async function until(contents: WebContents, condition: string): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if ((await contents.executeJavaScript(condition)) === true) return;
    await pause(10);
  }
  const shown = String(await contents.executeJavaScript('document.body.innerText'));
  throw new Error(`waited in vain for ${condition}: ${shown}`);
}

/** Adds a service without a rate limit as an account, in the main window, and closes that to the tray. */
async function sendTo(origin: string): Promise<void> {
  app.emit('second-instance', {}, [], '', { request: { kind: 'view', view: 'compose' }, ignored: 0 });
  const window = await mainWindow();
  await window.webContents.executeJavaScript(`(async () => {
    const added = await enigma.calls['accounts.add']({
      name: 'Soak', origin: ${JSON.stringify(origin)}, token: null, hash: 'SHA-256', acceptInsecure: false,
      defaults: { lifetimeSeconds: 3600, maxAccess: 1 },
    });
    if (added.outcome !== 'added') throw new Error(JSON.stringify(added));
    await enigma.calls['accounts.use']({ id: added.account.id });
  })()`);
  window.close();
}

async function mainWindow(): Promise<Electron.BrowserWindow> {
  for (;;) {
    const found = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().endsWith('/index.html'),
    );
    const isThere: unknown = await found?.webContents
      .executeJavaScript('document.querySelector("nav button") !== null')
      .catch(() => false);
    if (found !== undefined && isThere === true) return found;
    await pause(50);
  }
}
