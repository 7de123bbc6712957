import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BridgeClient } from '../bridge/client.ts';
import { createPasswordWrap } from '../crypto/password-wrap.ts';
import type { WrapStorage } from '../crypto/wrap-storage.ts';
import { answered } from './answered.ts';
import type { KeptPassword } from './kept-password.ts';

/** Of which shares the password is kept. A password itself is handed out and never held here. */
export interface KeptPasswordsState {
  readonly ids: ReadonlySet<string>;
  /** Wraps it and puts it into the keychain. False when the keychain or the window's storage did not take it. */
  readonly keep: (shareId: string, kept: KeptPassword) => Promise<boolean>;
  /** Null when the keychain did not answer, or what it has does not open here. */
  readonly show: (shareId: string) => Promise<KeptPassword | null>;
  /** False when the keychain did not let go of it: it is still kept then. */
  readonly drop: (shareId: string) => Promise<boolean>;
}

export function createKeptPasswordsStore(
  bridge: BridgeClient,
  storage: WrapStorage,
): StoreApi<KeptPasswordsState> {
  const passwords = createPasswordWrap(storage);
  const store = createStore<KeptPasswordsState>((set) => ({
    ids: new Set<string>(),
    keep: async (shareId, kept) => {
      const wrapped = await passwords.wrap(shareId, JSON.stringify(kept));
      if (wrapped === null) return false;
      const isKept = (await answered(bridge.call('passwords.keep', { id: shareId, wrapped }))) ?? false;
      if (!isKept) return false;
      if ((await answered(storage.addKept(shareId).then(() => true))) === null) {
        // Without its mark nobody would ever look for it.
        await answered(bridge.call('passwords.drop', { id: shareId }));
        return false;
      }
      set(({ ids }) => ({ ids: new Set([...ids, shareId]) }));
      return true;
    },
    show: async (shareId) => {
      const wrapped = await answered(bridge.call('passwords.kept', { id: shareId }));
      const text = wrapped === null ? null : await passwords.unwrap(shareId, wrapped);
      if (text === null) return null;
      const { readKept } = await import('./kept-password.ts');
      return readKept(text);
    },
    drop: async (shareId) => {
      const isDropped = (await answered(bridge.call('passwords.drop', { id: shareId }))) ?? false;
      if (!isDropped) return false;
      await answered(storage.removeKept(shareId));
      set(({ ids }) => ({ ids: new Set([...ids].filter((id) => id !== shareId)) }));
      return true;
    },
  }));
  const read = (): void => {
    void answered(storage.listKept()).then((kept) => {
      if (kept !== null) store.setState({ ids: new Set(kept) });
    });
  };
  storage.onOthers(read);
  read();
  return store;
}
