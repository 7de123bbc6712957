/** What a program's processes take, and which of them is its service (man 5 proc). */
import { readFileSync } from 'node:fs';
import { treeOf } from '../bench/lib/process-tree.ts';

/** Memory that is no file's and shared with nobody outside of them, whatever else runs on this machine. MiB. */
export const anonymousMiB = (leader: number): number =>
  treeOf(leader).reduce((total, pid) => total + read(pid, 'smaps_rollup', /^Pss_Anon:\s+(\d+) kB/m), 0) /
  1024;

/** The process of the built-in service; undefined while it rests. */
export const servicePid = (leader: number): number | undefined =>
  treeOf(leader).find((pid) => text(pid, 'cmdline').includes('node.mojom.NodeService'));

const read = (pid: number, file: string, pattern: RegExp): number =>
  Number(pattern.exec(text(pid, file))?.[1] ?? 0);

function text(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended while it was looked at.
    return '';
  }
}
