import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Account } from '../../shared/bridge/models.ts';
import type { BridgeClient } from '../bridge/client.ts';

/** The accounts as the main process has them. No token is among what it tells. */
export interface AccountsState {
  /** Null until they are read, which may take a keychain's time. */
  readonly accounts: readonly Account[] | null;
  /** Makes an account the one new secrets go to; shown at once. */
  readonly use: (id: string) => Promise<void>;
}

export function createAccountsStore(bridge: BridgeClient): StoreApi<AccountsState> {
  const store = createStore<AccountsState>((set, get) => ({
    accounts: null,
    use: async (id) => {
      const before = get().accounts;
      if (before === null) return;
      set({ accounts: before.map((account) => ({ ...account, isCurrent: account.id === id })) });
      const isUsed = await bridge.call('accounts.use', { id }).catch(() => false);
      if (!isUsed) set({ accounts: before });
    },
  }));
  bridge.on('accounts.changed', (accounts) => {
    store.setState({ accounts });
  });
  void bridge.call('accounts.list').then((accounts) => {
    store.setState({ accounts });
  });
  return store;
}
