/** The long run, inside a desktop: see scripts/crash.ts, which starts it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { summaryLine } from '../../scripts/lib/tally.ts';
import { isClean, runCrashes } from './crash-run.ts';
import { killWhileWriting } from './ledger-run.ts';
import { killLine, reportText } from './report.ts';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const times = Number(values.times);
const seed = Number(values.seed);
if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed)) {
  console.error('usage: npm run crash -- [--times 200] [--seed number]');
  process.exit(2);
}

// So that what has been started ends, too: it runs in groups of its own, which no Ctrl-C reaches.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-crash-'));
console.log(`${times} kills, --seed ${seed}`);
const report = await runCrashes({
  times,
  seed,
  userData: join(folder, 'user-data'),
  onKill: (kill) => {
    console.log(killLine(kill));
  },
});
console.log(`\n${reportText(report)}\n`);

// The list alone, much faster: what an older one goes through, and deleting and forgetting.
const listFolder = join(folder, 'list');
mkdirSync(listFolder);
const listFindings = await killWhileWriting({ times, seed, folder: listFolder });
for (const finding of listFindings) console.log(finding);
console.log(`${times} kills of a process that works on a list: ${listFindings.length} findings\n`);

// Each kill is one test; so is the end, and so is the list.
const looks = [...report.kills, report.end, { findings: listFindings }];
const failed = looks.filter(({ findings }) => findings.length > 0).length;
console.log(summaryLine({ passed: looks.length - failed, failed, skipped: 0 }));
if (isClean(report) && listFindings.length === 0) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
} else {
  console.log(`What the program left is kept in ${folder}`);
  process.exitCode = 1;
}
