import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeleteOutput, SendOutput, Share } from '../../shared/bridge/models.ts';
import type { BridgeClient } from '../bridge/client.ts';

/** The list of sent secrets as the main process has it. */
export interface SharesState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly shares: readonly Share[];
  readonly isRefreshing: boolean;
  readonly load: () => Promise<void>;
  /** Asks the service for news. Answers whether there was an answer. */
  readonly refresh: () => Promise<boolean>;
  /** These two answer null when the main process itself failed. */
  readonly remove: (id: string) => Promise<DeleteOutput | null>;
  readonly retry: (id: string) => Promise<SendOutput | null>;
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
      const shares = await answered(bridge.call('shares.refresh'));
      set({ isRefreshing: false, ...(shares === null ? {} : { status: 'ready', shares }) });
      return shares !== null;
    },
    remove: (id) => answered(bridge.call('shares.delete', { id })),
    retry: (id) => answered(bridge.call('shares.retry', { id })),
    forget: async (id) => (await answered(bridge.call('shares.forget', { id }))) ?? false,
  }));
  bridge.on('shares.changed', (shares) => {
    store.setState({ status: 'ready', shares });
  });
  return store;
}

/** A main process that throws has a bug or has gone: for the window that is one more way of no answer. */
async function answered<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch {
    return null;
  }
}
