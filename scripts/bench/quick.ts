/** From the call to the quick window that can be typed in, against a window with nothing but a field. */
import { join } from 'node:path';
import { buildAll } from '../lib/build.ts';
import { inProject } from '../lib/paths.ts';
import { buildForElectron } from './in-electron.ts';
import type { BenchPart } from './part.ts';
import type { QuickFigures } from './quick-figures.ts';
import { runRounds } from './rounds.ts';
import { row, times } from './table.ts';

export const quickPart: BenchPart = {
  name: 'quick',
  async measure({ electron, folder }) {
    if (!(await buildAll())) throw new Error('The program could not be built.');
    const { main } = await buildForElectron({ main: 'tests/bench/quick/electron-main.ts' }, folder);
    const { ours, empty } = (await runRounds('tests/bench/quick/rounds.ts', [
      ...[electron, main, inProject('out/main/index.js'), join(folder, 'rounds')],
    ])) as Record<'ours' | 'empty', QuickFigures>;
    const of = (key: keyof QuickFigures) => {
      const [{ ms, slowestMs }, { ms: emptyMs }] = [ours[key], empty[key]];
      return { ms, slowestMs, emptyMs, timesEmpty: ms / emptyMs };
    };
    const [warm, cold] = [of('warm'), of('cold')];
    const quickShare = {
      ...{ warmMs: warm.ms, slowestWarmMs: warm.slowestMs, warmTimesEmpty: warm.timesEmpty },
      ...{ coldMs: cold.ms, slowestColdMs: cold.slowestMs, coldTimesEmpty: cold.timesEmpty },
    };
    const line = (name: string, { ms, slowestMs, emptyMs, timesEmpty }: typeof warm): string =>
      row([name, ms, slowestMs, emptyMs, times(timesEmpty)]);
    return {
      figures: { quickShare },
      rows: [
        row(['quick share', 'ms', 'slowest ms', 'empty ms', 'of empty']),
        line('kept ready', warm),
        line('not kept', cold),
      ],
    };
  },
};
