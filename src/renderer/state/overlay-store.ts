import { createStore, type StoreApi } from 'zustand/vanilla';

/** What may lie over the views, one at a time. */
export type Overlay = 'palette' | 'keys' | 'about' | 'licences' | 'introduction' | 'export';

/** Which part of the list is at hand where an export is asked for. */
export type ExportScope =
  | { readonly kind: 'all' }
  /** What is in sight: what was searched and filtered for, where that is so. */
  | { readonly kind: 'found' }
  | { readonly kind: 'selected'; readonly ids: readonly string[] };

export interface OverlayState {
  readonly overlay: Overlay | null;
  readonly scope: ExportScope;
  readonly show: (overlay: Overlay) => void;
  readonly exportList: (scope: ExportScope) => void;
  readonly close: () => void;
}

export function createOverlayStore(): StoreApi<OverlayState> {
  return createStore((set) => ({
    overlay: null,
    scope: { kind: 'all' },
    show: (overlay) => {
      // Asked for by a menu or the palette, over whatever view there is.
      set({ overlay, scope: { kind: 'found' } });
    },
    exportList: (scope) => {
      set({ overlay: 'export', scope });
    },
    close: () => {
      set({ overlay: null });
    },
  }));
}
