/** `rounds.ts <electron> <main> <program> <folder>`, within one desktop, to which it adds a tray. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ResidentRound } from '../../../scripts/bench/resident-figures.ts';
import { startPanel } from '../../../scripts/desktop/panel.ts';
import { commandOf } from '../lib/electron-run.ts';
import { median } from '../lib/median.ts';
import { activityOf, proportionalBytes, treeOf } from '../lib/process-tree.ts';
import { leaveResidentSettings } from '../lib/resident-settings.ts';

const ROUNDS = 3;
/** What is begun at the start has come to its end by then. */
const SETTLE_MS = 12_000;
const WATCHED_MS = 15_000;
const MIB = 1024 * 1024;

const [electron = '', main = '', program = '', folder = ''] = process.argv.slice(2);

async function measure(name: 'ours' | 'empty'): Promise<ResidentRound> {
  const env = name === 'ours' ? { ENIGMACRYPT_BENCH_PROGRAM: program } : {};
  const command = commandOf({ electron, main, userData: join(folder, name), args: ['--hidden'] });
  const child = spawn(electron, command, { env: { ...process.env, ...env }, stdio: 'ignore' });
  const ended = once(child, 'exit');
  if (child.pid === undefined) throw new Error(`${electron} did not start`);
  await Promise.race([pause(SETTLE_MS), ended.then(() => Promise.reject(new Error(`${name} has ended`)))]);
  const tree = treeOf(child.pid);
  const before = activityOf(tree);
  const started = performance.now();
  await pause(WATCHED_MS);
  const after = activityOf(tree);
  const seconds = (performance.now() - started) / 1000;
  const pssMiB = proportionalBytes(treeOf(child.pid)) / MIB;
  child.kill('SIGTERM');
  await ended;
  return {
    idleCpuPercent: ((after.cpuSeconds - before.cpuSeconds) / seconds) * 100,
    idleWakeups: (after.wakeups - before.wakeups) / seconds,
    pssMiB,
  };
}

const panel = await startPanel();
try {
  leaveResidentSettings(join(folder, 'ours'));
  const measured: Record<'ours' | 'empty', ResidentRound[]> = { ours: [], empty: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['empty', 'ours'] as const) measured[name].push(await measure(name));
  }
  const middle = (of: readonly ResidentRound[]): ResidentRound => ({
    idleCpuPercent: median(of.map((round) => round.idleCpuPercent)),
    idleWakeups: median(of.map((round) => round.idleWakeups)),
    pssMiB: median(of.map((round) => round.pssMiB)),
  });
  process.stdout.write(
    `BENCH ${JSON.stringify({ ours: middle(measured.ours), empty: middle(measured.empty) })}\n`,
  );
} finally {
  panel.stop();
}
