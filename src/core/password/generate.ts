import type { RandomBytes } from '../ports.ts';
import { sampleBelow } from './sampling.ts';
import type { WordList } from './word-list.ts';

export interface GeneratedPassword {
  readonly password: string;
  /** Of the generator: the binary logarithm of the number of passwords that were equally likely. */
  readonly entropyBits: number;
}

/** What may stand between words: nothing, or a sign that every keyboard has. */
export const SEPARATORS = ['-', ' ', '.', '_', ''] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The fewest and most words. Four words, 51 bits, are the least that is worth a warning only. */
export const WORD_COUNT = { min: 4, default: 6, max: 16 } as const;

/** The fewest and most characters. */
export const CHARACTER_COUNT = { min: 8, default: 20, max: 128 } as const;

export interface WordsOptions {
  /** {@link WORD_COUNT}. */
  readonly count: number;
  readonly separator: Separator;
  readonly list: WordList;
}

export interface CharactersOptions {
  /** {@link CHARACTER_COUNT}. */
  readonly length: number;
  /** Whether characters that are easily taken for each other may occur: 0 O o, 1 I l. */
  readonly lookAlikes: boolean;
}

/**
 * Letters, digits and the signs that every Latin keyboard has and that neither messengers (`*`, `_`, `~`, `` ` ``)
 * nor web pages (`<`, `>`, `&`, quotes) treat as markup.
 */
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%+=?@';
const LOOK_ALIKES = /[0Oo1Il]/g;
const DISTINCT_CHARACTERS = CHARACTERS.replace(LOOK_ALIKES, '');

/** Draws words independently of each other. Throws a RangeError outside of {@link WORD_COUNT}. */
export function generateWords(
  { count, separator, list }: WordsOptions,
  random: RandomBytes,
): GeneratedPassword {
  checkWithin(count, WORD_COUNT);
  const words = sampleBelow(list.words.length, count, random).map((at) => list.words[at]);
  return { password: words.join(separator), entropyBits: count * Math.log2(list.words.length) };
}

/** Draws characters independently of each other. Throws a RangeError outside of {@link CHARACTER_COUNT}. */
export function generateCharacters(
  { length, lookAlikes }: CharactersOptions,
  random: RandomBytes,
): GeneratedPassword {
  checkWithin(length, CHARACTER_COUNT);
  const characters = lookAlikes ? CHARACTERS : DISTINCT_CHARACTERS;
  const drawn = sampleBelow(characters.length, length, random).map((at) => characters.charAt(at));
  return { password: drawn.join(''), entropyBits: length * Math.log2(characters.length) };
}

function checkWithin(count: number, { min, max }: { readonly min: number; readonly max: number }): void {
  if (!Number.isInteger(count) || count < min || count > max) {
    throw new RangeError(`${count} is not a whole number from ${min} to ${max}.`);
  }
}
