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
