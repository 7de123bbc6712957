import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWebCryptoEngine } from '../../../src/core/envelope/engines/webcrypto.ts';
import { createUtf8, seal } from '../../../src/core/envelope/index.ts';
import { sealedSize } from '../../../src/renderer/features/compose/sealed-size.ts';

const tools = {
  engine: createWebCryptoEngine(webcrypto.subtle as SubtleCrypto),
  utf8: createUtf8(TextEncoder, TextDecoder),
  random: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)),
};

const going = new AbortController().signal;

describe('the size shown before sealing', () => {
  it.each([
    ['plain text', 'hello'],
    ['quotes, backslashes and line breaks', '"\\\n\r\t\b\f'],
    ['control characters', '\u0000\u0001\u001f\u007f'],
    ['every width of UTF-8', 'aé€🔑'],
    ['half a pair at each end', '\udd11 🔑 \ud83d'],
    ['a pair across two slices', `${'x'.repeat(512 * 1024 - 1)}🔑`],
  ])('is what sealing gives, for %s', async (_, content) => {
    const sealed = await seal(
      { content, password: 'p', hash: 'SHA-256', created: '2026-08-04T10:00:00.000Z' },
      tools,
    );
    expect(await sealedSize(content, going)).toBe(sealed.ok ? sealed.value.length : null);
  });

  it('is not counted to the end when nobody wants it any more', async () => {
    const counting = new AbortController();
    const counted = sealedSize('x'.repeat(2 * 1024 * 1024), counting.signal);
    counting.abort();
    expect(await counted).toBeNull();
  });
});
