import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallInput, CallOutput } from '../../shared/bridge/contract.ts';
import type { Account } from '../../shared/bridge/models.ts';
import type { BridgeClient } from '../bridge/client.ts';
import { answered } from './answered.ts';

/** The accounts as the main process has them. No token is among what it tells, and none is kept here. */
export interface AccountsState {
  /** Null until they are read, which may take a keychain's time. */
  readonly accounts: readonly Account[] | null;
  /** Asks the main process again: a budget grows without anybody's doing. */
  readonly load: () => Promise<void>;
  /** Makes an account the one new secrets go to; shown at once. Answers whether it is. */
  readonly use: (id: string) => Promise<boolean>;
  /** These answer null when the main process itself failed. A token passes through and stays nowhere. */
  readonly add: Ask<'accounts.add'>;
  readonly change: Ask<'accounts.change'>;
  readonly setToken: Ask<'accounts.setToken'>;
  readonly check: Ask<'accounts.check'>;
  readonly remove: Ask<'accounts.remove'>;
}

type ChangingCall = `accounts.${'add' | 'change' | 'setToken' | 'check' | 'remove'}`;
type Ask<N extends ChangingCall> = (input: CallInput<N>) => Promise<CallOutput<N> | null>;

export function createAccountsStore(bridge: BridgeClient): StoreApi<AccountsState> {
  const store = createStore<AccountsState>((set, get) => ({
    accounts: null,
    load: async () => {
      const accounts = await answered(bridge.call('accounts.list'));
      if (accounts !== null) set({ accounts });
    },
    use: async (id) => {
      const before = get().accounts;
      if (before === null) return false;
      set({ accounts: before.map((account) => ({ ...account, isCurrent: account.id === id })) });
      const isUsed = (await answered(bridge.call('accounts.use', { id }))) ?? false;
      if (!isUsed) set({ accounts: before });
      return isUsed;
    },
    add: (input) => answered(bridge.call('accounts.add', input)),
    change: (input) => answered(bridge.call('accounts.change', input)),
    setToken: (input) => answered(bridge.call('accounts.setToken', input)),
    check: (input) => answered(bridge.call('accounts.check', input)),
    remove: (input) => answered(bridge.call('accounts.remove', input)),
  }));
  bridge.on('accounts.changed', (accounts) => {
    store.setState({ accounts });
  });
  void store.getState().load();
  return store;
}
