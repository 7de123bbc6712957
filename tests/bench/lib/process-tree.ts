/** A process with everything it has started, as Linux knows them (man 5 proc). */
import { readdirSync, readFileSync } from 'node:fs';

/** The process itself first. */
export function treeOf(root: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))]),
  );
  const within = (pid: number): readonly number[] => [
    pid,
    ...[...parents].filter(([, parent]) => parent === pid).flatMap(([child]) => within(child)),
  ];
  return within(root);
}

/** Proportional set size: what several processes share counts for each by its part. Bytes. */
export const proportionalBytes = (pids: readonly number[]): number =>
  pids.reduce((total, pid) => total + pssOf(pid), 0);

/**
 * The part of it that no file stands behind. Of the rest, code above all, other programs with the same files take their
 * share as long as they run, so that it changes with what else goes on. Bytes.
 */
export const anonymousBytes = (pids: readonly number[]): number =>
  pids.reduce((total, pid) => total + rollUp(pid, 'Pss_Anon') + rollUp(pid, 'Pss_Shmem'), 0);

const pssOf = (pid: number): number => rollUp(pid, 'Pss');

/** Nothing where it ended while it was looked at. */
function rollUp(pid: number, field: 'Pss' | 'Pss_Anon' | 'Pss_Shmem'): number {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(found ?? 0) * 1024;
}

export interface Activity {
  readonly cpuSeconds: number;
  /** How often a thread waited for something and was woken up. */
  readonly wakeups: number;
}

/** What these processes have done so far, thread by thread (Linux' Documentation/scheduler/sched-stats). */
export function activityOf(pids: readonly number[]): Activity {
  let [nanoseconds, wakeups] = [0, 0];
  for (const task of pids.flatMap(tasksOf)) {
    nanoseconds += Number(read(`${task}/schedstat`).split(' ')[0]);
    wakeups += Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(read(`${task}/status`))?.[1] ?? 0);
  }
  return { cpuSeconds: nanoseconds / 1e9, wakeups };
}

function tasksOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((task) => `/proc/${pid}/task/${task}`);
  } catch {
    return [];
  }
}

/** Nothing where it ended while it was looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function parentOf(pid: number): number {
  try {
    // The name is in parentheses and may hold anything; what follows the last one does not.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return 0;
  }
}
