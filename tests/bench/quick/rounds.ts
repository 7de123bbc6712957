/** `rounds.ts <electron> <main> <program> <folder>`, within one desktop, to which it adds a tray. */
import { join } from 'node:path';
import type { QuickCalls, QuickFigures, QuickRound } from '../../../scripts/bench/quick-figures.ts';
import { startPanel } from '../../../scripts/desktop/panel.ts';
import { runRound } from '../lib/electron-run.ts';
import { median } from '../lib/median.ts';
import { leaveResidentSettings } from '../lib/resident-settings.ts';

const ROUNDS = 3;
const CALLS = '7';

const [electron = '', main = '', program = '', folder = ''] = process.argv.slice(2);
const overall = (ms: readonly number[]): QuickCalls => ({ ms: median(ms), slowestMs: Math.max(...ms) });
const panel = await startPanel();
try {
  leaveResidentSettings(join(folder, 'ours'));
  const measured: Record<'ours' | 'empty', QuickRound[]> = { ours: [], empty: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['empty', 'ours'] as const) {
      const env: Record<string, string> = { ENIGMACRYPT_BENCH_CALLS: CALLS };
      if (name === 'ours') env['ENIGMACRYPT_BENCH_PROGRAM'] = program;
      const userData = join(folder, name);
      measured[name].push(
        (await runRound({ electron, main, userData, args: ['--hidden'], env })) as QuickRound,
      );
    }
  }
  const figures = (rounds: readonly QuickRound[]): QuickFigures => ({
    warm: overall(rounds.flatMap(({ warmMs }) => warmMs)),
    cold: overall(rounds.flatMap(({ coldMs }) => coldMs)),
  });
  const all = { ours: figures(measured.ours), empty: figures(measured.empty) };
  process.stdout.write(`BENCH ${JSON.stringify(all)}\n`);
} finally {
  panel.stop();
}
