import type { Utf8 } from '../ports.ts';

/** A stretch of the secret on its way into the envelope. */
export interface ContentSlice {
  /**
   * Whole characters in UTF-8. Lone surrogates, which UTF-8 has no place for, stand in three bytes as in WTF-8
   * (https://simonsapin.github.io/wtf-8/), so that they are still there to be escaped as JSON does.
   */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many UTF-16 units of the text that is. */
  readonly units: number;
}

/** UTF-16 units encoded in one go: well under a millisecond of a window's time. */
export const SLICE_UNITS = 256 * 1024;

/** In UTF-8 and in WTF-8. */
const MAX_BYTES_PER_UNIT = 3;

/** Encodes a text slice by slice, each when it is asked for. */
export class ContentReader {
  readonly #text: string;
  readonly #utf8: Utf8;
  readonly #sliceUnits: number;
  #at = 0;

  /** @param sliceUnits the most UTF-16 units of a slice, 2 or more */
  constructor(text: string, utf8: Utf8, sliceUnits = SLICE_UNITS) {
    this.#text = text;
    this.#utf8 = utf8;
    this.#sliceUnits = sliceUnits;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /**
   * The next slice, without a byte at the end of the text. It lies in `spent`, the memory of a slice that is no
   * longer needed, where that is large enough.
   */
  next(spent?: ArrayBuffer): ContentSlice {
    const slice = sliceAt(this.#text, this.#at, this.#sliceUnits);
    this.#at += slice.length;
    const most = slice.length * MAX_BYTES_PER_UNIT;
    const target = new Uint8Array(
      spent !== undefined && spent.byteLength >= most ? spent : new ArrayBuffer(most),
    );
    return { bytes: target.subarray(0, encode(slice, target, this.#utf8)), units: slice.length };
  }
}

/** All slices of a text, each valid until the next is asked for. */
export function* contentSlices(text: string, utf8: Utf8): Generator<ContentSlice, void, void> {
  const reader = new ContentReader(text, utf8);
  let spent: ArrayBuffer | undefined;
  while (!reader.isAtEnd) {
    const slice = reader.next(spent);
    yield slice;
    spent = slice.bytes.buffer;
  }
}

/** Never cut within a surrogate pair: its halves would be taken for lone ones. */
function sliceAt(text: string, at: number, units: number): string {
  const end = at + units;
  if (end >= text.length) return text.slice(at);
  const last = text.charCodeAt(end - 1);
  const isCutInPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(at, isCutInPair ? end - 1 : end);
}

/** In Unicode mode the halves of a pair do not match. */
const LONE_SURROGATE = /([\ud800-\udfff])/u;

/** Answers how many bytes were written. */
function encode(text: string, target: Uint8Array<ArrayBuffer>, utf8: Utf8): number {
  if (text.isWellFormed()) return utf8.encodeInto(text, target).written;
  let length = 0;
  // What is between two lone surrogates, and each of them, take turns.
  text.split(LONE_SURROGATE).forEach((piece, at) => {
    const rest = target.subarray(length);
    length +=
      at % 2 === 0 ? utf8.encodeInto(piece, rest).written : encodeSurrogate(piece.charCodeAt(0), rest);
  });
  return length;
}

/** As UTF-8 would encode the number if it were a character's. */
function encodeSurrogate(unit: number, target: Uint8Array<ArrayBuffer>): number {
  target.set([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
  return 3;
}
