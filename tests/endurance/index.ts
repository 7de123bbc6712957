/** The long run, inside a desktop: see scripts/endurance.ts, which starts it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endKeychain } from './keychain.ts';
import { type EnduranceReport, endure } from './run.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('usage: npm run endurance -- [--minutes 20] [--seed number]');
  process.exit(2);
}

// So that what has been started ends, too: it runs in groups of its own, which no Ctrl-C reaches.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-endurance-'));
const started = performance.now();
const say = (line: string): void => {
  console.log(`${String(Math.round((performance.now() - started) / 1000)).padStart(6)} s  ${line}`);
};
say(`${minutes} minutes, --seed ${seed}`);
const report = await endure({ minutes, seed, folder, say });
console.log(`\n${textOf(report)}\n`);
if (report.findings.length === 0) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
} else {
  console.log(`What the program left is kept in ${folder}`);
  process.exitCode = 1;
}
endKeychain();
// What waits for an answer that will not come any more keeps nobody.
process.exit();

function textOf({ memory, findings, troubles, ...counts }: EnduranceReport): string {
  const rows: readonly (readonly [string, string])[] = [
    ['secrets handed over', String(counts.secrets)],
    ['  with a link in the list', String(counts.delivered)],
    ['opened by recipients, times', String(counts.opened)],
    ['deleted', String(counts.deleted)],
    ['program killed / quit and started again', `${counts.kills} / ${counts.quits}`],
    ['network lost', String(troubles.network)],
    ['keychain locked', String(troubles.keychain)],
    ['service suspended / killed', `${troubles.suspension} / ${troubles.death}`],
    [
      'memory at the beginning and end of the second half, MiB',
      `${memory.first.toFixed(0)} / ${memory.last.toFixed(0)}`,
    ],
    ['  growth, thirds compared', `${(memory.growth * 100).toFixed(1)} %`],
    ['findings', String(findings.length)],
  ];
  return [
    ...rows.map(([what, value]) => `${what.padEnd(58)}${value.padStart(10)}`),
    ...findings.map((finding) => `FOUND: ${finding}`),
  ].join('\n');
}
