/**
 * By a mark a window recognises what was copied without anybody keeping it. The main process keeps the mark and can
 * do nothing with it: the key stays in the windows' own storage and no script can read it out. A plain hash would be
 * enough to guess a short text by; this is not.
 */
import type { ClipboardMark } from '../../shared/bridge/clipboard.ts';
import type { KeyStore } from './password-wrap.ts';

export interface ClipboardMarker {
  /** Null where the window cannot store its key. */
  mark(text: string): Promise<ClipboardMark | null>;
  matches(text: string, mark: ClipboardMark): Promise<boolean>;
}

const ALGORITHM: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256' };
const SALT_BYTES = 16;

export function createClipboardMarker(keys: KeyStore): ClipboardMarker {
  async function obtainKey(): Promise<CryptoKey> {
    const known = await keys.read();
    if (known !== null) return known;
    const made = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
    try {
      await keys.write(made);
      return made;
    } catch (problem) {
      // Another window was quicker.
      const theirs = await keys.read();
      if (theirs === null) throw problem;
      return theirs;
    }
  }
  return {
    async mark(text) {
      try {
        const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
        const mac = await crypto.subtle.sign(ALGORITHM.name, await obtainKey(), salted(salt, text));
        return { salt: toBase64(salt), mac: toBase64(new Uint8Array(mac)) };
      } catch {
        return null;
      }
    },
    async matches(text, { salt, mac }) {
      try {
        const key = await keys.read();
        if (key === null) return false;
        const bytes = fromBase64(salt);
        return await crypto.subtle.verify(ALGORITHM.name, key, fromBase64(mac), salted(bytes, text));
      } catch {
        return false;
      }
    },
  };
}

function salted(salt: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const encoded = new TextEncoder().encode(normalised(text));
  const bytes = new Uint8Array(salt.length + encoded.length);
  bytes.set(salt);
  bytes.set(encoded, salt.length);
  return bytes;
}

/** Windows turns line ends into its own on the way through the clipboard. */
const normalised = (text: string): string => text.replaceAll('\r\n', '\n');

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
