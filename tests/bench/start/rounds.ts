/** `rounds.ts <electron> <main> <program> <folder> <rounds>`, within one desktop: what was kept is found again. */
import { join } from 'node:path';
import type { StartRound } from '../../../scripts/bench/start-figures.ts';
import { leaveIntroductionBehind } from '../../e2e/support/past-introduction.ts';
import { runRound } from '../lib/electron-run.ts';
import { median } from '../lib/median.ts';

const [electron = '', main = '', program = '', folder = '', rounds = '5'] = process.argv.slice(2);
const measured: { ours: StartRound[]; empty: StartRound[] } = { ours: [], empty: [] };

const measure = async (name: 'ours' | 'empty'): Promise<StartRound> =>
  (await runRound({
    ...{ electron, main, userData: join(folder, name) },
    env: name === 'ours' ? { ENIGMACRYPT_BENCH_PROGRAM: program } : {},
  })) as StartRound;

leaveIntroductionBehind(join(folder, 'ours'));
// The first of each makes its folders and fills the system's caches.
await measure('ours');
await measure('empty');
for (let round = 0; round < Number(rounds); round += 1) {
  measured.empty.push(await measure('empty'));
  measured.ours.push(await measure('ours'));
}
const middle = (of: readonly StartRound[]): StartRound => ({
  toTypingMs: median(of.map((round) => round.toTypingMs)),
  windowPssMiB: median(of.map((round) => round.windowPssMiB)),
  residentPssMiB: median(of.map((round) => round.residentPssMiB)),
});
process.stdout.write(
  `BENCH ${JSON.stringify({ ours: middle(measured.ours), empty: middle(measured.empty) })}\n`,
);
