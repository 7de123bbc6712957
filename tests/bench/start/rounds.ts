/** `rounds.ts <electron> <main> <program> <folder> <rounds>`, within one desktop: what was kept is found again. */
import { join } from 'node:path';
import type { StartRound } from '../../../scripts/bench/start-figures.ts';
import { isRoot, run } from '../../../scripts/lib/process.ts';
import { leaveIntroductionBehind } from '../../e2e/support/past-introduction.ts';
import { median } from '../lib/median.ts';

const [electron = '', main = '', program = '', folder = '', rounds = '5'] = process.argv.slice(2);
const measured: { ours: StartRound[]; empty: StartRound[] } = { ours: [], empty: [] };

async function measure(name: 'ours' | 'empty'): Promise<StartRound> {
  const args = [main, `--user-data-dir=${join(folder, name)}`, ...(isRoot() ? ['--no-sandbox'] : [])];
  const ended = await run(electron, args, {
    env: { ...process.env, ...(name === 'ours' ? { ENIGMACRYPT_BENCH_PROGRAM: program } : {}) },
    timeLimit: 60_000,
  });
  const line = ended.stdout.split('\n').find((text) => text.startsWith('ROUND '));
  if (line === undefined) throw new Error(`${name} did not come to its end: ${ended.stderr}`);
  return JSON.parse(line.slice('ROUND '.length)) as StartRound;
}

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
