/**
 * Starting and residing, against an empty Electron program in the same run. On a machine where no other Electron runs:
 * what several share counts for each by its part.
 */
import { join } from 'node:path';
import { buildAll } from '../lib/build.ts';
import { inProject } from '../lib/paths.ts';
import { buildForElectron } from './in-electron.ts';
import type { BenchPart } from './part.ts';
import { runRounds } from './rounds.ts';
import type { StartRound } from './start-figures.ts';
import { row, times } from './table.ts';

const ROUNDS = 5;

export const startPart: BenchPart = {
  name: 'start',
  async measure({ electron, folder }) {
    if (!(await buildAll())) throw new Error('The program could not be built.');
    const { main } = await buildForElectron({ main: 'tests/bench/start/electron-main.ts' }, folder);
    const args = [electron, main, inProject('out/main/index.js'), join(folder, 'rounds'), String(ROUNDS)];
    return toMeasured((await runRounds('tests/bench/start/rounds.ts', args)) as Rounds);
  },
};

/** The medians of each. */
interface Rounds {
  readonly ours: StartRound;
  readonly empty: StartRound;
}

function toMeasured({ ours, empty }: Rounds) {
  const ratio = (key: keyof StartRound): number => ours[key] / empty[key];
  const start = {
    toTypingMs: ours.toTypingMs,
    emptyMs: empty.toTypingMs,
    timesEmpty: ratio('toTypingMs'),
  };
  const memory = {
    windowPssMiB: ours.windowPssMiB,
    windowTimesEmpty: ratio('windowPssMiB'),
    residentPssMiB: ours.residentPssMiB,
    residentTimesEmpty: ratio('residentPssMiB'),
  };
  return {
    figures: { start, memory },
    rows: [
      row(['start', 'ours', 'empty', 'of empty']),
      row(['to typing, ms', start.toTypingMs, start.emptyMs, times(start.timesEmpty)]),
      row(['window, MiB', memory.windowPssMiB, empty.windowPssMiB, times(memory.windowTimesEmpty)]),
      row(['none, MiB', memory.residentPssMiB, empty.residentPssMiB, times(memory.residentTimesEmpty)]),
    ],
  };
}
