import type { Clock } from '../../src/core/ports.ts';
import { createMemoryKeychain } from '../../src/main/keychain/backends.ts';
import type { Keychain } from '../../src/main/keychain/keychain.ts';
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import type { LedgerRecord } from '../../src/main/ledger/record.ts';
import { type LedgerVault, openVault } from '../../src/main/ledger/vault.ts';

/** A keychain that counts as real although it forgets when the test ends. */
export const realKeychain = (): Keychain => ({ ...createMemoryKeychain(), backend: 'keyring' });

/** What a passphrase costs where only its effect matters. */
export const CHEAP = { N: 2 ** 10, r: 8, p: 1 };

export const openTestVault = (
  file: string,
  clock: Clock = Date.now,
  keychain: Keychain = realKeychain(),
): Promise<LedgerVault> => openVault({ file, keychain, clock, cost: CHEAP });

/** All of a short list, newest first. */
export const everything = (ledger: Ledger): readonly LedgerRecord[] => ledger.page(0, 10_000);

/** Where {@link newEntry} is sent. */
export const ENTRY_ORIGIN = 'https://enigma.example';

export const entryId = (index: number): string =>
  `0b6c1b1e-6d3e-4f57-9a59-2f3a5d0c${String(index).padStart(4, '0')}`;

/** An entry that waits to be sent, the later the higher its index, a little before `now`. */
export const newEntry = (index: number, now: number, change: Partial<LedgerRecord> = {}): LedgerRecord => ({
  ...{
    id: entryId(index),
    name: `Name ${index}`,
    maxAccess: 3,
    messageId: null,
    deleteToken: null,
    note: null,
  },
  service: { id: 'work', name: 'Work', origin: ENTRY_ORIGIN },
  createdAt: new Date(now - 100_000 + index).toISOString(),
  expiresAt: new Date(now + 100_000).toISOString(),
  ...{ delivery: 'waiting', report: null, firstAccessAt: null, deletedAt: null, reason: null },
  ...change,
});
