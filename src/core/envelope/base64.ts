/**
 * Canonical base64 (RFC 4648 section 4): the standard alphabet, padding present, unused bits zero, no white
 * space. It is read by the engine's own codec (ECMAScript 2026) where there is one, by tables otherwise. It is
 * written by tables: that codec only makes strings, and to make bytes of those again takes longer.
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = '=';
const INVALID = 255;
/** Set in {@link INVALID} and in no value of the alphabet. */
const INVALID_BIT = 0x80;

interface NativeBase64 {
  setFromBase64(text: string, options: { lastChunkHandling: 'strict' }): { written: number };
}

const hasNative = (bytes: Uint8Array<ArrayBuffer>): bytes is Uint8Array<ArrayBuffer> & NativeBase64 =>
  'setFromBase64' in bytes;

/** How many base64 characters stand for `bytes` bytes, padding included. */
export const base64Length = (bytes: number): number => 4 * Math.ceil(bytes / 3);

/** How many bytes a padded base64 text of this length and ending stands for, if it is one. */
export function decodedLength(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith(PADDING) ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}

const PAIR_BITS = 4095;

let knownPairs: Uint16Array | undefined;

/** For each 12-bit number its two characters, as they lie in memory. */
function getPairs(): Uint16Array {
  if (knownPairs) return knownPairs;
  const characters = new Uint8Array(2 * 4096);
  for (let bits = 0; bits < 4096; bits += 1) {
    characters[2 * bits] = ALPHABET.charCodeAt(bits >> 6);
    characters[2 * bits + 1] = ALPHABET.charCodeAt(bits & 63);
  }
  knownPairs = new Uint16Array(characters.buffer);
  return knownPairs;
}

/** Bytes read and written in one step: three words become four. */
const STEP_BYTES = 12;

/** Writes the text in ASCII to the memory's beginning. It is {@link base64Length} long. */
export function encodeBase64(bytes: Uint8Array<ArrayBuffer>, memory: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const ascii = new Uint8Array(memory, 0, base64Length(bytes.length));
  const table = getPairs();
  const source = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const target = new Uint32Array(memory, 0, ascii.length / 4);
  const whole = bytes.length - (bytes.length % STEP_BYTES);
  const pairs = (first: number, second: number): number =>
    (table[first & PAIR_BITS] ?? 0) | ((table[second & PAIR_BITS] ?? 0) << 16);
  for (let from = 0, to = 0; from < whole; from += STEP_BYTES, to += 4) {
    const one = source.getUint32(from);
    const two = source.getUint32(from + 4);
    const three = source.getUint32(from + 8);
    target[to] = pairs(one >>> 20, one >>> 8);
    target[to + 1] = pairs((one << 4) | (two >>> 28), two >>> 16);
    target[to + 2] = pairs(two >>> 4, (two << 8) | (three >>> 24));
    target[to + 3] = pairs(three >>> 12, three);
  }
  encodeRest(bytes.subarray(whole), ascii.subarray(base64Length(whole)), table);
  return ascii;
}

function encodeRest(
  bytes: Uint8Array<ArrayBuffer>,
  ascii: Uint8Array<ArrayBuffer>,
  table: Uint16Array,
): void {
  const out = new Uint16Array(ascii.buffer, ascii.byteOffset, ascii.length / 2);
  // Past the end count zero bits: the unused bits of the last group.
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 2) {
    const group = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    out[to] = table[group >> 12] ?? 0;
    out[to + 1] = table[group & PAIR_BITS] ?? 0;
  }
  const padding = (3 - (bytes.length % 3)) % 3;
  ascii.fill(PADDING.charCodeAt(0), ascii.length - padding);
}

/**
 * Decodes into `target`, which has exactly {@link decodedLength} bytes. False for anything but the one canonical
 * spelling of some bytes; the target's bytes mean nothing then.
 */
export function decodeBase64(text: string, target: Uint8Array<ArrayBuffer>): boolean {
  if (text.length % 4 !== 0 || target.length !== decodedLength(text)) return false;
  return hasNative(target) ? decodeNatively(text, target) : decodeByTable(text, target);
}

/** The native codec skips white space, so the count of bytes has to be exact as well. */
function decodeNatively(text: string, target: Uint8Array<ArrayBuffer> & NativeBase64): boolean {
  try {
    return target.setFromBase64(text, { lastChunkHandling: 'strict' }).written === target.length;
  } catch {
    // It throws a SyntaxError for whatever is not base64.
    return false;
  }
}

/** The value of each ASCII character, {@link INVALID} for those outside the alphabet. */
const VALUES = (() => {
  const values = new Uint8Array(128).fill(INVALID);
  for (let value = 0; value < ALPHABET.length; value += 1) values[ALPHABET.charCodeAt(value)] = value;
  return values;
})();

function decodeByTable(text: string, target: Uint8Array<ArrayBuffer>): boolean {
  const valueAt = (at: number): number => VALUES[text.charCodeAt(at)] ?? INVALID;
  const whole = target.length - (target.length % 3);
  let seen = 0;
  let from = 0;
  for (let to = 0; to < whole; to += 3, from += 4) {
    const a = valueAt(from);
    const b = valueAt(from + 1);
    const c = valueAt(from + 2);
    const d = valueAt(from + 3);
    seen |= a | b | c | d;
    target[to] = (a << 2) | (b >> 4);
    target[to + 1] = (b << 4) | (c >> 2);
    target[to + 2] = (c << 6) | d;
  }
  return (seen & INVALID_BIT) === 0 && decodeLastGroup(text.slice(from), target.subarray(whole));
}

/** The last one or two bytes, if the length is no multiple of three: their unused bits have to be zero. */
function decodeLastGroup(group: string, target: Uint8Array<ArrayBuffer>): boolean {
  if (target.length === 0) return group === '';
  const values = Array.from(
    group.slice(0, target.length + 1),
    (_, at) => VALUES[group.charCodeAt(at)] ?? INVALID,
  );
  const [a = INVALID, b = INVALID, c = 0] = values;
  if (((a | b | c) & INVALID_BIT) !== 0) return false;
  target[0] = (a << 2) | (b >> 4);
  if (target.length === 1) return (b & 15) === 0;
  target[1] = (b << 4) | (c >> 2);
  return (c & 3) === 0;
}
