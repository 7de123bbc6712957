import type { Utf8 } from '../ports.ts';
import { escapeInto, MAX_ESCAPED_BYTES } from './escape.ts';
import { encodeWtf8, MAX_WTF8_BYTES } from './wtf8.ts';

/** A stretch of the secret on its way into the envelope. */
export interface ContentSlice {
  /** Whole characters, in UTF-8, as they stand between the quotes of a JSON string. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many UTF-16 units of the text that is. */
  readonly units: number;
}

/** UTF-16 units encoded in one go: about a millisecond of a window's time. */
export const SLICE_UNITS = 256 * 1024;

/** Encodes and escapes a text slice by slice, each when it is asked for. */
export class ContentReader {
  readonly #text: string;
  readonly #utf8: Utf8;
  readonly #sliceUnits: number;
  /** The slice before it is escaped; wiped in between. */
  #encoded = new Uint8Array();
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
    const encoded = this.#encode(slice);
    const most = encoded.length * MAX_ESCAPED_BYTES;
    const target = new Uint8Array(
      spent !== undefined && spent.byteLength >= most ? spent : new ArrayBuffer(most),
    );
    const bytes = target.subarray(0, escapeInto(encoded, target));
    encoded.fill(0);
    return { bytes, units: slice.length };
  }

  #encode(slice: string): Uint8Array<ArrayBuffer> {
    const most = slice.length * MAX_WTF8_BYTES;
    if (this.#encoded.length < most) this.#encoded = new Uint8Array(most);
    return this.#encoded.subarray(0, encodeWtf8(slice, this.#encoded, this.#utf8));
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
