import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/api/answer.ts';
import { isPlainJson } from '../../../../src/core/api/plain-json.ts';
import { openedSchema } from '../../../../src/core/api/wire.ts';
import { createUtf8 } from '../../../../src/core/envelope/utf8.ts';
import { answer } from '../../../fakes/http.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf8 = createUtf8(TextEncoder, TextDecoder);

describe('JSON that is read', () => {
  it.each([
    ['deep', '['.repeat(30_000)],
    ['wide', `[${'[],'.repeat(15_000)}[]]`],
    ['long', `[${'0,'.repeat(30_000)}0]`],
    ['full of objects', `[${'{},'.repeat(15_000)}{}]`],
  ])('is no message of ours when it is %s', (_name, text) => {
    expect(isPlainJson(bytes(text))).toBe(false);
  });

  it('may have as many rows as one may ask about, and a content as large as there is', () => {
    const row = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 'name, with, commas [and] {brackets}' };
    expect(isPlainJson(bytes(JSON.stringify(Array.from({ length: 100 }, () => row))))).toBe(true);
    expect(isPlainJson(bytes(JSON.stringify({ encryptedContent: 'A'.repeat(1_000_000) })))).toBe(true);
  });

  it('is not even parsed when a service answers with nothing but brackets', () => {
    const outcome = answer(200, '['.repeat(1_000_000));
    expect(readAnswer(outcome, { status: [200], schema: openedSchema }, utf8)).toEqual({
      ok: false,
      error: { code: 'not-the-service', status: 200 },
    });
  });
});
