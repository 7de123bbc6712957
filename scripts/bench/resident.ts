/** What the program takes while it waits in the tray, against an empty Electron program with a tray. */
import { join } from 'node:path';
import { buildAll } from '../lib/build.ts';
import { inProject } from '../lib/paths.ts';
import { buildForElectron } from './in-electron.ts';
import type { BenchPart } from './part.ts';
import type { ResidentRound } from './resident-figures.ts';
import { runRounds } from './rounds.ts';
import { cell, row, times } from './table.ts';

const LINES = [
  ['idleCpuPercent', 'CPU %'],
  ['idleWakeups', 'wakeups/s'],
  ['pssMiB', 'PSS MiB'],
] as const;

export const residentPart: BenchPart = {
  name: 'resident',
  async measure({ electron, folder }) {
    if (!(await buildAll())) throw new Error('The program could not be built.');
    const { main } = await buildForElectron({ main: 'tests/bench/resident/electron-main.ts' }, folder);
    const { ours, empty } = (await runRounds('tests/bench/resident/rounds.ts', [
      ...[electron, main, inProject('out/main/index.js'), join(folder, 'rounds')],
    ])) as Record<'ours' | 'empty', ResidentRound>;
    const resident = {
      ...ours,
      empty,
      cpuTimesEmpty: ours.idleCpuPercent / empty.idleCpuPercent,
      wakeupsTimesEmpty: ours.idleWakeups / empty.idleWakeups,
      pssTimesEmpty: ours.pssMiB / empty.pssMiB,
    };
    const lines = LINES.map(([key, name]) => {
      // Three decimals: a program at rest takes thousandths of a percent.
      const values = [ours[key], empty[key]].map((value) => cell(value.toFixed(3)));
      return [cell(name), ...values, cell(times(ours[key] / empty[key]))].join('');
    });
    return { figures: { resident }, rows: [row(['resident', 'ours', 'empty', 'of empty']), ...lines] };
  },
};
