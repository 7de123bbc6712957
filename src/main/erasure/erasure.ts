/** Takes away everything this program keeps on this computer, and says what it could not reach. */
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Result } from '../../core/result.ts';
import { hasEnded, secretState } from '../../core/secret/state.ts';
import type { CallOutput } from '../../shared/bridge/contract.ts';
import type { Keychain, KeychainItem } from '../keychain/keychain.ts';
import type { Ledger } from '../ledger/ledger.ts';

export interface ErasureParts {
  readonly ledger: Ledger;
  readonly keychain: Keychain;
  readonly places: {
    readonly ledgerFile: string;
    readonly settingsFile: string;
    readonly accountsFile: string;
    readonly budgetFile: string;
    readonly logFile: string;
    readonly serviceDataFile: string;
    readonly updatesFolder: string;
  };
  readonly accountIds: () => readonly string[];
  readonly builtinId: string;
  readonly now: (accountId: string) => number;
  /** Ends what writes: the outbox, the refreshing, the service, the log. */
  readonly stopWriting: () => Promise<void>;
  /** Empties what the windows keep: the keys that wrap kept passwords. */
  readonly forgetWindows: () => Promise<void>;
  /** Closes the list; this run goes on with an empty one in memory. */
  readonly closeLedger: () => void;
}

export interface Erasure {
  erase(): Promise<CallOutput<'program.erase'>>;
}

type Kind = CallOutput<'program.erase'>['erased'][number];

export function createErasure(parts: ErasureParts): Erasure {
  return {
    async erase() {
      const { places, stopWriting, closeLedger } = parts;
      const { remains, withPasswords } = await takeStock(parts);
      await stopWriting();
      // The keys first: whatever stays of the files after this cannot be read.
      const keys = await eraseKeys(parts, withPasswords);
      closeLedger();
      await parts.forgetWindows();
      const folder = dirname(places.ledgerFile);
      const isErased: Record<Kind, boolean> = {
        keychain: keys,
        // One file holds both.
        ledger: remove(folder, /^ledger(-passphrase)?\.db(?!.*set-aside)/),
        outbox: remove(folder, /^ledger(-passphrase)?\.db(-wal|-shm)?$/),
        accounts: remove(folder, /^(accounts|budget)\.json(\.new)?$/),
        // Whatever else is small and chosen: the settings, the window's place. And a new version not yet in place.
        settings:
          remove(folder, /^(?!accounts|budget|ledger).*\.json(\.new)?$/) && remove(places.updatesFolder, /^/),
        log: remove(dirname(places.logFile), /^/),
        service: remove(dirname(places.serviceDataFile), /^/),
        'set-aside': remove(folder, /\.set-aside-/),
      };
      const kinds = Object.keys(isErased).filter((kind): kind is Kind => kind in isErased);
      return {
        erased: kinds.filter((kind) => isErased[kind]),
        kept: kinds.filter((kind) => !isErased[kind]),
        remains,
      };
    },
  };
}

interface Stock {
  readonly remains: { name: string; origin: string; count: number }[];
  readonly withPasswords: readonly string[];
}

/** What can still be read at services that are not ours to empty. */
async function takeStock({ ledger, builtinId, now }: ErasureParts): Promise<Stock> {
  const remains = new Map<string, { name: string; origin: string; count: number }>();
  const withPasswords: string[] = [];
  let next: number | null = 0;
  while (next !== null && ledger.isOpen) {
    const slice: ReturnType<Ledger['recordsAfter']> = ledger.recordsAfter(next, 250);
    for (const record of slice.records) {
      if (slice.passwordIds.has(record.id)) withPasswords.push(record.id);
      const { service, delivery } = record;
      const isOver = hasEnded(secretState(record, now(service.id)));
      if (service.id === builtinId || delivery !== 'delivered' || isOver) continue;
      const known = remains.get(service.origin) ?? { name: service.name, origin: service.origin, count: 0 };
      remains.set(service.origin, { ...known, count: known.count + 1 });
    }
    next = slice.next;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return { remains: [...remains.values()], withPasswords };
}

async function eraseKeys(
  { keychain, accountIds }: ErasureParts,
  withPasswords: readonly string[],
): Promise<boolean> {
  const items: KeychainItem[] = [
    ...(['ledger-key', 'builtin-service-token', 'probe'] as const),
    ...accountIds().map((id) => `token:${id}` as const),
    ...withPasswords.map((id) => `password:${id}` as const),
  ];
  const results: Result<null, unknown>[] = [];
  for (const item of items) results.push(await keychain.remove(item));
  return results.every(({ ok }) => ok);
}

/** True when nothing of it is left. */
function remove(folder: string, names: RegExp): boolean {
  try {
    for (const name of readdirSync(folder))
      if (names.test(name)) rmSync(join(folder, name), { recursive: true });
    return true;
  } catch (problem) {
    // A folder that is not there has nothing in it.
    return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'ENOENT';
  }
}
