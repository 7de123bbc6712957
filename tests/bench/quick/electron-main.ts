/**
 * Calls the quick window again and again, kept ready and not, or does the same with windows that have nothing but a
 * field: one that is kept and shown, and one that is made when it is called.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { app, BrowserWindow } from 'electron';
import type { QuickRound } from '../../../scripts/bench/quick-figures.ts';
import { callQuickWindow, escape, untilKeptReady, untilTypeable } from '../lib/quick-window.ts';

const program = process.env['ENIGMACRYPT_BENCH_PROGRAM'];
const calls = Number(process.env['ENIGMACRYPT_BENCH_CALLS']);
/** What ended, and what was begun for the next call, has come to its end by then. */
const SETTLE_MS = 600;

app.on('window-all-closed', () => undefined);
if (program !== undefined) await import(program);
void app.whenReady().then(async () => {
  const round = program === undefined ? await measureEmpty() : await measureProgram();
  process.stdout.write(`ROUND ${JSON.stringify(round)}\n`);
  app.exit();
});

async function measureProgram(): Promise<QuickRound> {
  const round: { warmMs: number[]; coldMs: number[] } = { warmMs: [], coldMs: [] };
  for (let call = 0; call < calls; call += 1) {
    await untilKeptReady();
    await pause(SETTLE_MS);
    const warm = await untilTypeable(callQuickWindow);
    round.warmMs.push(warm.ms);
    await escape(warm.window);
    // Right after it none is kept yet.
    const cold = await untilTypeable(callQuickWindow);
    round.coldMs.push(cold.ms);
    await escape(cold.window);
  }
  return round;
}

async function measureEmpty(): Promise<QuickRound> {
  const page = join(app.getPath('userData'), 'empty.html');
  writeFileSync(page, '<!doctype html><textarea autofocus></textarea>');
  const make = (show: boolean): BrowserWindow => {
    const window = new BrowserWindow({ width: 420, height: 248, show, frame: false, alwaysOnTop: true });
    void window.loadFile(page);
    return window;
  };
  const round: { warmMs: number[]; coldMs: number[] } = { warmMs: [], coldMs: [] };
  for (let call = 0; call < calls; call += 1) {
    const kept = make(false);
    await new Promise<void>((resolve) => {
      kept.webContents.once('did-finish-load', () => {
        resolve();
      });
    });
    await pause(SETTLE_MS);
    const warm = await untilTypeable(() => {
      kept.show();
      kept.focus();
    });
    round.warmMs.push(warm.ms);
    kept.destroy();
    const cold = await untilTypeable(() => {
      make(true).focus();
    });
    round.coldMs.push(cold.ms);
    cold.window.destroy();
  }
  return round;
}
