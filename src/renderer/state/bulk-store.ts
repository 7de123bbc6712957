import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ServiceFailure } from '../../core/api/failure.ts';
import type { BulkOutput, BulkProgress } from '../../shared/bridge/ledger.ts';
import type { BridgeClient } from '../bridge/client.ts';
import { answered } from './answered.ts';

/** Commands about many entries: how far they are, and what became of each. They go on when the view is left. */
export interface BulkState {
  /** Null while nothing is under way. */
  readonly progress: BulkProgress | null;
  readonly isStopping: boolean;
  /** Of the last deletion: what was not deleted, and why. */
  readonly failures: ReadonlyMap<string, ServiceFailure>;
  /** What was removed from the list last, for as long as it may be brought back. */
  readonly forgotten: readonly string[];
  /** Null when the main process itself failed. */
  readonly deleteMany: (ids: readonly string[]) => Promise<BulkOutput | null>;
  readonly stop: () => Promise<void>;
  readonly dismissFailures: () => void;
  /** How many were removed from the list; null when the main process itself failed. */
  readonly forgetMany: (ids: readonly string[]) => Promise<number | null>;
  /** Brings back what was removed last. How many came back; null when the main process itself failed. */
  readonly restore: () => Promise<number | null>;
  /** It can no longer be brought back. */
  readonly letGo: (ids: readonly string[]) => void;
}

export function createBulkStore(bridge: BridgeClient): StoreApi<BulkState> {
  const store = createStore<BulkState>((set, get) => ({
    progress: null,
    isStopping: false,
    failures: new Map(),
    forgotten: [],
    deleteMany: async (ids) => {
      set({
        progress: { done: 0, total: ids.length, waitsUntil: null },
        failures: new Map(),
        isStopping: false,
      });
      const output = await answered(bridge.call('ledger.deleteMany', { ids: [...ids] }));
      set({
        progress: null,
        isStopping: false,
        failures: new Map(output?.failed.map(({ id, reason }) => [id, reason]) ?? []),
      });
      return output;
    },
    stop: async () => {
      set({ isStopping: true });
      await answered(bridge.call('ledger.stopBulk'));
    },
    dismissFailures: () => {
      set({ failures: new Map() });
    },
    forgetMany: async (ids) => {
      const output = await answered(bridge.call('ledger.forgetMany', { ids: [...ids] }));
      if (output !== null && output.forgotten > 0) set({ forgotten: ids });
      return output?.forgotten ?? null;
    },
    restore: async () => {
      const ids = get().forgotten;
      if (ids.length === 0) return 0;
      set({ forgotten: [] });
      const output = await answered(bridge.call('ledger.restore', { ids: [...ids] }));
      return output?.restored ?? null;
    },
    letGo: (ids) => {
      if (get().forgotten === ids) set({ forgotten: [] });
    },
  }));
  bridge.on('ledger.progress', (progress) => {
    if (store.getState().progress !== null) store.setState({ progress });
  });
  return store;
}
