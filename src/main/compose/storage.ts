import type { Notice } from '../../shared/bridge/models.ts';
import { ownerToken } from '../builtin-service/owner-token.ts';
import { chooseKeychain } from '../keychain/choose.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { Log } from '../log/log.ts';
import type { Places } from '../places.ts';

export interface Storage {
  readonly keychain: Keychain;
  readonly ledger: Ledger;
  /** With which the program owns what it puts into its own service. */
  readonly token: Awaited<ReturnType<typeof ownerToken>>;
  readonly notices: readonly Notice[];
}

/** Asks the keychain, which may wait for a person, and opens the list with what it holds. */
export async function openStorage(places: Places, log: Log): Promise<Storage> {
  const { keychain, trouble } = await chooseKeychain(Date.now);
  log.write('keychain', { code: keychain.backend });
  const token = await ownerToken(keychain);
  const { ledger, notices } = await openLedger(places.ledgerFile, keychain, Date.now());
  log.write('ledger', { code: notices[0] ?? 'opened', count: ledger.settleInterrupted() });
  const keychainNotices: readonly Notice[] = trouble === null ? [] : [`keychain-${trouble}`];
  return { keychain, ledger, token, notices: [...keychainNotices, ...notices] };
}
