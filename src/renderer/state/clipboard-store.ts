import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClipboardState } from '../../shared/bridge/clipboard.ts';
import type { BridgeClient } from '../bridge/client.ts';
import { answered } from './answered.ts';
import type { MirrorState } from './mirror-store.ts';

/** Whether something of ours is in the clipboard, as the main process has it. Never what it is. */
export interface ClipboardStoreState extends ClipboardState {
  /** Leaves in the clipboard what is there. */
  readonly keep: () => Promise<void>;
}

export function createClipboardStore(bridge: BridgeClient): StoreApi<ClipboardStoreState> {
  const store = createStore<ClipboardStoreState>((set) => ({
    watch: { status: 'idle' },
    canMark: false,
    keep: async () => {
      const state = await answered(bridge.call('clipboard.keep'));
      if (state !== null) set(state);
    },
  }));
  bridge.on('clipboard.changed', (state) => {
    store.setState(state);
  });
  void answered(bridge.call('clipboard.state')).then((state) => {
    if (state !== null) store.setState(state);
  });
  return store;
}

/** Whether the person chose marks for passwords and they are possible here. */
export const wantsMarks = (
  mirror: StoreApi<MirrorState>,
  clipboard: StoreApi<ClipboardStoreState>,
): boolean => mirror.getState().settings.clipboardMarks && clipboard.getState().canMark;
