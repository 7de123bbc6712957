import { BLOCK_BYTES } from './types.ts';

/** Appends PKCS#7 padding (RFC 5652 section 6.3): n bytes of value n, 1 to 16, up to the next whole block. */
export function pad(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const count = BLOCK_BYTES - (bytes.length % BLOCK_BYTES);
  const padded = new Uint8Array(bytes.length + count).fill(count, bytes.length);
  padded.set(bytes);
  return padded;
}

/** Checks every byte of the padding and removes it. Null if it is not valid or `bytes` are no whole blocks. */
export function unpad(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const count = bytes.at(-1) ?? 0;
  if (bytes.length % BLOCK_BYTES !== 0 || count < 1 || count > BLOCK_BYTES) return null;
  return bytes.subarray(-count).every((byte) => byte === count) ? bytes.slice(0, -count) : null;
}
