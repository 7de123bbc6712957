import type { Utf8 } from '../ports.ts';
import { decodeBase64, decodedLength } from './base64.ts';
import { HEADER_LENGTH, readHeader, writeHeader, type EnvelopeHeader } from './format.ts';
import { BLOCK_BYTES, type CipherKey } from './types.ts';

/**
 * Opens an envelope while it is being made: it is given the text alone, and what the text has to decrypt to.
 * The key is the one in use: deriving it again would double the cost and could only repeat the same bytes.
 */
export class Verifier {
  readonly #key: CipherKey;
  readonly #utf8: Utf8;
  #buffer = new Uint8Array();
  #iv: Uint8Array<ArrayBuffer> | undefined;

  constructor(key: CipherKey, utf8: Utf8) {
    this.#key = key;
    this.#utf8 = utf8;
  }

  /** Whether the text of the header says exactly this salt and initialisation vector. */
  header(text: string, expected: EnvelopeHeader): boolean {
    const header = text.length === HEADER_LENGTH ? readHeader(text) : null;
    this.#iv = header?.iv;
    return header !== null && writeHeader(header) === writeHeader(expected);
  }

  /**
   * Whether the run's part of the text is base64 of ciphertext that decrypts to `expected`. Runs come in order; the next may come
   * before the answer.
   */
  async run(
    part: Uint8Array<ArrayBuffer>,
    expected: Uint8Array<ArrayBuffer>,
    final: boolean,
  ): Promise<boolean> {
    const text = this.#utf8.decode(part);
    if (text === null) return false;
    const length = decodedLength(text);
    if (this.#buffer.length < length) this.#buffer = new Uint8Array(length);
    const cipher = this.#buffer.subarray(0, length);
    if (!this.#iv || !decodeBase64(text, cipher) || cipher.length % BLOCK_BYTES !== 0) return false;
    const decrypting = this.#key.decrypt(cipher, this.#iv, final);
    this.#iv = cipher.slice(-BLOCK_BYTES);
    const plain = await decrypting;
    if (plain === null) return false;
    const isEqual = equalBytes(plain, expected);
    plain.fill(0);
    return isEqual;
  }
}

/** Four bytes at a time where both arrays lie so that they can be read as words. */
function equalBytes(one: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>): boolean {
  if (one.length !== other.length) return false;
  const aligned = one.byteOffset % 4 === 0 && other.byteOffset % 4 === 0;
  const words = aligned ? Math.floor(one.length / 4) : 0;
  const oneWords = new Uint32Array(one.buffer, aligned ? one.byteOffset : 0, words);
  const otherWords = new Uint32Array(other.buffer, aligned ? other.byteOffset : 0, words);
  for (let at = 0; at < words; at += 1) if (oneWords[at] !== otherWords[at]) return false;
  for (let at = 4 * words; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
