import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanToken } from '../../../../src/core/api/token.ts';

const TOKEN = 'enigma_AbCdEf0123456789';

describe('a pasted token', () => {
  it('is taken as it is when it is clean', () => {
    expect(cleanToken(TOKEN)).toEqual({ ok: true, value: { token: TOKEN, isCleaned: false } });
  });

  it.each([
    ` ${TOKEN}\n`,
    `"${TOKEN}"`,
    `“${TOKEN}”`,
    `Bearer ${TOKEN}`,
    `Authorization: Bearer ${TOKEN}`,
    `\ufeff${TOKEN}\u200b`,
    `enigma_AbCdEf01\n  23456789`,
    `${TOKEN},`,
  ])('loses the noise around it, and says so: %j', (pasted) => {
    expect(cleanToken(pasted)).toEqual({ ok: true, value: { token: TOKEN, isCleaned: true } });
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['hello', 'malformed'],
    ['enigma_', 'malformed'],
    ['enigma_short', 'malformed'],
    ['Enigma_AbCdEf0123456789', 'malformed'],
    [`${TOKEN}é`, 'malformed'],
    [`${TOKEN}${TOKEN}/`, 'malformed'],
    [`enigma_${'x'.repeat(257)}`, 'malformed'],
  ])('is refused when it is none: %j', (pasted, code) => {
    expect(cleanToken(pasted)).toEqual({ ok: false, error: { code } });
  });

  it('is never anything that could break out of a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (noise) => {
        const cleaned = cleanToken(`${TOKEN}${noise}`);
        if (cleaned.ok) expect(cleaned.value.token).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
      { numRuns: 1000 },
    );
  });
});
