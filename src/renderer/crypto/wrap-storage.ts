/** The window's own storage for kept passwords: the key, and of which shares a password is kept. No password. */
import type { KeyStore } from './password-wrap.ts';

export interface WrapStorage extends KeyStore {
  /** Ids of the shares whose password is kept, so that the keychain need not be asked about each. */
  listKept(): Promise<readonly string[]>;
  addKept(shareId: string): Promise<void>;
  removeKept(shareId: string): Promise<void>;
  /** Tells when another window kept one or dropped it. */
  onOthers(listener: () => void): void;
}

const DATABASE = 'kept-passwords';
const VERSION = 1;
const KEYS = 'keys';
const KEPT = 'kept';
const THE_KEY = 'wrap';
const CLIPBOARD_KEY = 'clipboard';
/** Between windows: a word without content. */
const CHANNEL = 'kept-passwords';

export function openWrapStorage(): WrapStorage {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    async read() {
      const found = await inStore<unknown>(KEYS, 'readonly', (store) => store.get(THE_KEY));
      return found instanceof CryptoKey ? found : null;
    },
    async write(key) {
      // `add` and not `put`: a key that is there must never be replaced.
      await inStore(KEYS, 'readwrite', (store) => store.add(key, THE_KEY));
    },
    async listKept() {
      const keys = await inStore(KEPT, 'readonly', (store) => store.getAllKeys());
      return keys.map(String);
    },
    async addKept(shareId) {
      await inStore(KEPT, 'readwrite', (store) => store.put(true, shareId));
      channel.postMessage(null);
    },
    async removeKept(shareId) {
      await inStore(KEPT, 'readwrite', (store) => store.delete(shareId));
      channel.postMessage(null);
    },
    onOthers(listener) {
      channel.onmessage = listener;
    },
  };
}

/** The key of the marks of what was copied, beside it. Whoever comes second finds that of the first. */
export function openClipboardKeyStore(): KeyStore {
  return {
    async read() {
      const found = await inStore<unknown>(KEYS, 'readonly', (store) => store.get(CLIPBOARD_KEY));
      return found instanceof CryptoKey ? found : null;
    },
    async write(key) {
      await inStore(KEYS, 'readwrite', (store) => store.add(key, CLIPBOARD_KEY));
    },
  };
}

/** One request in a transaction of its own. Settles when it is on disk. */
async function inStore<T>(
  name: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode, { durability: 'strict' });
      const request = ask(transaction.objectStore(name));
      transaction.oncomplete = () => {
        resolve(request.result);
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
      };
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      for (const name of [KEYS, KEPT]) request.result.createObjectStore(name);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new DOMException('not opened', 'UnknownError'));
    };
  });
}
