/** The real parts the envelope runs on, and ways to spend the key derivation's time once instead of a thousand times. */
import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createWebCryptoEngine, type SubtlePort } from '../../../../src/core/envelope/engines/webcrypto.ts';
import {
  ContentReader,
  contentSlices,
  createUtf8,
  type CipherKey,
  type ContentSlice,
  type CryptoEngine,
  type SealInput,
  type SealTools,
} from '../../../../src/core/envelope/index.ts';
import type { RandomBytes } from '../../../../src/core/ports.ts';

export const utf8 = createUtf8(TextEncoder, TextDecoder);

export const webCrypto = createWebCryptoEngine(crypto.subtle);

export const systemRandom: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/** Gives the given arrays one after the other: the salt first, then the initialisation vector. */
export function given(...hex: string[]): RandomBytes {
  const left = hex.map((digits) => new Uint8Array(Buffer.from(digits, 'hex')));
  return () => left.shift() ?? new Uint8Array();
}

/** A generator of the same bytes in each run, for tests whose outcome must not depend on luck. */
export function seeded(seed: string): RandomBytes {
  let count = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      count += 1;
      const block = createHash('sha256').update(`${seed} ${count}`).digest();
      bytes.set(block.subarray(0, length - at), at);
    }
    return bytes;
  };
}

/** The same engine, deriving each key once. Everything but the repetition is real. */
export function rememberingKeys(engine: CryptoEngine): CryptoEngine {
  const keys = new Map<string, Promise<CipherKey>>();
  return {
    name: engine.name,
    deriveKey: (password, salt, hash) => {
      const name = [Buffer.from(password).toString('hex'), Buffer.from(salt).toString('hex'), hash].join();
      const key = keys.get(name) ?? engine.deriveKey(password.slice(), salt, hash);
      keys.set(name, key);
      return key;
    },
  };
}

/** WebCrypto with one iteration of PBKDF2: for the thousands of runs that are about anything but the key. */
export const cheapWebCrypto = createWebCryptoEngine<CryptoKey>({
  importKey: (...args) => crypto.subtle.importKey(...args),
  deriveKey: (algorithm, ...args) => crypto.subtle.deriveKey({ ...algorithm, iterations: 1 }, ...args),
  encrypt: (...args) => crypto.subtle.encrypt(...args),
  decrypt: (...args) => crypto.subtle.decrypt(...args),
} satisfies SubtlePort<CryptoKey>);

export const toolsWith = (engine: CryptoEngine, random: RandomBytes = systemRandom): SealTools => ({
  engine,
  utf8,
  random,
});

export const cheapTools = toolsWith(cheapWebCrypto);

export const CREATED = '2026-11-23T17:41:00.000Z';

export const inputOf = (content: string, more: Partial<SealInput> = {}): SealInput => ({
  content,
  password: 'correct horse',
  hash: 'SHA-256',
  created: CREATED,
  ...more,
});

/** A text as one slice of its own memory. */
export function sliceOf(text: string): ContentSlice {
  const [slice = { bytes: new Uint8Array(), units: 0 }] = contentSlices(text, utf8);
  return slice;
}

/** A text in slices of at most `units` UTF-16 units. */
export function* cut(text: string, units: number): Generator<ContentSlice, void, void> {
  const reader = new ContentReader(text, utf8, units);
  while (!reader.isAtEnd) yield reader.next();
}

/** Any sequence of UTF-16 units, halves of pairs included, with what is awkward made frequent. */
export const anyText = (constraints: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.string({
    ...constraints,
    unit: fc.oneof(
      fc.constantFrom(
        '\u0000',
        '"',
        '\\',
        '\r\n',
        '\u2028',
        '\ufeff',
        '\ud83d',
        '\ude00',
        'e\u0301',
        '\u{1f511}',
      ),
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  });
