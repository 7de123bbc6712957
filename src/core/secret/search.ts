/** Searching by words, blind to letter case and accents. */

/** The form in which texts are compared: without accents, in lower case, compatibility forms made plain. */
export function foldText(text: string): string {
  // Most texts are plain: those need nothing but their case.
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
const PLAIN = /^[\u0000-\u007f]*$/;

/** What was typed as the words that all have to occur, folded. None for a search that lets everything through. */
export function searchWords(typed: string): readonly string[] {
  return foldText(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** @param haystack folded */
export function holdsAll(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}
