import { createStore, type StoreApi } from 'zustand/vanilla';

/** The settings of a sent secret, for writing it once more. Its text is nowhere: the person writes it anew. */
export interface Again {
  /** The entry that the new one continues. */
  readonly extends: string;
  readonly accountId: string;
  readonly name: string | null;
  readonly lifetimeSeconds: number | null;
  readonly maxAccess: number | null;
}

export interface AgainState {
  /** What the next secret continues, until it is sent or the person says otherwise. */
  readonly again: Again | null;
  readonly write: (again: Again) => void;
  readonly letGo: () => void;
}

export function createAgainStore(): StoreApi<AgainState> {
  return createStore((set) => ({
    again: null,
    write: (again) => {
      set({ again });
    },
    letGo: () => {
      set({ again: null });
    },
  }));
}
