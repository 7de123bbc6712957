/**
 * Starts the program, or an empty one with nothing but a field to type in, and tells how long it took until one could
 * type and what the whole of its processes takes then, and without a window.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { app, BrowserWindow, nativeImage, Tray, type WebContents } from 'electron';
import type { StartRound } from '../../../scripts/bench/start-figures.ts';
import { proportionalBytes, treeOf } from '../lib/process-tree.ts';

/** What is begun at the start has come to its end by then. */
const SETTLE_MS = 4_000;
const MIB = 1024 * 1024;

const program = process.env['ENIGMACRYPT_BENCH_PROGRAM'];
let tray: Tray | undefined;

const typing = new Promise<number>((resolve) => {
  app.on('web-contents-created', (_event, contents) => {
    contents.once('dom-ready', () => {
      void canType(contents).then(() => {
        resolve(Date.now());
      });
    });
  });
});

/** Settles when the field has the focus and what was drawn with it is on screen. */
const canType = (contents: WebContents): Promise<unknown> =>
  contents.executeJavaScript(`new Promise((ready) => {
    const look = () => document.activeElement?.tagName === 'TEXTAREA'
      ? requestAnimationFrame(() => setTimeout(ready))
      : setTimeout(look, 4);
    look();
  })`);

const pss = (): number => proportionalBytes(treeOf(process.pid)) / MIB;

if (program === undefined) void app.whenReady().then(openEmpty);
else await import(program);

void typing.then(async (moment) => {
  const started = process.getCreationTime();
  if (started === null) throw new Error('the system does not say when this process began');
  await pause(SETTLE_MS);
  const windowPssMiB = pss();
  // The program itself may end with its last window; here it is to stay.
  app.removeAllListeners('window-all-closed');
  app.on('window-all-closed', () => undefined);
  for (const window of BrowserWindow.getAllWindows()) window.destroy();
  await pause(SETTLE_MS);
  const round: StartRound = { toTypingMs: moment - started, windowPssMiB, residentPssMiB: pss() };
  process.stdout.write(`ROUND ${JSON.stringify(round)}\n`);
  app.quit();
});

async function openEmpty(): Promise<void> {
  tray = new Tray(nativeImage.createEmpty());
  tray.setToolTip('empty');
  const page = join(app.getPath('userData'), 'empty.html');
  writeFileSync(page, '<!doctype html><textarea autofocus></textarea>');
  await new BrowserWindow({ width: 1100, height: 760 }).loadFile(page);
}
