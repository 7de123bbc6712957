/**
 * Text in UTF-8, with lone surrogates, which UTF-8 has no place for, in three bytes as in WTF-8
 * (https://simonsapin.github.io/wtf-8/), so that they are still there to be escaped as JSON does.
 */
import type { Utf8 } from '../ports.ts';

/** For a UTF-16 unit. */
export const MAX_WTF8_BYTES = 3;

/** In Unicode mode the halves of a pair do not match. */
const LONE_SURROGATE = /([\ud800-\udfff])/u;

/**
 * Answers how many bytes were written.
 *
 * @param target {@link MAX_WTF8_BYTES} times as long as the text, or longer
 */
export function encodeWtf8(text: string, target: Uint8Array<ArrayBuffer>, utf8: Utf8): number {
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
