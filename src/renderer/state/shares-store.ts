import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallOutput } from '../../shared/bridge/contract.ts';
import type { Asked } from '../../shared/bridge/ledger.ts';
import type { DeleteOutput, SendOutput } from '../../shared/bridge/models.ts';
import type { BridgeClient } from '../bridge/client.ts';
import { answered } from './answered.ts';

/** Commands about one sent secret. What becomes of it shows in the list, which has a store of its own. */
export interface SharesState {
  readonly isRefreshing: boolean;
  /** Asks the services for news. Answers whether the question could be asked. */
  readonly refresh: () => Promise<Asked | null>;
  /** These answer null when the main process itself failed. */
  readonly remove: (id: string) => Promise<DeleteOutput | null>;
  /** @param expiresAt another expiry to send it with; left out, the one it has */
  readonly retry: (id: string, expiresAt?: string | null) => Promise<SendOutput | null>;
  readonly cancel: (id: string) => Promise<CallOutput<'shares.cancel'> | null>;
  /** Whether the note was stored. @param note null takes it away */
  readonly setNote: (id: string, note: string | null) => Promise<boolean>;
  /** For the timeline; nothing depends on whether it was written down. */
  readonly happened: (id: string, what: 'link-copied' | 'password-copied') => void;
}

export function createSharesStore(bridge: BridgeClient): StoreApi<SharesState> {
  return createStore<SharesState>((set, get) => ({
    isRefreshing: false,
    refresh: async () => {
      if (get().isRefreshing) return { learned: false, missed: null };
      set({ isRefreshing: true });
      const asked = await answered(bridge.call('shares.refresh'));
      set({ isRefreshing: false });
      return asked;
    },
    remove: (id) => answered(bridge.call('shares.delete', { id })),
    retry: (id, expiresAt) =>
      answered(bridge.call('shares.retry', { id, ...(expiresAt === undefined ? {} : { expiresAt }) })),
    cancel: (id) => answered(bridge.call('shares.cancel', { id })),
    setNote: async (id, note) => (await answered(bridge.call('ledger.note', { id, note }))) ?? false,
    happened: (id, what) => {
      void answered(bridge.call('ledger.happened', { id, what }));
    },
  }));
}
