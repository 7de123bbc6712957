/**
 * How hard a password of one's own is to guess for whoever has the envelope. The estimate of guesses is zxcvbn's;
 * the price of a guess is that of this format's key derivation. Data only: the wording is the window's.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** From `very-weak`, guessed within seconds, to `very-strong`, beyond any budget. {@link LEVELS} has the bounds. */
export type StrengthLevel = 'very-weak' | 'weak' | 'fair' | 'strong' | 'very-strong';

/** What makes a password guessable, if one thing stands out. */
export type Weakness =
  'common-password' | 'single-word' | 'name' | 'keyboard-pattern' | 'repetition' | 'sequence' | 'date';

export interface Strength {
  readonly level: StrengthLevel;
  /** Decimal logarithm of the guesses needed, 0 or more. */
  readonly guessesLog10: number;
  /** What the guessing takes, in seconds on one graphics card and in US dollars for rented ones. */
  readonly attack: { readonly oneCardSeconds: number; readonly dollars: number };
  readonly weakness: Weakness | null;
}

/**
 * PBKDF2 with 100,000 iterations on one GeForce RTX 4090. From tobtu.com/minimum-password-settings (2022): 600,000
 * iterations of SHA-256 hold a card down to 15,000 guesses a second. SHA-1 hashes about twice as fast, but a 256-bit
 * key takes two of its blocks, so the rate is the same for both.
 */
const GUESSES_PER_SECOND = 90_000;

/** Such a card rents for about 0.33 US dollars an hour (2024), so a dollar buys about three hours. */
const GUESSES_PER_DOLLAR = 1e9;

/** The lowest decimal logarithm of guesses for each level: seconds, a dollar, a thousand dollars, a million. */
const LEVELS: readonly (readonly [StrengthLevel, number])[] = [
  ['very-strong', 15],
  ['strong', 12],
  ['fair', 9],
  ['weak', 6],
];

/**
 * Only this much is looked at, in UTF-16 units: the time grows with the square of the length, and what follows can
 * only make guessing harder.
 */
const CONSIDERED_LENGTH = 64;

const WEAKNESSES: Readonly<Record<string, Weakness>> = {
  topTen: 'common-password',
  topHundred: 'common-password',
  common: 'common-password',
  similarToCommon: 'common-password',
  wordByItself: 'single-word',
  namesByThemselves: 'name',
  commonNames: 'name',
  straightRow: 'keyboard-pattern',
  keyPattern: 'keyboard-pattern',
  simpleRepeat: 'repetition',
  extendedRepeat: 'repetition',
  sequences: 'sequence',
  recentYears: 'date',
  dates: 'date',
};

/** A space or sign between two words. */
const SEPARATOR = /(?<=\p{L})[ ._,-](?=\p{L})/gu;

/** What separators between words add at most: which one, and whether there is one at all. */
const SEPARATOR_GUESSES_LOG10 = 2;

let estimator: Promise<ZxcvbnFactory> | undefined;

/**
 * Estimates a password's strength against English and Spanish dictionaries. The first call loads and prepares them,
 * a few megabytes and some tenths of a second of computing; later ones take tens of milliseconds. Call it in a worker.
 */
export async function estimateStrength(password: string): Promise<Strength> {
  estimator ??= createEstimator();
  const considered = password.slice(0, CONSIDERED_LENGTH);
  const { guessesLog10: likely, feedback } = (await estimator).check(considered);
  const guessesLog10 = Math.min(likely, guessesForWords(await estimator, considered));
  const guesses = 10 ** guessesLog10;
  return {
    level: LEVELS.find(([, lowest]) => guessesLog10 >= lowest)?.[0] ?? 'very-weak',
    guessesLog10,
    attack: { oneCardSeconds: guesses / GUESSES_PER_SECOND, dollars: guesses / GUESSES_PER_DOLLAR },
    weakness: WEAKNESSES[feedback.warning ?? ''] ?? null,
  };
}

/** zxcvbn takes each separator for as hard to guess as another word, which makes short phrases look strong. */
function guessesForWords(zxcvbn: ZxcvbnFactory, password: string): number {
  const joined = password.replace(SEPARATOR, '');
  return joined === password ? Infinity : zxcvbn.check(joined).guessesLog10 + SEPARATOR_GUESSES_LOG10;
}

async function createEstimator(): Promise<ZxcvbnFactory> {
  const [core, common, english, spanish] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-es-es'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...spanish.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: CONSIDERED_LENGTH,
  });
}
