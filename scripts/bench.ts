/**
 * `npm run bench [-- --json]`: measures the program's sealing in a real Electron window against the native
 * library and against the documentation's way, in one run. Prints a table, or one JSON object.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Figures } from './bench-figures.ts';
import { inProject } from './lib/paths.ts';
import { say } from './lib/say.ts';
import { isRoot, run } from './lib/process.ts';
import { electronOrExit } from './runtime/electron.ts';

const asJson = process.argv.includes('--json');
const { execPath } = await electronOrExit();
const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-bench-'));
try {
  await buildBench(folder);
  const figures = await measure(execPath, folder);
  process.stdout.write(asJson ? `${JSON.stringify(figures)}\n` : table(figures));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The page with the program's worker, and the main process that measures it, as the program builds them. */
async function buildBench(outDir: string): Promise<void> {
  const common = { configFile: false, logLevel: 'error', root: inProject('tests/bench/page') } as const;
  await build({
    ...common,
    base: '/',
    worker: { format: 'es' },
    build: { outDir: join(outDir, 'page'), assetsInlineLimit: 0 },
  });
  await build({
    ...common,
    build: {
      ssr: inProject('tests/bench/electron-main.ts'),
      outDir: join(outDir, 'main'),
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.mjs', format: 'es' } },
    },
    ssr: { noExternal: true },
  });
}

async function measure(electron: string, built: string): Promise<Figures> {
  const command = [
    electron,
    join(built, 'main', 'main.mjs'),
    `--user-data-dir=${join(built, 'user-data')}`,
    ...(isRoot() ? ['--no-sandbox'] : []),
  ];
  const finished = await run(
    process.execPath,
    [inProject('scripts/desktop/run.ts'), '--no-keyring', '--', ...command],
    { env: { ...process.env, ENIGMACRYPT_BENCH_PAGE: join(built, 'page') }, timeLimit: 10 * 60_000 },
  );
  const line = finished.stdout.split('\n').find((text) => text.startsWith('BENCH '));
  if (line !== undefined) return JSON.parse(line.slice('BENCH '.length)) as Figures;
  say(finished.stderr);
  say('The bench did not come to its end.');
  process.exit(1);
}

function table({ electron, seal }: Figures): string {
  const small = (['100B', '1MiB', '10MiB'] as const).map((size) => {
    const { ms, floorMs, referenceMs, timesFloor, timesFasterThanReference } = seal[size];
    return (
      [size, ms, floorMs, referenceMs].map(cell).join('') +
      cell(times(timesFloor)) +
      cell(times(timesFasterThanReference))
    );
  });
  const head = ['seal', 'ms', 'floor ms', 'crypto-js ms', 'of floor', 'faster'].map(cell).join('');
  const { ms, peakTimesInput, longestTaskMs, cancelledAtShare } = seal['100MiB'];
  const large = `${cell('100MiB')}${cell(ms)}peak memory ${times(peakTimesInput)} the text, longest task of the window ${longestTaskMs.toFixed(0)} ms, cancelled at ${cancelledAtShare === null ? 'never' : `${(cancelledAtShare * 100).toFixed(0)} %`}`;
  return [`Electron ${electron}`, head, ...small, large, ''].join('\n');
}

function times(value: number): string {
  return `${value.toFixed(2)}x`;
}

function cell(value: number | string): string {
  return (typeof value === 'number' ? value.toFixed(1) : value).padStart(14);
}
