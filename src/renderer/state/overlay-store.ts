import { createStore, type StoreApi } from 'zustand/vanilla';

/** What may lie over the views, one at a time. */
export type Overlay = 'palette' | 'keys' | 'about' | 'licences' | 'introduction';

export interface OverlayState {
  readonly overlay: Overlay | null;
  readonly show: (overlay: Overlay) => void;
  readonly close: () => void;
}

export function createOverlayStore(): StoreApi<OverlayState> {
  return createStore((set) => ({
    overlay: null,
    show: (overlay) => {
      set({ overlay });
    },
    close: () => {
      set({ overlay: null });
    },
  }));
}
