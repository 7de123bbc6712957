import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { electronPath } from './electron-path.ts';
import type { Program } from './program.ts';

/** Starts the program once more on the same folder, as a desktop does for a link; settles when that start has left. */
export async function startAgain({ userData }: Program, ...given: readonly string[]): Promise<void> {
  const second = spawn(
    electronPath(),
    [
      resolve(import.meta.dirname, 'traced-main.mjs'),
      `--user-data-dir=${userData}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...given,
    ],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined }, stdio: 'ignore' },
  );
  await once(second, 'exit');
}
