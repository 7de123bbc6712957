/** A process's resident memory, as Linux counts it (man 5 proc). Bytes. */
import { readFileSync, writeFileSync } from 'node:fs';

export const residentBytes = (pid: number): number => statusOf(pid, 'VmRSS');

/** The most it has had since {@link resetPeak}. */
export const peakBytes = (pid: number): number => statusOf(pid, 'VmHWM');

/** Writing 5 begins a new measurement of the peak. */
export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function statusOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
}
