/** The small parts of the format, where a case is clearer by itself. */
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../../src/core/envelope/hex.ts';
import { isIsoDate, timeOf } from '../../../../src/core/envelope/iso-date.ts';
import { pad, unpad } from '../../../../src/core/envelope/pkcs7.ts';
import { utf8 } from './tools.ts';

describe('hexadecimal', () => {
  it('goes there and back', () => {
    const bytes = new Uint8Array(256).map((_, at) => at);
    expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
    expect(fromHex(toHex(bytes))).toEqual(bytes);
    expect(fromHex('')).toEqual(new Uint8Array());
  });

  it.each(['a', 'AB', '0g', ' 0', '0\n', '\uff10\uff11', '0x', '-1'])('refuses %j', (text) => {
    expect(fromHex(text)).toBeNull();
  });
});

describe('PKCS#7', () => {
  it('pads every length to the next block and takes it off again', () => {
    for (let length = 0; length <= 33; length += 1) {
      const bytes = new Uint8Array(length).fill(16);
      const padded = pad(bytes);
      expect(padded.length).toBe((Math.floor(length / 16) + 1) * 16);
      expect(unpad(padded)).toEqual(bytes);
    }
  });

  it.each([
    ['nothing', []],
    ['no whole block', [1]],
    ['a length of 0', new Array<number>(16).fill(0)],
    ['a length of 17', new Array<number>(32).fill(17)],
    ['unequal bytes', [...new Array<number>(13).fill(0), 3, 2, 3]],
  ])('refuses %s', (_, bytes) => {
    expect(unpad(new Uint8Array(bytes))).toBeNull();
  });
});

describe('dates', () => {
  it.each([
    '2026-11-23T17:41:00.000Z', '2024-02-29', '2000-02-29T00:00Z', '2026-11-23T17:41:00+05:30', '2026-11-23T17:41:00-0800',
    '2016-12-31T23:59:60Z', '2026-11-23T17:41:00.123456789', '+010000-01-01T00:00:00.000Z', '-000001-12-31T00:00:00.000Z',
  ])('takes %s', (text) => {
    expect(isIsoDate(text)).toBe(true);
  }); // prettier-ignore

  it.each([
    '', 'now', '2026', '2026-11', '2026-1-1', '20261123', '2026-00-10', '2026-13-10', '2026-04-31', '2023-02-29', '1900-02-29',
    '2026-11-00', '2026-11-23T', '2026-11-23 17:41:00Z', '2026-11-23T24:00:00Z', '2026-11-23T17:60:00Z', '2026-11-23T17:41:61Z',
    '2026-11-23T17:41:00.Z', '2026-11-23T17:41:00.1234567890Z', '2026-11-23T17:41:00z', '2026-11-23T17:41:00+24:00',
    '2026-11-23T17:41:00+05:60', ' 2026-11-23', '2026-11-23\n', '2026-11-23Z', '\u0662026-11-23', '10000-01-01',
  ])('refuses %j', (text) => {
    expect(isIsoDate(text)).toBe(false);
  }); // prettier-ignore

  it.each([
    ['2026-11-23T17:41:00.000Z', '2026-11-23T17:41:00.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2016-12-31T23:59:60.5+01:00', '2016-12-31T22:59:59.500Z'],
    ['+275760-09-14T00:00:00.000Z', null],
    ['+999999-12-31', null],
  ])('were at a time that can be shown, or at none: %s', (text, time) => {
    expect(isIsoDate(text)).toBe(true);
    const found = timeOf(text);
    expect(found === null ? null : new Date(found).toISOString()).toBe(time);
  });
});

describe('UTF-8', () => {
  it('keeps a byte order mark and replaces nothing', () => {
    expect(utf8.decode(utf8.encode('\ufeffx'))).toBe('\ufeffx');
    expect(utf8.decode(Uint8Array.of(0x78, 0xff))).toBeNull();
  });

  it('still decodes after it met malformed bytes', () => {
    expect(utf8.decode(Uint8Array.of(0xe2, 0x82))).toBeNull();
    expect(utf8.decode(Uint8Array.of(0x78))).toBe('x');
  });

  it('says how far it came in a target that is too small', () => {
    expect(utf8.encodeInto('a\u20acb', new Uint8Array(3))).toEqual({ read: 1, written: 1 });
  });
});
