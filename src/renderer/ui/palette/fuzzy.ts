/** How well what was typed fits a command, whatever the accents and the capitals. */

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const START = 3;
const WITHIN = 2;
const SCATTERED = 1;

/** One typed word against one text: at a word's beginning, within one, or its letters in order. */
function fitOf(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at === 0 || text.includes(` ${word}`)) return START;
  if (at > 0) return WITHIN;
  let from = 0;
  for (const letter of word) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return 0;
  }
  return word.length > 1 ? SCATTERED : 0;
}

/**
 * @param texts the ways a command can be called, the one that is shown first
 * @returns null where a typed word is not to be found, otherwise a sum that is the higher the better it fits
 */
export function fuzzyFit(typed: string, texts: readonly string[]): number | null {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const known = texts.map(plain);
  let sum = 0;
  for (const word of words) {
    // What is shown counts a little more than what is only known by.
    const best = Math.max(...known.map((text, place) => fitOf(word, text) * (place === 0 ? 1.2 : 1)));
    if (best === 0) return null;
    sum += best;
  }
  return sum;
}

/** Those that fit, the best first; those that fit alike in their own order. */
export function fuzzySort<T>(
  typed: string,
  items: readonly T[],
  textsOf: (item: T) => readonly string[],
): T[] {
  return items
    .map((item) => ({ item, fit: fuzzyFit(typed, textsOf(item)) }))
    .filter((each): each is { item: T; fit: number } => each.fit !== null)
    .sort((a, b) => b.fit - a.fit)
    .map(({ item }) => item);
}
