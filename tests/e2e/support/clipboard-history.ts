/** A program that keeps a history of the clipboard, in the test's own desktop: CopyQ. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { findOnPath } from '../../../scripts/lib/process.ts';
import { writeClipboard } from './other-programs.ts';
import { expect } from './program.ts';

const run = promisify(execFile);
const ask = async (...args: readonly string[]): Promise<string> =>
  (await run('copyq', [...args], { timeout: 10_000, encoding: 'utf8' })).stdout;

export interface ClipboardHistory {
  /** Everything it has kept. */
  read(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export const isHistoryThere = (): boolean => findOnPath('copyq') !== undefined;

/** Leaves out what is marked, as CopyQ does by itself since its version 8. */
const LEAVE_OUT_MARKED = `setCommands([{
  name: 'Marked', automatic: true, input: 'x-kde-passwordManagerHint', cmd: 'copyq ignore', remove: true,
}])`;
const ALL =
  'var all = []; for (var i = 0; i < size(); ++i) all.push(str(read(i))); print(JSON.stringify(all))';

export async function startHistory(): Promise<ClipboardHistory> {
  const server = spawn('copyq', [], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  await expect.poll(() => ask('size').then(Number, () => -1)).toBeGreaterThanOrEqual(0);
  await ask('eval', LEAVE_OUT_MARKED);
  const read = async (): Promise<readonly string[]> => JSON.parse(await ask('eval', ALL)) as string[];
  // What was copied before it watches is not in it.
  let count = 0;
  await expect
    .poll(async () => {
      count += 1;
      await writeClipboard(`watched ${count}`);
      return read();
    })
    .not.toEqual([]);
  return {
    read,
    async stop() {
      await ask('exit').catch(() => undefined);
      await ended;
    },
  };
}
