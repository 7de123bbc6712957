import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHARACTER_COUNT,
  generateCharacters,
  generateWords,
  loadWordList,
  SEPARATORS,
  WORD_COUNT,
} from '../../../../src/core/password/index.ts';
import { sampleBelow } from '../../../../src/core/password/sampling.ts';
import type { RandomBytes } from '../../../../src/core/ports.ts';

const systemRandom: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/** Gives these 16-bit numbers in order, and fails when more are asked for. */
function giving(...numbers: number[]): RandomBytes {
  const left = numbers.flatMap((number) => [number >> 8, number & 255]);
  return (length) => {
    if (left.length < length) throw new Error('asked for more');
    return new Uint8Array(left.splice(0, length));
  };
}

/** Pearson's statistic for equal frequencies, in standard deviations from what chance gives. */
function deviation(samples: readonly number[], kinds: number): number {
  const counts = new Array<number>(kinds).fill(0);
  for (const sample of samples) counts[sample] = (counts[sample] ?? 0) + 1;
  const expected = samples.length / kinds;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (statistic - (kinds - 1)) / Math.sqrt(2 * (kinds - 1));
}

describe('sampling', () => {
  it('throws away the numbers that would favour the low ones', () => {
    // 8 × 7,776 = 62,208: from there on a second helping would begin and not be finished.
    expect(sampleBelow(7_776, 2, giving(62_208, 62_207, 65_535, 7_776))).toEqual([7_775, 0]);
    expect(sampleBelow(64, 3, giving(65_535, 64, 63))).toEqual([63, 0, 63]);
  });

  it.each([7_776, 8_192, 70, 64])('is even over %i kinds', (kinds) => {
    // Chance goes beyond six standard deviations once in a hundred million runs.
    expect(Math.abs(deviation(sampleBelow(kinds, 40 * kinds, systemRandom), kinds))).toBeLessThan(6);
  });

  it('would be caught if it were not', () => {
    const numbers = new Uint16Array(systemRandom(2 * 40 * 7_776).buffer);
    const biased = Array.from(numbers, (number) => number % 7_776);
    expect(deviation(biased, 7_776)).toBeGreaterThan(6);
  });

  it.each([0, -1, 1.5, 65_537])('refuses to sample below %d', (below) => {
    expect(() => sampleBelow(below, 1, systemRandom)).toThrow(RangeError);
  });
});

describe('words', () => {
  it('come from the list in the order of the random numbers, with the separator between', async () => {
    const list = await loadWordList('en');
    const { password } = generateWords({ count: 4, separator: ' ', list }, giving(0, 7_775, 1, 7_776));
    expect(password).toBe('abacus zoom abdomen abacus');
  });

  it('six of them have the bits of their list', async () => {
    const [english, spanish] = await Promise.all([loadWordList('en'), loadWordList('es')]);
    const { count } = { count: WORD_COUNT.default };
    expect(generateWords({ count, separator: '-', list: english }, systemRandom).entropyBits).toBeCloseTo(
      77.5,
      1,
    );
    expect(generateWords({ count, separator: '-', list: spanish }, systemRandom).entropyBits).toBe(78);
  });

  it('can be told apart again, whatever stands between them', async () => {
    const lists = { en: await loadWordList('en'), es: await loadWordList('es') };
    fc.assert(
      fc.property(
        fc.constantFrom('en' as const, 'es' as const),
        fc.constantFrom(...SEPARATORS),
        fc.integer(WORD_COUNT),
        (language, separator, count) => {
          const { words } = lists[language];
          const { password } = generateWords({ count, separator, list: lists[language] }, systemRandom);
          expect(split(password, separator, new Set(words)).length).toBe(count);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([WORD_COUNT.min - 1, WORD_COUNT.max + 1, 5.5, NaN])('refuses %d of them', async (count) => {
    const list = await loadWordList('en');
    expect(() => generateWords({ count, separator: '-', list }, systemRandom)).toThrow(RangeError);
  });
});

/** Reads a password from left to right; there is one way only, because no word begins another one. */
function split(password: string, separator: string, words: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let at = 0; at < password.length;) {
    let end = at + 1;
    while (end <= password.length && !words.has(password.slice(at, end))) end += 1;
    if (end > password.length) throw new Error('no word');
    found.push(password.slice(at, end));
    at = end + separator.length;
  }
  return found;
}

describe('characters', () => {
  it('are drawn from 70, or from 64 without look-alikes', () => {
    const all = generateCharacters({ length: 20, lookAlikes: true }, systemRandom);
    const distinct = generateCharacters({ length: 20, lookAlikes: false }, systemRandom);
    expect(all.entropyBits).toBeCloseTo(20 * Math.log2(70), 9);
    expect(distinct.entropyBits).toBe(120);
    expect([all.password.length, distinct.password.length]).toEqual([20, 20]);
  });

  it('cover the whole alphabet and nothing else', () => {
    const seen = (lookAlikes: boolean): string => {
      const drawn = Array.from(
        { length: 100 },
        () => generateCharacters({ length: 128, lookAlikes }, systemRandom).password,
      );
      return Array.from(new Set(drawn.join('')))
        .toSorted()
        .join('');
    };
    expect(seen(true)).toBe('!#$%+0123456789=?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
    expect(seen(false)).toBe('!#$%+23456789=?@ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz');
  });

  it.each([CHARACTER_COUNT.min - 1, CHARACTER_COUNT.max + 1, 8.5])('refuses a length of %d', (length) => {
    expect(() => generateCharacters({ length, lookAlikes: true }, systemRandom)).toThrow(RangeError);
  });
});
