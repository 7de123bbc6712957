/** Run by `npm run soak` inside a desktop: `index.ts <electron> <main> <program> <opens> <shares> <minutes>`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startPanel } from '../../scripts/desktop/panel.ts';
import { commandOf } from '../bench/lib/electron-run.ts';
import { median } from '../bench/lib/median.ts';
import { leaveResidentSettings } from '../bench/lib/resident-settings.ts';
import { startRecipientService } from '../e2e/support/recipient-service.ts';
import type { Sample } from './sample.ts';

/** Until then caches fill and code is compiled. */
const FIRST = 50;
/** Of what it took then. */
const MOST_GROWTH = 0.05;
/** Samples at the beginning and at the end of which the middle one counts. */
const TOGETHER = 3;

const [electron = '', main = '', program = '', opens = '', shares = '', minutes = ''] = process.argv.slice(2);
const every = Math.max(5, Math.min(FIRST, Math.floor(Number(opens) / 10)));
const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-soak-'));
const panel = await startPanel();
const service = await startRecipientService();
try {
  leaveResidentSettings(folder);
  const samples = await soak();
  process.exitCode = judge(samples.filter(({ opened }) => opened >= Math.min(FIRST, Number(opens) / 4)));
} finally {
  await service.stop();
  panel.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function soak(): Promise<readonly Sample[]> {
  const command = commandOf({ electron, main, userData: folder, args: ['--hidden', '--lang=en'] });
  const child = spawn(electron, command, {
    env: {
      ...{ ...process.env, LANGUAGE: 'en', ENIGMACRYPT_BENCH_PROGRAM: program },
      ...{
        ENIGMACRYPT_SOAK_OPENS: opens,
        ENIGMACRYPT_SOAK_SHARES: shares,
        ENIGMACRYPT_SOAK_MINUTES: minutes,
      },
      ...{ ENIGMACRYPT_SOAK_EVERY: String(every), ENIGMACRYPT_SOAK_SERVICE: service.origin },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const samples: Sample[] = [];
  const started = performance.now();
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('SAMPLE ')) return;
    const sample = JSON.parse(line.slice('SAMPLE '.length)) as Sample;
    samples.push(sample);
    const seconds = Math.round((performance.now() - started) / 1000);
    const { opened, shared, pssMiB, lastingMiB } = sample;
    const memory = `${lastingMiB.toFixed(1)} MiB that last, of ${pssMiB.toFixed(1)}`;
    console.log(`${seconds} s: opened ${opened}, shared ${shared}, ${memory}`);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the program ended with ${String(code)}`);
  return samples;
}

function judge(samples: readonly Sample[]): 0 | 1 {
  const of = (some: readonly Sample[]): number => median(some.map(({ lastingMiB }) => lastingMiB));
  const [before, after] = [of(samples.slice(0, TOGETHER)), of(samples.slice(-TOGETHER))];
  const growth = after / before - 1;
  const isFine = growth < MOST_GROWTH;
  const { opened = 0, shared = 0 } = samples.at(-1) ?? {};
  console.log(
    `Opened ${opened} times, shared ${shared}. That last: ${before.toFixed(1)} MiB after the first, ` +
      `${after.toFixed(1)} MiB at the end: ${(growth * 100).toFixed(1)} %, ` +
      `${isFine ? 'under' : 'NOT UNDER'} ${MOST_GROWTH * 100} %`,
  );
  return isFine ? 0 : 1;
}
