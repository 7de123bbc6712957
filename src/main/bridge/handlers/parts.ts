import type { Clock } from '../../../core/ports.ts';
import type { Notice } from '../../../shared/bridge/models.ts';
import type { AccountStore } from '../../accounts/account-store.ts';
import type { Budgets } from '../../accounts/budgets.ts';
import type { AccountDirectory } from '../../accounts/directory.ts';
import type { TokenVault } from '../../accounts/token-vault.ts';
import type { Supervisor } from '../../builtin-service/supervisor.ts';
import type { Keychain, KeychainBackend } from '../../keychain/keychain.ts';
import type { Erasure } from '../../erasure/erasure.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Listing } from '../../ledger/listing.ts';
import type { LedgerVault } from '../../ledger/vault.ts';
import type { Log } from '../../log/log.ts';
import type { SettingsStore } from '../../settings/settings.ts';
import type { BulkDeletion } from '../../shares/bulk-deletion.ts';
import type { Forgetting } from '../../shares/forgetting.ts';
import type { Refresher } from '../../shares/refresher.ts';
import type { Reviewer } from '../../shares/reviewer.ts';
import type { Sender } from '../../shares/sender.ts';
import type { Broadcast } from '../broadcast.ts';

/** What the calls work on. */
export interface HandlerParts {
  readonly accounts: AccountStore;
  readonly budgets: Budgets;
  readonly tokens: TokenVault;
  readonly keychain: Keychain;
  readonly ledger: Ledger;
  readonly vault: LedgerVault;
  readonly listing: Listing;
  readonly refresher: Refresher;
  readonly bulk: BulkDeletion;
  readonly forgetting: Forgetting;
  readonly exchange: Exchange;
  readonly erasure: Erasure;
  readonly services: AccountDirectory;
  readonly clock: Clock;
  readonly log: Log;
  readonly sender: Sender;
  readonly reviewer: Reviewer;
  readonly settings: SettingsStore;
  readonly supervisor: Supervisor;
  readonly broadcast: Broadcast;
  readonly keychainBackend: KeychainBackend;
  readonly notices: () => Notice[];
  /** Wakes the outbox: something may go out now that could not before. */
  readonly wakeOutbox: () => void;
}
