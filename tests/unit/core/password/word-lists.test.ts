import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadWordList, SEPARATORS, type WordListLanguage } from '../../../../src/core/password/index.ts';

const folder = new URL('../../../../src/core/password/lists/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** As EFF publishes it: five dice, a tab, the word. */
const withDice = (words: readonly string[]): string =>
  words.map((word, at) => `${dice(at)}\t${word}\n`).join('');

const dice = (at: number): string =>
  at
    .toString(6)
    .padStart(5, '0')
    .replace(/\d/g, (digit) => String(Number(digit) + 1));

describe.each<[WordListLanguage, number, string, (words: readonly string[]) => string]>([
  ['en', 7_776, 'addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e', withDice],
  [
    'es',
    8_192,
    '20e7e54f4d1fa1d7e23aca0d11002ef42b1ac140ff9f3494b8e2f5f0ad686c35',
    (words) => words.map((word) => `${word}\n`).join(''),
  ],
])('the word list "%s"', (language, count, published, asPublished) => {
  it('is the file of its checksum', () => {
    expect(read('SHA256SUMS').split('\n')).toContain(`${sha256(read(`${language}.json`))}  ${language}.json`);
  });

  it('is the published list, word by word', async () => {
    expect(sha256(asPublished((await loadWordList(language)).words))).toBe(published);
    expect(read('README.md')).toContain(published);
  });

  it(`has ${count} different words`, async () => {
    const { words } = await loadWordList(language);
    expect(words.length).toBe(count);
    expect(new Set(words).size).toBe(count);
  });

  it('has no word that begins another one, alone or with a separator after it', async () => {
    const { words } = await loadWordList(language);
    const known = new Set(words);
    const beginnings = words.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at)).slice(1));
    expect(beginnings.filter((beginning) => known.has(beginning))).toEqual([]);
    const separated = words.flatMap((word) => SEPARATORS.map((separator) => word + separator));
    expect(new Set(separated).size).toBe(count * SEPARATORS.length);
  });

  it('has words that every keyboard types', async () => {
    const { words } = await loadWordList(language);
    expect(words.filter((word) => !/^[a-z]+(?:-[a-z]+)?$/.test(word))).toEqual([]);
  });

  it('has its licence beside it', () => {
    expect(read(`LICENSE-${language}.txt`)).toContain('Attribution');
  });
});
