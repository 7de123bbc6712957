/** What holds for every secret, password and text. One iteration of PBKDF2: none of this is about the key's cost. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inspect, open, seal, sealStream, type KdfHash } from '../../../../src/core/envelope/index.ts';
import { anyText, cheapTools, cheapWebCrypto, cut, inputOf, seeded, toolsWith } from './tools.ts';

const RUNS = { numRuns: 1_000 };
const TIME = { timeout: 30_000 };

const anyPassword = fc.string({ unit: 'binary', minLength: 1 });
const anyHash = fc.constantFrom<KdfHash>('SHA-256', 'SHA-1');
const anyDate = fc
  .date({ noInvalidDate: true, min: new Date('0000-01-01T00:00:00Z') })
  .map((date) => date.toISOString());

const sealCheaply = async (content: string, password: string, hash: KdfHash = 'SHA-256'): Promise<string> => {
  const sealed = await seal(inputOf(content, { password, hash }), cheapTools);
  if (!sealed.ok) throw new Error(sealed.error.code);
  return sealed.value;
};

it('opening gives back exactly what was sealed', TIME, async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText({ minLength: 1 }),
      anyPassword,
      anyHash,
      anyDate,
      async (content, password, hash, created) => {
        const sealed = await seal({ content, password, hash, created }, cheapTools);
        if (!sealed.ok) throw new Error(sealed.error.code);
        const opened = await open(sealed.value, password, cheapTools);
        expect(opened).toEqual({ ok: true, value: { content, created, hash } });
      },
    ),
    RUNS,
  );
});

it('the text does not depend on how the content was cut into slices', TIME, async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText({ minLength: 1, maxLength: 20 }),
      fc.integer({ min: 2, max: 6 }),
      fc.string(),
      async (content, units, seed) => {
        const parts: Uint8Array[] = [];
        const streamed = await sealStream(
          { ...inputOf(''), slices: cut(content, units) },
          toolsWith(cheapWebCrypto, seeded(seed)),
          (part) => void parts.push(part),
        );
        const whole = await seal(inputOf(content), toolsWith(cheapWebCrypto, seeded(seed)));
        const text = Buffer.concat(parts).toString('latin1');
        expect(whole).toEqual({ ok: true, value: text });
        expect(streamed).toEqual({ ok: true, value: { length: text.length } });
      },
    ),
    RUNS,
  );
});

it('another password never opens anything', TIME, async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText({ minLength: 1 }),
      anyPassword,
      anyPassword,
      async (content, password, other) => {
        fc.pre(password !== other);
        expect(await open(await sealCheaply(content, password), other, cheapTools)).toEqual({
          ok: false,
          error: { code: 'wrong-password-or-altered' },
        });
      },
    ),
    RUNS,
  );
});

it('reading never throws, whatever the text', TIME, async () => {
  const envelope = await sealCheaply('a secret', 'p');
  const anyEnvelopeLike = fc.oneof(
    anyText({ maxLength: 400 }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdefABCDEF+/=')), maxLength: 400 }),
    // An envelope with a stretch of it replaced by any text.
    fc
      .tuple(fc.nat(envelope.length), fc.nat(40), anyText({ maxLength: 40 }))
      .map(([at, length, text]) => envelope.slice(0, at) + text + envelope.slice(at + length)),
    // A header and any bytes, well-formed down to the blocks or nearly so.
    fc
      .uint8Array({ minLength: 16, maxLength: 96 })
      .map((bytes) => envelope.slice(0, 64) + Buffer.from(bytes).toString('base64')),
  );
  await fc.assert(
    fc.asyncProperty(anyEnvelopeLike, async (text) => {
      const facts = inspect(text);
      const opened = await open(text, 'p', cheapTools);
      if (text === envelope) expect(opened.ok).toBe(true);
      else expect(opened.ok).toBe(false);
      // Without the password the same faults are found as with it.
      if (!facts.ok) expect(opened).toEqual(facts);
    }),
    RUNS,
  );
});
