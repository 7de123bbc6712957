import { createStore, type StoreApi } from 'zustand/vanilla';

/** What would be lost if the window closed now. Only that there is something, never what. */
export interface UnfinishedState {
  /** Written and not sealed. */
  readonly text: boolean;
  /** A generated password that was neither copied nor kept. */
  readonly password: boolean;
}

export const createUnfinishedStore = (): StoreApi<UnfinishedState> =>
  createStore(() => ({ text: false, password: false }));
