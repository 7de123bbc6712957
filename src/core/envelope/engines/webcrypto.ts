import { BLOCK_BYTES, KDF_ITERATIONS, KEY_BYTES, type CipherKey, type CryptoEngine } from '../types.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type KeyUse = 'deriveKey' | 'encrypt' | 'decrypt';

/** What is needed of `crypto.subtle`. Both the browser's and Node's fit. */
export interface SubtlePort<Key> {
  importKey(
    format: 'raw',
    data: Bytes,
    algorithm: 'PBKDF2',
    extractable: boolean,
    uses: KeyUse[],
  ): Promise<Key>;
  deriveKey(
    algorithm: { name: 'PBKDF2'; hash: string; salt: Bytes; iterations: number },
    base: Key,
    derived: { name: 'AES-CBC'; length: number },
    extractable: boolean,
    uses: KeyUse[],
  ): Promise<Key>;
  encrypt(algorithm: { name: 'AES-CBC'; iv: Bytes }, key: Key, data: Bytes): Promise<ArrayBuffer>;
  decrypt(algorithm: { name: 'AES-CBC'; iv: Bytes }, key: Key, data: Bytes): Promise<ArrayBuffer>;
}

/** The default engine. Keys cannot be read out of it again. */
export function createWebCryptoEngine<Key>(subtle: SubtlePort<Key>): CryptoEngine {
  return {
    name: 'webcrypto',
    async deriveKey(password, salt, hash) {
      const base = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveKey']);
      const key = await subtle.deriveKey(
        { name: 'PBKDF2', hash, salt, iterations: KDF_ITERATIONS },
        base,
        { name: 'AES-CBC', length: 8 * KEY_BYTES },
        false,
        ['encrypt', 'decrypt'],
      );
      return createCipherKey(subtle, key);
    },
  };
}

/** WebCrypto pads and unpads always. A run that is not the final one works around that with one block more. */
function createCipherKey<Key>(subtle: SubtlePort<Key>, key: Key): CipherKey {
  const encryptPadded = async (plain: Bytes, iv: Bytes): Promise<Bytes> =>
    new Uint8Array(await subtle.encrypt({ name: 'AES-CBC', iv }, key, plain));
  const padding = createPaddingMemory();
  // Serves decryption after decryption where nothing is waited for before WebCrypto copies what it is given.
  let buffer = new Uint8Array();

  return {
    async encrypt(plain, iv, final) {
      const cipher = await encryptPadded(plain, iv);
      if (final) return cipher;
      // Without the padding's own block, the last: CBC's next run starts from the block before it.
      const run = cipher.subarray(0, plain.length);
      padding.remember(run.slice(-BLOCK_BYTES), cipher.slice(plain.length));
      return run;
    },

    async decrypt(cipher, iv, final) {
      if (final) return decryptPadded(subtle, key, cipher, iv);
      const length = cipher.length + BLOCK_BYTES;
      const last = cipher.slice(-BLOCK_BYTES);
      // The block of pure padding that would follow this run, so that there is something to unpad.
      const known = padding.after(last);
      if (known && buffer.length < length) buffer = new Uint8Array(length);
      const padded = known ? buffer.subarray(0, length) : new Uint8Array(length);
      padded.set(cipher);
      padded.set(known ?? (await encryptPadded(new Uint8Array(), last)), cipher.length);
      return decryptPadded(subtle, key, padded, iv);
    },
  };
}

/** How many runs are encrypted before the first of them is decrypted again, at the most. */
const REMEMBERED = 4;

/**
 * The padding blocks that encrypting brought along: a run that is decrypted to verify it, right after it was made,
 * needs the same block. It depends on the key and on the block before it alone.
 */
function createPaddingMemory() {
  const known: { readonly last: Bytes; readonly block: Bytes }[] = [];
  return {
    remember: (last: Bytes, block: Bytes): void => {
      known.push({ last, block });
      if (known.length > REMEMBERED) known.shift();
    },
    after: (last: Bytes): Bytes | undefined =>
      known.find((entry) => entry.last.every((byte, at) => byte === last[at]))?.block,
  };
}

/** Null if the padding is wrong, which WebCrypto can only say with an exception. */
async function decryptPadded<Key>(
  subtle: SubtlePort<Key>,
  key: Key,
  cipher: Bytes,
  iv: Bytes,
): Promise<Bytes | null> {
  try {
    return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv }, key, cipher));
  } catch {
    return null;
  }
}
