import type { Notice } from '../../shared/bridge/models.ts';
import { ownerToken } from '../builtin-service/owner-token.ts';
import { chooseKeychain } from '../keychain/choose.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { type LedgerVault, openVault } from '../ledger/vault.ts';
import type { Log } from '../log/log.ts';
import type { Places } from '../places.ts';

export interface Storage {
  readonly keychain: Keychain;
  readonly vault: LedgerVault;
  /** With which the program owns what it puts into its own service. */
  readonly token: Awaited<ReturnType<typeof ownerToken>>;
  readonly notices: () => readonly Notice[];
}

/** Asks the keychain, which may wait for a person, and opens the list with what it holds. */
export async function openStorage(places: Places, log: Log): Promise<Storage> {
  const { keychain, trouble } = await chooseKeychain(Date.now);
  log.write('keychain', { code: keychain.backend });
  const token = await ownerToken(keychain);
  const vault = await openVault({ file: places.ledgerFile, keychain, clock: Date.now });
  log.write('ledger', { code: vault.notices[0] ?? 'opened', count: vault.ledger.settleInterrupted() });
  const keychainNotices: readonly Notice[] = trouble === null ? [] : [`keychain-${trouble}`];
  return { keychain, vault, token, notices: () => [...keychainNotices, ...vault.notices] };
}
