/** The way of the secret's text into the sealed JSON, on bytes: it has to say what JSON.stringify says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentSlices, SLICE_UNITS } from '../../../../src/core/envelope/index.ts';
import { escapeInto, MAX_ESCAPED_BYTES } from '../../../../src/core/envelope/escape.ts';
import { RUN_BYTES } from '../../../../src/core/envelope/format.ts';
import { plainRuns, RunMemory } from '../../../../src/core/envelope/runs.ts';
import { encodeWtf8, MAX_WTF8_BYTES } from '../../../../src/core/envelope/wtf8.ts';
import { anyText, CREATED, cut, utf8 } from './tools.ts';

const RUNS = { numRuns: 2_000 };

const documented = (content: string): string => JSON.stringify({ version: 'v1', content, created: CREATED });

async function payload(content: string, sliceUnits = SLICE_UNITS): Promise<string> {
  const memory = new RunMemory();
  const parts: Buffer[] = [];
  for await (const { bytes } of plainRuns(cut(content, sliceUnits), CREATED, utf8, memory)) {
    parts.push(Buffer.from(bytes));
    memory.giveBack(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

describe('the payload', () => {
  it('is what JSON.stringify makes of any text, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText({ minLength: 1, maxLength: 60 }),
        fc.integer({ min: 2, max: 9 }),
        async (content, sliceUnits) => {
          expect(await payload(content, sliceUnits)).toBe(documented(content));
        },
      ),
      RUNS,
    );
  });

  it.each(Array.from({ length: 0x10000 / 0x1000 }, (_, page) => page))(
    'is that for every UTF-16 unit of page %i, alone and among others',
    async (page) => {
      const units = Array.from({ length: 0x1000 }, (_, at) => String.fromCharCode(0x1000 * page + at));
      const content = units.map((unit) => `${unit}abc ${unit}`).join('~~');
      expect(await payload(content)).toBe(documented(content));
    },
  );

  it('is that across the borders of runs and slices, whatever lies on them', async () => {
    const borders = [RUN_BYTES, 2 * RUN_BYTES, SLICE_UNITS];
    const awkward = ['"', '\u0001', '\ud800', '\u{1f511}', '\u5bc6', '\ud7ff', '\udfff\ud800'];
    for (const border of borders) {
      for (const text of awkward) {
        for (let before = 40; before > 0; before -= 3) {
          const content = 'x'.repeat(border - before) + text.repeat(8) + 'y'.repeat(40);
          expect((await payload(content)) === documented(content)).toBe(true);
        }
      }
    }
  });

  it('leaves nothing of the text in the memory it came in', async () => {
    const slices = Array.from(cut('a secret of several slices', 5));
    const memory = new RunMemory();
    for await (const { bytes } of plainRuns(slices, CREATED, utf8, memory)) memory.giveBack(bytes);
    expect(slices.every(({ bytes }) => bytes.every((byte) => byte === 0))).toBe(true);
    expect(memory.take().every((byte) => byte === 0)).toBe(true);
  });

  it('is that for a large text that grows sixfold', async () => {
    const content = '\u0001'.repeat(SLICE_UNITS + 7);
    expect((await payload(content)) === documented(content)).toBe(true);
  });
});

describe('escaping', () => {
  it('does not depend on where in memory the bytes lie', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 30 }), fc.nat(7), fc.nat(7), (text, sourceAt, targetAt) => {
        const memory = new Uint8Array(MAX_WTF8_BYTES * text.length);
        const bytes = memory.subarray(0, encodeWtf8(text, memory, utf8));
        const source = new Uint8Array(sourceAt + bytes.length).subarray(sourceAt);
        source.set(bytes);
        const target = new Uint8Array(targetAt + MAX_ESCAPED_BYTES * bytes.length).subarray(targetAt);
        const written = escapeInto(source, target);
        expect(`"${Buffer.from(target.subarray(0, written)).toString('utf8')}"`).toBe(JSON.stringify(text));
      }),
      RUNS,
    );
  });
});

describe('slices', () => {
  it('use the memory of the one before, and no more than they have to', () => {
    const slices = contentSlices('x'.repeat(3 * SLICE_UNITS), utf8);
    const buffers = new Set<ArrayBuffer>();
    for (const { bytes } of slices) buffers.add(bytes.buffer);
    expect(buffers.size).toBe(1);
  });

  it('never end within a surrogate pair, and count what they hold', () => {
    const text = `${'x'.repeat(SLICE_UNITS - 1)}🔑rest`;
    const units = Array.from(contentSlices(text, utf8), (slice) => slice.units);
    expect(units).toEqual([SLICE_UNITS - 1, 6]);
  });
});
