import { createStore, type StoreApi } from 'zustand/vanilla';

export const viewNames = ['compose', 'sent', 'open', 'settings'] as const;
export type ViewName = (typeof viewNames)[number];

export interface NavigationState {
  readonly view: ViewName;
  /** Counts each going to a view, the present one included, so that its focus can be set anew. */
  readonly visits: number;
  readonly go: (view: ViewName) => void;
}

export function createNavigationStore(): StoreApi<NavigationState> {
  return createStore((set) => ({
    view: 'compose',
    visits: 0,
    go: (view) => {
      set(({ visits }) => ({ view, visits: visits + 1 }));
    },
  }));
}
