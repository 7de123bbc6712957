/** What goes wrong around a program that runs for long, and is mended again. */
import { setTimeout as wait } from 'node:timers/promises';
import { between, type Random } from '../crash/random.ts';
import { isKeychainLocked, lockKeychain, unlockKeychain } from './keychain.ts';
import { servicePid } from './processes.ts';
import type { Stage } from './stage.ts';

export const troubles = ['network', 'keychain', 'suspension', 'death'] as const;
export type Trouble = (typeof troubles)[number];

const SHORTEST_MS = 1_000;
const LONGEST_MS = 8_000;

/** Brings it about, leaves it for a while, and mends it. */
export async function suffer(trouble: Trouble, random: Random, stage: Stage): Promise<void> {
  const length = between(random, SHORTEST_MS, LONGEST_MS);
  switch (trouble) {
    case 'network':
      stage.gate.cut();
      await wait(length);
      stage.gate.mend();
      return;
    case 'keychain':
      lockKeychain();
      if (!isKeychainLocked()) throw new Error('the keychain was not locked');
      await wait(length);
      await unlockKeychain();
      return;
    case 'suspension':
      await suspend(servicePid(stage.program.pid), length);
      return;
    case 'death':
      signal(servicePid(stage.program.pid), 'SIGKILL');
  }
}

async function suspend(pid: number | undefined, length: number): Promise<void> {
  signal(pid, 'SIGSTOP');
  await wait(length);
  signal(pid, 'SIGCONT');
}

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(pid, name);
  } catch {
    // It has ended in the meantime.
  }
}
