import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadOptions, readTextFile } from '../../../src/renderer/features/compose/text-file.ts';

const MIB = 1024 * 1024;
const read = (bytes: Uint8Array | string, options: Partial<ReadOptions> = {}) =>
  readTextFile(new Blob([bytes as Uint8Array<ArrayBuffer>]), {
    maxBytes: 16 * MIB,
    signal: new AbortController().signal,
    ...options,
  });

const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return new Uint8Array(isLittle ? bytes : bytes.swap16());
};
/** Whole characters, no NUL: what a text file may hold. A mark in front would be taken for the file's own. */
const texts = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => !text.includes('\0') && !text.startsWith('\uFEFF') && text.isWellFormed());

describe('the text of a file', () => {
  it('is exactly what is in it, in UTF-8 and UTF-16, with and without a byte order mark', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        for (const bytes of [text, `\uFEFF${text}`, utf16(text, true), utf16(text, false)])
          expect(await read(bytes)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('keeps its line ends and its tabs', async () => {
    expect(await read('a\r\nb\tc\r\n')).toEqual({ ok: true, value: 'a\r\nb\tc\r\n' });
  });

  it('is put together from parts without harm to the characters between them', async () => {
    const text = `${'x'.repeat(MIB - 1)}ñ${'y'.repeat(MIB - 3)}😀z`;
    const shares: number[] = [];
    expect(await read(text, { onProgress: (share) => shares.push(share) })).toEqual({
      ok: true,
      value: text,
    });
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.at(-1)).toBe(1);
  });

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
    ['a text in another encoding', new Uint8Array([0x4e, 0xf1, 0x61])],
    ['valid UTF-8 with a NUL in it', new Uint8Array([0x61, 0, 0x62])],
    ['a character cut off at the end', new Uint8Array([0x61, 0xc3])],
    ['a lone half of a pair in UTF-16', new Uint8Array([0xff, 0xfe, 0x00, 0xd8])],
  ])('is not had from %s', async (_what, bytes) => {
    expect(await read(bytes)).toEqual({ ok: false, error: 'not-text' });
  });

  it('is not had from bytes that are no text, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), async (bytes) => {
        const result = await read(bytes);
        if (result.ok) expect(result.value).not.toContain('\0');
        else expect(['not-text', 'empty']).toContain(result.error);
      }),
    );
  });

  it('is empty where there is nothing, or nothing but a mark', async () => {
    for (const bytes of ['', '\uFEFF', new Uint8Array([0xff, 0xfe])])
      expect(await read(bytes)).toEqual({ ok: false, error: 'empty' });
  });

  it('that cannot fit is refused before it is read', async () => {
    let isRead = false;
    const blob = new Blob(['x'.repeat(100)]);
    const options = { maxBytes: 99, signal: new AbortController().signal };
    const watched = Object.assign(blob, {
      slice: (start: number, end: number) => {
        if (end - start > 2) isRead = true;
        return Blob.prototype.slice.call(blob, start, end);
      },
    });
    expect(await readTextFile(watched, options)).toEqual({ ok: false, error: 'too-large' });
    expect(isRead).toBe(false);
    expect((await readTextFile(new Blob([utf16('x'.repeat(90), true)] as BlobPart[]), options)).ok).toBe(
      true,
    );
  });

  it('can be stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await read('text', { signal: stop.signal })).toEqual({ ok: false, error: 'cancelled' });
  });

  it('says so when the file has gone', async () => {
    const gone = Object.assign(new Blob(['text']), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }),
    });
    const result = await readTextFile(gone, {
      maxBytes: MIB,
      signal: new AbortController().signal,
    });
    expect(result).toEqual({ ok: false, error: 'unreadable' });
  });
});
