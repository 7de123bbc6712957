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

  // Serves decryption after decryption. WebCrypto copies what it is given before it returns.
  let buffer = new Uint8Array();

  return {
    async encrypt(plain, iv, final) {
      const cipher = await encryptPadded(plain, iv);
      // Without the padding's own block, the last: CBC's next run starts from the block before it.
      return final ? cipher : cipher.subarray(0, plain.length);
    },

    async decrypt(cipher, iv, final) {
      if (final) return decryptPadded(subtle, key, cipher, iv);
      // The block of pure padding that would follow this run, so that there is something to unpad.
      const paddingBlock = await encryptPadded(new Uint8Array(), cipher.slice(-BLOCK_BYTES));
      if (buffer.length < cipher.length + BLOCK_BYTES) buffer = new Uint8Array(cipher.length + BLOCK_BYTES);
      const padded = buffer.subarray(0, cipher.length + BLOCK_BYTES);
      padded.set(cipher);
      padded.set(paddingBlock, cipher.length);
      return decryptPadded(subtle, key, padded, iv);
    },
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
