/**
 * Wraps unlock passwords for the keychain, with a key that stays in this window's own storage and that no script
 * can read out: the keychain and the main process get a text that is unreadable without it.
 * docs/decisions/0007-kept-passwords-in-two-halves.md says why.
 */
export interface PasswordWrap {
  /** Base64 of nonce, ciphertext and tag, bound to the share; null where the window cannot store its key. */
  wrap(shareId: string, password: string): Promise<string | null>;
  /** Null when it was made with another key, for another share, or altered. */
  unwrap(shareId: string, wrapped: string): Promise<string | null>;
}

/** Where the key is kept from run to run. */
export interface KeyStore {
  /** Null when there is none. Rejects when the storage fails. */
  read(): Promise<CryptoKey | null>;
  write(key: CryptoKey): Promise<void>;
}

const ALGORITHM = 'AES-GCM';
/** NIST SP 800-38D: 96 bits, random; a person keeps far fewer than 2^32 passwords under one key. */
const NONCE_BYTES = 12;

export function createPasswordWrap(keys: KeyStore): PasswordWrap {
  async function obtainKey(): Promise<CryptoKey> {
    const known = await keys.read();
    if (known !== null) return known;
    const made = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await keys.write(made);
    return made;
  }
  return {
    async wrap(shareId, password) {
      try {
        const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
        const key = await obtainKey();
        const sealed = await crypto.subtle.encrypt(parameters(iv, shareId), key, encode(password));
        return toBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
      } catch {
        return null;
      }
    },
    async unwrap(shareId, wrapped) {
      try {
        const key = await keys.read();
        const bytes = fromBase64(wrapped);
        if (key === null) return null;
        const iv = bytes.slice(0, NONCE_BYTES);
        const opened = await crypto.subtle.decrypt(parameters(iv, shareId), key, bytes.slice(NONCE_BYTES));
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(opened);
      } catch {
        return null;
      }
    },
  };
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const parameters = (iv: Uint8Array<ArrayBuffer>, shareId: string): AesGcmParams => ({
  name: ALGORITHM,
  iv,
  // A wrapped text put under another share does not open there.
  additionalData: encode(`password:${shareId}`),
});

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
