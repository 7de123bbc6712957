import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  estimateStrength,
  type StrengthLevel,
  type Weakness,
} from '../../../../src/core/password/strength.ts';

/** The dictionaries are loaded and prepared by whichever test comes first. */
const TIME = { timeout: 20_000 };

describe('the strength of one’s own password', TIME, () => {
  it.each<[string, StrengthLevel, Weakness | null]>([
    ['', 'very-weak', null],
    ['password', 'very-weak', 'common-password'],
    ['contrase\u00f1a', 'very-weak', null],
    ['qwertyuiop', 'very-weak', 'common-password'],
    ['aaaaaaaaaaaa', 'very-weak', 'repetition'],
    ['12/05/1987', 'very-weak', 'date'],
    ['mariposa1', 'very-weak', 'common-password'],
    ['x9$kQ!2m', 'weak', null],
    ['x9$kQ!2mVb7', 'fair', null],
    ['letmein please now', 'fair', null],
    ['mesa-casa-agua', 'fair', null],
    ['x9$kQ!2mVb7zT', 'strong', null],
    ['correct horse battery staple', 'strong', null],
    ['sulphate-hatching-harmful-treat-anymore-eternal', 'very-strong', null],
  ])('%j is %s', async (password, level, weakness) => {
    expect(await estimateStrength(password)).toMatchObject({ level, weakness });
  });

  it('is told in seconds of one card and in dollars', async () => {
    const { guessesLog10, attack } = await estimateStrength('x9$kQ!2mVb7');
    const guesses = 10 ** guessesLog10;
    expect(attack.oneCardSeconds).toBeCloseTo(guesses / 90_000, 6);
    expect(attack.dollars).toBeCloseTo(guesses / 1e9, 6);
  });

  it('does not fall when a password grows beyond what is looked at', async () => {
    const long = 'zK3!vQ9#mL'.repeat(7).slice(0, 64);
    expect(await estimateStrength(`${long}password`)).toEqual(await estimateStrength(long));
  });

  it('is found for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 12 }), async (password) => {
        const { guessesLog10, attack } = await estimateStrength(password);
        expect(guessesLog10).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(attack.oneCardSeconds) && Number.isFinite(attack.dollars)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
