import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ViewName } from '../../shared/bridge/resident.ts';

/** In the order of the rail and of their keys. The accounts are reached from the settings and from the rail's foot. */
export const railViews = ['compose', 'sent', 'open', 'settings'] as const satisfies readonly ViewName[];
export type RailView = (typeof railViews)[number];

export interface NavigationState {
  readonly view: ViewName;
  /** Counts each going to a view, the present one included, so that its focus can be set anew. */
  readonly visits: number;
  readonly go: (view: ViewName) => void;
  /** The sent secret that was asked for from outside the list, anew each time. */
  readonly entry: { readonly id: string } | null;
  readonly showEntry: (id: string) => void;
}

export function createNavigationStore(): StoreApi<NavigationState> {
  return createStore((set) => ({
    view: 'compose',
    visits: 0,
    go: (view) => {
      set(({ visits }) => ({ view, visits: visits + 1 }));
    },
    entry: null,
    showEntry: (id) => {
      set(({ visits }) => ({ view: 'sent', visits: visits + 1, entry: { id } }));
    },
  }));
}
