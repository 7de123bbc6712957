import { randomUUID } from 'node:crypto';
import { createMemoryKeychain, loadKeyring, loadKeytar } from './backends.ts';
import type { Keychain } from './keychain.ts';

export interface ChosenKeychain {
  readonly keychain: Keychain;
  /** Why it is only memory: nothing is there, or something is there and did not answer. */
  readonly trouble: 'missing' | 'unavailable' | null;
}

/**
 * The best keychain this computer has, proved by writing, reading and deleting a probe. The native modules do
 * not see each other's items on Linux, so the others stay readable behind the chosen one.
 */
export async function chooseKeychain(): Promise<ChosenKeychain> {
  const loaded = await Promise.all([loadKeytar(), loadKeyring()]);
  const candidates = loaded.filter((candidate) => candidate !== null);
  let timedOut = false;
  for (const candidate of candidates) {
    const proof = await probe(candidate);
    if (proof === 'works') {
      const others = candidates.filter((other) => other !== candidate);
      return { keychain: withOlderHomes(candidate, others), trouble: null };
    }
    timedOut ||= proof === 'timeout';
  }
  return { keychain: createMemoryKeychain(), trouble: timedOut ? 'unavailable' : 'missing' };
}

async function probe(keychain: Keychain): Promise<'works' | 'timeout' | 'broken'> {
  const value = randomUUID();
  const written = await keychain.write('probe', value);
  if (!written.ok) return written.error.code === 'timeout' ? 'timeout' : 'broken';
  const read = await keychain.read('probe');
  const removed = await keychain.remove('probe');
  return read.ok && read.value === value && removed.ok ? 'works' : 'broken';
}

/** Reads an item from wherever an earlier run left it, and moves it to the chosen keychain. */
export function withOlderHomes(chosen: Keychain, others: readonly Keychain[]): Keychain {
  return {
    backend: chosen.backend,
    write: (item, secret) => chosen.write(item, secret),
    async read(item) {
      const here = await chosen.read(item);
      if (!here.ok || here.value !== null) return here;
      for (const other of others) {
        const there = await other.read(item);
        if (!there.ok || there.value === null) continue;
        const moved = await chosen.write(item, there.value);
        if (moved.ok) await other.remove(item);
        return there;
      }
      return here;
    },
    async remove(item) {
      for (const other of others) await other.remove(item);
      return chosen.remove(item);
    },
  };
}
