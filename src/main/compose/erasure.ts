import { session } from 'electron';
import { BUILTIN_ID } from '../accounts/account.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { AccountDirectory } from '../accounts/directory.ts';
import { createErasure, type Erasure } from '../erasure/erasure.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { LedgerVault } from '../ledger/vault.ts';
import type { Places } from '../places.ts';

export interface ErasureRoomParts {
  readonly vault: LedgerVault;
  readonly keychain: Keychain;
  readonly accounts: AccountStore;
  readonly services: AccountDirectory;
  readonly places: Places;
  /** Ends what writes: the outbox, the refreshing, the service, the log. */
  readonly stopWriting: () => Promise<void>;
}

export const composeErasure = ({
  vault,
  keychain,
  accounts,
  services,
  places,
  stopWriting,
}: ErasureRoomParts): Erasure =>
  createErasure({
    ...{ ledger: vault.ledger, keychain, places, stopWriting, builtinId: BUILTIN_ID },
    accountIds: () => accounts.list().map(({ id }) => id),
    now: (id) => services.now(id),
    forgetWindows: () => session.defaultSession.clearStorageData(),
    closeLedger: () => {
      vault.abandon();
    },
  });
