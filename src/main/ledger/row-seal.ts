import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const LEDGER_KEY_BYTES = 32;

/** Seals what a row tells about a secret. Bound to the row's place, so that rows cannot be swapped. */
export interface RowSeal {
  /** AES-256-GCM: nonce ‖ ciphertext ‖ tag. */
  seal(text: string, place: string): Uint8Array;
  /** Null when it was altered, belongs elsewhere, or was sealed with another key. */
  open(sealed: Uint8Array, place: string): string | null;
}

export function createRowSeal(keyBytes: Uint8Array): RowSeal {
  // Made once: from bytes it would be made anew for each row, which takes longer than opening the row.
  const key = createSecretKey(keyBytes);
  return {
    seal(text, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(place));
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, place) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      try {
        const body = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
