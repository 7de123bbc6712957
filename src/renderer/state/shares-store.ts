import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallOutput } from '../../shared/bridge/contract.ts';
import type { DeleteOutput, SendOutput, Share } from '../../shared/bridge/models.ts';
import type { BridgeClient } from '../bridge/client.ts';
import { answered } from './answered.ts';

/** The list of sent secrets as the main process has it. */
export interface SharesState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly shares: readonly Share[];
  readonly isRefreshing: boolean;
  readonly load: () => Promise<void>;
  /** Asks the service for news. Answers whether there was an answer. */
  readonly refresh: () => Promise<boolean>;
  /** These answer null when the main process itself failed. */
  readonly remove: (id: string) => Promise<DeleteOutput | null>;
  /** @param expiresAt another expiry to send it with; left out, the one it has */
  readonly retry: (id: string, expiresAt?: string | null) => Promise<SendOutput | null>;
  readonly cancel: (id: string) => Promise<CallOutput<'shares.cancel'> | null>;
  readonly forget: (id: string) => Promise<boolean>;
}

export function createSharesStore(bridge: BridgeClient): StoreApi<SharesState> {
  const store = createStore<SharesState>((set, get) => ({
    status: 'loading',
    shares: [],
    isRefreshing: false,
    load: async () => {
      const shares = await answered(bridge.call('shares.list'));
      set(shares === null ? { status: 'failed' } : { status: 'ready', shares });
    },
    refresh: async () => {
      if (get().isRefreshing) return true;
      set({ isRefreshing: true });
      const asked = await answered(bridge.call('shares.refresh'));
      const shares = asked === null ? null : await answered(bridge.call('shares.list'));
      set({ isRefreshing: false, ...(shares === null ? {} : { status: 'ready', shares }) });
      return shares !== null;
    },
    remove: (id) => answered(bridge.call('shares.delete', { id })),
    retry: (id, expiresAt) =>
      answered(bridge.call('shares.retry', { id, ...(expiresAt === undefined ? {} : { expiresAt }) })),
    cancel: (id) => answered(bridge.call('shares.cancel', { id })),
    forget: async (id) => (await answered(bridge.call('shares.forget', { id }))) ?? false,
  }));
  bridge.on('shares.changed', (shares) => {
    store.setState({ status: 'ready', shares });
  });
  return store;
}
