/**
 * The escapes of a JSON string, on bytes: what `JSON.stringify` does (ECMA-262, QuoteJSONString), without making
 * strings of a text that is bytes before and after.
 */

/** The longest escape, `\u001f`, stands for a single byte. */
export const MAX_ESCAPED_BYTES = 6;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SMALL_U = 0x75;
/** The first byte of U+D000 to U+D7FF in UTF-8, and in WTF-8 of the surrogates. */
const SURROGATE_LEAD = 0xed;
/** The least second byte that makes a surrogate of it. */
const SURROGATE_SECOND = 0xa0;

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));
const HEX = Uint8Array.from(ascii('0123456789abcdef'));

const AS_IT_IS = 0;
const BY_NUMBER = 1;
/** For each byte: {@link AS_IT_IS}, {@link BY_NUMBER}, or the letter that stands for it behind a backslash. */
const ESCAPES = (() => {
  const escapes = new Uint8Array(256).fill(BY_NUMBER, 0, 0x20);
  escapes[QUOTE] = QUOTE;
  escapes[BACKSLASH] = BACKSLASH;
  const letters = { '\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r' };
  for (const [character, letter] of Object.entries(letters))
    escapes[character.charCodeAt(0)] = letter.charCodeAt(0);
  return escapes;
})();

/**
 * Writes the bytes as they stand between the quotes of a JSON string, and answers how many it wrote.
 *
 * @param source whole characters, in UTF-8 or WTF-8
 * @param target {@link MAX_ESCAPED_BYTES} times as long, or longer
 */
export function escapeInto(source: Uint8Array<ArrayBuffer>, target: Uint8Array<ArrayBuffer>): number {
  const from = new DataView(source.buffer, source.byteOffset, source.length);
  const to = new DataView(target.buffer, target.byteOffset, target.length);
  const lastWord = source.length - 4;
  let read = 0;
  let written = 0;
  while (read < source.length) {
    if (read <= lastWord) {
      const word = from.getInt32(read, true);
      // All four, and what is not plain among them is written over.
      to.setInt32(written, word, true);
      const plain = plainBytes(word);
      read += plain;
      written += plain;
      if (plain === 4) continue;
    }
    const byte = source[read] ?? 0;
    const escape = ESCAPES[byte] ?? AS_IT_IS;
    if (escape !== AS_IT_IS) {
      written =
        escape === BY_NUMBER ? writeNumber(byte, target, written) : writeLetter(escape, target, written);
      read += 1;
    } else if (byte === SURROGATE_LEAD && (source[read + 1] ?? 0) >= SURROGATE_SECOND) {
      const unit = 0xd000 | (((source[read + 1] ?? 0) & 0x3f) << 6) | ((source[read + 2] ?? 0) & 0x3f);
      written = writeNumber(unit, target, written);
      read += 3;
    } else {
      target[written] = byte;
      read += 1;
      written += 1;
    }
  }
  return written;
}

/** A byte in each of a word's four places. */
const fourTimes = (byte: number): number => (byte * 0x01010101) | 0;

const ONES = fourTimes(1);
const TOP_BITS = fourTimes(0x80);
const SPACES = fourTimes(0x20);
const QUOTES = fourTimes(QUOTE);
const BACKSLASHES = fourTimes(BACKSLASH);
const LEADS = fourTimes(SURROGATE_LEAD);

/**
 * How many of a word's bytes, from the lowest on, come before the first control character, quote, backslash or
 * surrogate's lead. Subtracting borrows into a byte's top bit where the byte was less; the lowest such bit is always
 * right: "Determine if a word has a byte less than n", https://graphics.stanford.edu/~seander/bithacks.html.
 */
function plainBytes(word: number): number {
  const controls = ((word - SPACES) | 0) & ~word;
  const marks = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES);
  const found = (controls | marks | zeros(word ^ LEADS)) & TOP_BITS;
  return found === 0 ? 4 : (31 - Math.clz32(found & -found)) >> 3;
}

const zeros = (word: number): number => ((word - ONES) | 0) & ~word;

function writeLetter(letter: number, target: Uint8Array<ArrayBuffer>, at: number): number {
  target[at] = BACKSLASH;
  target[at + 1] = letter;
  return at + 2;
}

function writeNumber(unit: number, target: Uint8Array<ArrayBuffer>, at: number): number {
  target[at] = BACKSLASH;
  target[at + 1] = SMALL_U;
  target[at + 2] = HEX[unit >> 12] ?? 0;
  target[at + 3] = HEX[(unit >> 8) & 15] ?? 0;
  target[at + 4] = HEX[(unit >> 4) & 15] ?? 0;
  target[at + 5] = HEX[unit & 15] ?? 0;
  return at + 6;
}
