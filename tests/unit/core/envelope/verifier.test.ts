/** What sealing relies on, shown what only a broken program would show it. */
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../../../src/core/envelope/base64.ts';
import { writeHeader } from '../../../../src/core/envelope/format.ts';
import { Verifier } from '../../../../src/core/envelope/verifier.ts';
import { cheapWebCrypto, systemRandom, utf8 } from './tools.ts';

const header = { salt: systemRandom(16), iv: systemRandom(16) };
const text = writeHeader(header);
const key = await cheapWebCrypto.deriveKey(utf8.encode('p'), header.salt, 'SHA-256');

describe('the verifier', () => {
  it('takes the header that was meant and no other', () => {
    const other = { salt: header.iv, iv: header.salt };
    expect(new Verifier(key, utf8).header(text, header)).toBe(true);
    expect(new Verifier(key, utf8).header(text, other)).toBe(false);
    expect(new Verifier(key, utf8).header(writeHeader(other), header)).toBe(false);
    expect(new Verifier(key, utf8).header(text.toUpperCase(), header)).toBe(false);
    expect(new Verifier(key, utf8).header(`${text}00`, header)).toBe(false);
  });

  it('sees every changed byte of what a run decrypts to', async () => {
    const plain = systemRandom(43);
    const run = encodeBase64(await key.encrypt(plain, header.iv, true), new ArrayBuffer(64));
    const accepts = (expected: Uint8Array<ArrayBuffer>): Promise<boolean> => {
      const verifier = new Verifier(key, utf8);
      verifier.header(text, header);
      return verifier.run(run, expected, true);
    };
    expect(await accepts(plain)).toBe(true);
    expect(await accepts(plain.slice(1))).toBe(false);
    for (let at = 0; at < plain.length; at += 1) {
      const changed = plain.slice();
      changed[at] = (changed[at] ?? 0) ^ 128;
      expect(await accepts(changed)).toBe(false);
    }
  });

  it('compares wherever in memory the bytes lie', async () => {
    const memory = systemRandom(64);
    const plain = memory.subarray(1, 44);
    const run = encodeBase64(await key.encrypt(plain, header.iv, true), new ArrayBuffer(64));
    const verifier = new Verifier(key, utf8);
    verifier.header(text, header);
    expect(await verifier.run(run, plain, true)).toBe(true);
  });

  it('takes no run before a header', async () => {
    const plain = systemRandom(16);
    const run = encodeBase64(await key.encrypt(plain, header.iv, true), new ArrayBuffer(64));
    expect(await new Verifier(key, utf8).run(run, plain, true)).toBe(false);
  });
});
