import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeBase64, decodedLength, encodeBase64 } from '../../../../src/core/envelope/base64.ts';
import { utf8 } from './tools.ts';

/**
 * Stands in for the codec that browsers and Electron have and this Node lacks, by the words of ECMAScript 2026: white
 * space is skipped, and `strict` wants padding and no unused bits. The recipient's page is tested on the real one.
 */
const standIn = {
  setFromBase64(this: Uint8Array, text: string): { read: number; written: number } {
    const dense = text.replace(/[\t\n\f\r ]/g, '');
    const bytes = Buffer.from(dense, 'base64');
    if (bytes.toString('base64') !== dense) throw new SyntaxError('not base64');
    const fitting = bytes.subarray(
      0,
      bytes.length <= this.length ? bytes.length : this.length - (this.length % 3),
    );
    this.set(fitting);
    return { read: text.length, written: fitting.length };
  },
};

function define(codec: Partial<typeof standIn>): void {
  for (const [name, value] of Object.entries(codec)) {
    Object.defineProperty(Uint8Array.prototype, name, { value, configurable: true });
  }
}

function remove(): void {
  for (const name of Object.keys(standIn)) Reflect.deleteProperty(Uint8Array.prototype, name);
}

const WRONG = [
  'A', 'AA', 'AAA', 'AAAAA', '====', 'A===', '=AAA', 'AA=A', 'AAA=AAAA', 'AB==', 'AAB=', 'AA-A', 'AA_A', 'AA A', ' AAA',
  'AAAA\n\n\n\n', 'AAAA    ', 'AAA\u00c1', 'AAA\u0141', 'AAA\u0000', 'AA\u2028A',
]; // prettier-ignore

describe.each([
  ['by tables', {}],
  ["by the engine's own codec", standIn],
])('base64 %s', (_, codec) => {
  beforeAll(() => {
    define(codec);
  });
  afterAll(remove);

  it('is written and read as Node does', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = new Uint8Array(randomBytes(length));
      const text = utf8.decode(encodeBase64(bytes, new ArrayBuffer(400))) ?? '';
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodedLength(text)).toBe(length);
      const back = new Uint8Array(length);
      expect(decodeBase64(text, back)).toBe(true);
      expect(back).toEqual(bytes);
    }
  });

  it.each(WRONG)('refuses %j', (text) => {
    for (const length of [0, 1, 2, 3, 6, Math.floor(decodedLength(text))]) {
      expect(decodeBase64(text, new Uint8Array(Math.max(0, length)))).toBe(false);
    }
  });

  it('wants a target of the right size', () => {
    expect(decodeBase64('AAAA', new Uint8Array(2))).toBe(false);
    expect(decodeBase64('AAAA', new Uint8Array(4))).toBe(false);
  });
});
