import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/ports.ts';
import { ok } from '../../core/result.ts';
import { createMemoryKeychain, loadKeyring, loadKeytar } from './backends.ts';
import type { Keychain, KeychainItem } from './keychain.ts';

export interface ChosenKeychain {
  readonly keychain: Keychain;
  /** Why it is only memory: nothing is there, or something is there and did not answer. */
  readonly trouble: 'missing' | 'unavailable' | null;
}

/**
 * The best keychain this computer has, proved by writing, reading and deleting a probe. The native modules do
 * not see each other's items on Linux, and which of them loads can change with an update: all that work are
 * kept in step.
 */
export async function chooseKeychain(clock: Clock): Promise<ChosenKeychain> {
  const loaded = await Promise.all([loadKeytar(), loadKeyring()]);
  const candidates = loaded.filter((candidate) => candidate !== null);
  let timedOut = false;
  for (const candidate of candidates) {
    const proof = await probe(candidate);
    if (proof === 'works') {
      const others = candidates.filter((other) => other !== candidate);
      return { keychain: withMirrors(candidate, others, clock), trouble: null };
    }
    timedOut = proof === 'timeout';
    // Behind every module is the same keychain: one that keeps silent would keep the next one waiting too.
    if (timedOut) break;
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

/**
 * One keychain over several modules. Each item carries the moment it was written, and the newest wins: a
 * token replaced while one module was missing must not come back when that module does.
 */
export function withMirrors(chosen: Keychain, others: readonly Keychain[], clock: Clock): Keychain {
  /** Later than whatever is there, which a clock that was wrong may have dated ahead. Milliseconds since the epoch. */
  const after = async (item: KeychainItem): Promise<number> => {
    const known = await Promise.all([chosen, ...others].map((each) => each.read(item)));
    const dates = known.map((result) => (result.ok && result.value !== null ? decode(result.value).at : 0));
    return Math.min(Math.max(...dates) + 1, LATEST);
  };
  return {
    backend: chosen.backend,
    async read(item) {
      const here = await chosen.read(item);
      if (!here.ok) return here;
      const there = await Promise.all(others.map((other) => other.read(item)));
      const found = [here, ...there].flatMap((result) =>
        result.ok && result.value !== null ? [decode(result.value)] : [],
      );
      const newest = found.reduce<Dated | null>(
        (best, next) => (best === null || next.at > best.at ? next : best),
        null,
      );
      if (newest === null) return ok(null);
      if (here.value === null || decode(here.value).at < newest.at) await chosen.write(item, encode(newest));
      return ok(newest.secret);
    },
    async write(item, secret) {
      const dated = encode({ at: Math.max(clock(), await after(item)), secret });
      const written = await chosen.write(item, dated);
      if (written.ok) await Promise.all(others.map((other) => other.write(item, dated)));
      return written;
    },
    async remove(item) {
      const removed = await Promise.all([chosen, ...others].map((keychain) => keychain.remove(item)));
      return removed.find((result) => !result.ok) ?? ok(null);
    },
  };
}

interface Dated {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly secret: string;
}

/** As many digits as `decode` reads. */
const LATEST = 999_999_999_999_999;

const encode = ({ at, secret }: Dated): string => `${at}:${secret}`;

/** What somebody put there by hand has no moment, and is older than anything. */
function decode(stored: string): Dated {
  const [, at, secret] = /^(\d{1,15}):([^]*)$/.exec(stored) ?? [];
  return at === undefined || secret === undefined ? { at: 0, secret: stored } : { at: Number(at), secret };
}
