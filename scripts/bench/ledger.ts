/** The list in the program itself, empty, with a thousand and with a hundred thousand entries. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../lib/build.ts';
import { inProject } from '../lib/paths.ts';
import { buildForElectron, measureInElectron } from './in-electron.ts';
import type { ListFigures } from './ledger-figures.ts';
import type { BenchPart } from './part.ts';
import { row } from './table.ts';

const COUNTS = [0, 1_000, 100_000] as const;

interface Figures {
  /** The first time in a run, and the median of later times. */
  readonly open: { readonly firstMs: number; readonly ms: number; readonly msMoreThanEmpty: number };
  readonly search: { readonly ms: number; readonly longestMs: number } | null;
  readonly scroll: { readonly frames: number; readonly dropped: number } | null;
}

export const ledgerPart: BenchPart = {
  name: 'ledger',
  async measure({ electron, folder }) {
    await buildAll();
    const { main } = await buildForElectron({ main: 'tests/bench/ledger/electron-main.ts' }, folder);
    const measured: Record<string, Figures> = {};
    let emptyMs = 0;
    for (const count of COUNTS) {
      const userData = join(folder, `user-data-${count}`);
      mkdirSync(userData);
      const env = {
        ENIGMACRYPT_BENCH_COUNT: String(count),
        ENIGMACRYPT_BENCH_PROGRAM: inProject('out/main/index.js'),
        LANGUAGE: 'en',
      };
      const list = (await measureInElectron({
        ...{ electron, app: main, userData, env, keyring: true },
        args: ['--lang=en'],
      })) as ListFigures;
      if (count === 0) emptyMs = list.openMs;
      measured[count] = figuresOf(list, emptyMs);
    }
    return { figures: { ledger: measured }, rows: rows(measured) };
  },
};

function figuresOf(list: ListFigures, emptyMs: number): Figures {
  const { firstOpenMs, openMs, searchMs, longestSearchMs, frames, droppedFrames } = list;
  const isEmpty = searchMs === null || longestSearchMs === null;
  return {
    open: { firstMs: firstOpenMs, ms: openMs, msMoreThanEmpty: openMs - emptyMs },
    search: isEmpty ? null : { ms: searchMs, longestMs: longestSearchMs },
    scroll: isEmpty ? null : { frames, dropped: droppedFrames },
  };
}

function rows(measured: Readonly<Record<string, Figures>>): string[] {
  const head = ['ledger', 'open ms', 'than empty', 'first open', 'search ms', 'longest ms', 'dropped'];
  const lines = Object.entries(measured).map(([count, { open, search, scroll }]) =>
    row([
      ...[`${count} entries`, open.ms, open.msMoreThanEmpty, open.firstMs],
      ...[
        search?.ms ?? '',
        search?.longestMs ?? '',
        scroll === null ? '' : `${scroll.dropped}/${scroll.frames}`,
      ],
    ]),
  );
  return [row(head), ...lines];
}
