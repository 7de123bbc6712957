/** Sealing in a real window, against the native library and against the documentation's way. */
import { join } from 'node:path';
import { buildForElectron, measureInElectron } from './in-electron.ts';
import type { BenchPart } from './part.ts';
import type { SealedFigures } from './seal-figures.ts';
import { cell, row, times } from './table.ts';

export const sealPart: BenchPart = {
  name: 'seal',
  async measure({ electron, folder }) {
    const built = await buildForElectron(
      { main: 'tests/bench/seal/electron-main.ts', page: 'tests/bench/seal/page' },
      folder,
    );
    const seal = (await measureInElectron({
      electron,
      app: built.main,
      userData: join(folder, 'user-data'),
      env: { ENIGMACRYPT_BENCH_PAGE: built.page },
    })) as SealedFigures;
    return { figures: { seal }, rows: rows(seal) };
  },
};

function rows(seal: SealedFigures): string[] {
  const small = (['100B', '1MiB', '10MiB'] as const).map((size) => {
    const { ms, floorMs, referenceMs, timesFloor, timesFasterThanReference } = seal[size];
    return row([size, ms, floorMs, referenceMs, times(timesFloor), times(timesFasterThanReference)]);
  });
  const { ms, peakTimesInput, longestTaskMs, cancelledAtShare } = seal['100MiB'];
  const cancelled = cancelledAtShare === null ? 'never' : `at ${(cancelledAtShare * 100).toFixed(0)} %`;
  return [
    row(['seal', 'ms', 'floor ms', 'crypto-js ms', 'of floor', 'faster']),
    ...small,
    `${row(['100MiB', ms])}${cell('')}peak memory ${times(peakTimesInput)} the text, longest task of the window ${longestTaskMs.toFixed(0)} ms, cancelled ${cancelled}`,
  ];
}
