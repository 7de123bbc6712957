/** The three places tokens and keys can live, behind one port. The only file that loads a native module. */
import { err, ok, type Result } from '../../core/result.ts';
import { type Keychain, KEYCHAIN_SERVICE, type KeychainBackend, type KeychainError } from './keychain.ts';

/** A prompt to unlock may wait for a person; past this the program goes on without. */
const TIMEOUT_MS = 30_000;

interface Store {
  read(item: string): Promise<string | null>;
  write(item: string, secret: string): Promise<void>;
  remove(item: string): Promise<void>;
}

function fromStore(backend: KeychainBackend, store: Store): Keychain {
  return {
    backend,
    read: (item) => attempt(() => store.read(item)),
    write: (item, secret) => attempt(() => store.write(item, secret).then(() => null)),
    remove: (item) => attempt(() => store.remove(item).then(() => null)),
  };
}

/** Native modules throw strings and errors of their own; none of their text leaves this function. */
async function attempt<T>(work: () => Promise<T>): Promise<Result<T, KeychainError>> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Result<T, KeychainError>>((resolve) => {
    timer = setTimeout(() => {
      resolve(err({ code: 'timeout' }));
    }, TIMEOUT_MS);
  });
  const result = Promise.resolve()
    .then(work)
    .then(ok, () => err({ code: 'unavailable' as const }));
  try {
    return await Promise.race([result, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** The part of keytar this program uses. Not its own types: the package may be absent, and then they are too. */
interface KeytarModule {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Null where the module is not installed or does not load: keytar is archived and compiles where it must. */
export async function loadKeytar(): Promise<Keychain | null> {
  // Not a literal, so that neither the bundler nor the compiler insists on an optional package.
  const name = ['keytar'].join('');
  try {
    const loaded: unknown = await import(name);
    const keytar = isRecord(loaded) && 'default' in loaded ? loaded['default'] : loaded;
    if (!isKeytar(keytar)) return null;
    return fromStore('keytar', {
      read: (item) => keytar.getPassword(KEYCHAIN_SERVICE, item),
      write: (item, secret) => keytar.setPassword(KEYCHAIN_SERVICE, item, secret),
      remove: async (item) => {
        await keytar.deletePassword(KEYCHAIN_SERVICE, item);
      },
    });
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isKeytar(value: unknown): value is KeytarModule {
  const names = ['getPassword', 'setPassword', 'deletePassword'];
  return isRecord(value) && names.every((name) => typeof value[name] === 'function');
}

/** Pinned to the Secret Service on Linux: the module's other store there is the kernel's, which forgets. */
export async function loadKeyring(): Promise<Keychain | null> {
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    const entry = (item: string): InstanceType<typeof AsyncEntry> =>
      new AsyncEntry(KEYCHAIN_SERVICE, item, { linux: { store: 'secret-service' } });
    return fromStore('keyring', {
      read: (item) => entry(item).getPassword(),
      write: (item, secret) => entry(item).setPassword(secret),
      remove: async (item) => {
        await entry(item).deleteCredential();
      },
    });
  } catch {
    return null;
  }
}

/** For this run only, said aloud to the person. Also the test double of the port. */
export function createMemoryKeychain(): Keychain {
  const items = new Map<string, string>();
  return fromStore('memory', {
    read: (item) => Promise.resolve(items.get(item) ?? null),
    write: (item, secret) => {
      items.set(item, secret);
      return Promise.resolve();
    },
    remove: (item) => {
      items.delete(item);
      return Promise.resolve();
    },
  });
}
