/**
 * The program itself with a list of a given length: first a run of its own that takes the list over from a file,
 * then a fresh one, measured in its window.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import type { ListFigures } from '../../../scripts/bench/ledger-figures.ts';
import { leaveIntroductionBehind } from '../../e2e/support/past-introduction.ts';
import { median } from '../lib/median.ts';
import { exportedList } from './exported-list.ts';
import { measureList, type Rounds } from './in-window.ts';

const count = Number(process.env['ENIGMACRYPT_BENCH_COUNT']);
const isFilling = process.env['ENIGMACRYPT_BENCH_FILL'] === '1';
const program = process.env['ENIGMACRYPT_BENCH_PROGRAM'] ?? '';

if (!isFilling && count > 0) {
  const env = { ...process.env, ENIGMACRYPT_BENCH_FILL: '1' };
  const filled = spawnSync(process.execPath, process.argv.slice(1), {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (filled.status !== 0) app.exit(1);
}
leaveIntroductionBehind(app.getPath('userData'));
void work().catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? (problem.stack ?? '') : String(problem)}\n`);
  app.exit(1);
});

async function work(): Promise<void> {
  // Only known when it is built: the program as it stands in its own folder.
  await import(/* @vite-ignore */ program);
  const contents = await shownWindow();
  if (isFilling) await fill(contents);
  else {
    const source = `(${measureList.toString()})(${count})`;
    const rounds = (await contents.executeJavaScript(source)) as Rounds;
    process.stdout.write(`BENCH ${JSON.stringify(figuresOf(rounds))}\n`);
  }
  app.quit();
}

function figuresOf({ openMs, searchMs, ...rest }: Rounds): ListFigures {
  const isEmpty = searchMs.length === 0;
  return {
    ...rest,
    openMs: median(openMs),
    searchMs: isEmpty ? null : median(searchMs),
    longestSearchMs: isEmpty ? null : Math.max(...searchMs),
  };
}

async function shownWindow(): Promise<WebContents> {
  await app.whenReady();
  for (;;) {
    const [window] = BrowserWindow.getAllWindows();
    const isThere: unknown = await window?.webContents
      .executeJavaScript('document.querySelector("nav button") !== null')
      .catch(() => false);
    if (window !== undefined && isThere === true) return window.webContents;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function fill(contents: WebContents): Promise<void> {
  const file = join(app.getPath('userData'), 'list.json');
  writeFileSync(file, exportedList(count, Date.now()));
  dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
  const answer = (await contents.executeJavaScript(
    'enigma.calls["ledger.import"]({ passphrase: null })',
  )) as { outcome: string; added?: number };
  if (answer.added !== count) throw new Error(`the list was not taken over: ${answer.outcome}`);
}
