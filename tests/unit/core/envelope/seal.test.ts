import { describe, expect, it } from 'vitest';
import {
  envelopeLength,
  open,
  seal,
  sealStream,
  contentSlices,
  type CipherKey,
  type ContentSlice,
  type CryptoEngine,
  type SealError,
} from '../../../../src/core/envelope/index.ts';
import {
  CREATED,
  cheapTools,
  cheapWebCrypto,
  inputOf,
  sliceOf,
  systemRandom,
  toolsWith,
  utf8,
} from './tools.ts';

const code = async (sealing: Promise<{ ok: boolean; error?: SealError }>): Promise<string | undefined> =>
  (await sealing).error?.code;

const LARGE = 'x'.repeat(2_000_000);

/** An engine whose every encryption goes through `spoil`, told how many there were before. */
function spoiling(
  spoil: (cipher: Uint8Array<ArrayBuffer>, count: number) => Uint8Array<ArrayBuffer>,
): CryptoEngine {
  return {
    name: 'webcrypto',
    deriveKey: async (...args) => {
      const key = await cheapWebCrypto.deriveKey(...args);
      let count = 0;
      const encrypt: CipherKey['encrypt'] = async (...run) => spoil(await key.encrypt(...run), count++);
      return { encrypt, decrypt: (...run) => key.decrypt(...run) };
    },
  };
}

const withBitChanged = (cipher: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const copy = cipher.slice();
  copy[0] = (copy[0] ?? 0) ^ 1;
  return copy;
};

describe('seal', () => {
  it.each<[SealError['code'], Parameters<typeof inputOf>]>([
    ['empty-content', ['']],
    ['empty-password', ['x', { password: '' }]],
    ['bad-created', ['x', { created: 'yesterday' }]],
    ['bad-created', ['x', { created: '2026-02-29T00:00:00.000Z' }]],
  ])('refuses with %s', async (reason, input) => {
    expect(await code(seal(inputOf(...input), cheapTools))).toBe(reason);
  });

  it('refuses what would be longer than the limit, and only that', async () => {
    const bytes = JSON.stringify({ version: 'v1', content: LARGE, created: CREATED }).length;
    const maxLength = envelopeLength(bytes);
    const sealed = await seal(inputOf(LARGE), { ...cheapTools, maxLength });
    expect(sealed.ok && sealed.value.length).toBe(maxLength);
    expect(await code(seal(inputOf(LARGE), { ...cheapTools, maxLength: maxLength - 1 }))).toBe('too-large');
  });

  it('refuses what only turns out to be too long while it is encoded', async () => {
    const threeBytesEach = '\u5bc6'.repeat(400_000);
    expect(await code(seal(inputOf(threeBytesEach), { ...cheapTools, maxLength: 1_000_000 }))).toBe(
      'too-large',
    );
  });

  it('uses a new salt and initialisation vector each time', async () => {
    const [one, other] = await Promise.all([seal(inputOf('x'), cheapTools), seal(inputOf('x'), cheapTools)]);
    expect(one.ok && other.ok && one.value.slice(0, 32) !== other.value.slice(0, 32)).toBe(true);
    expect(one.ok && other.ok && one.value.slice(32, 64) !== other.value.slice(32, 64)).toBe(true);
  });

  it('takes half a surrogate pair in a password for U+FFFD, as every browser does', async () => {
    const sealed = await seal(inputOf('x', { password: '\ud800' }), cheapTools);
    expect(sealed.ok && (await open(sealed.value, '\ud800', cheapTools)).ok).toBe(true);
    expect(sealed.ok && (await open(sealed.value, '\ufffd', cheapTools)).ok).toBe(true);
  });
});

describe('an envelope that would not open is never returned', () => {
  it.each<[string, (cipher: Uint8Array<ArrayBuffer>, count: number) => Uint8Array<ArrayBuffer>]>([
    ['a bit of the only run is wrong', withBitChanged],
    ['a block is missing', (cipher) => cipher.slice(16)],
    ['a byte is missing', (cipher) => cipher.slice(1)],
    ['a block is too much', (cipher) => new Uint8Array([...cipher, ...cipher.slice(0, 16)])],
  ])('%s', async (_, spoil) => {
    expect(await code(seal(inputOf('x'), toolsWith(spoiling(spoil))))).toBe('verification-failed');
  });

  it.each([0, 3, 7])('a bit of run %i is wrong', async (wrong) => {
    const engine = spoiling((cipher, count) => (count === wrong ? withBitChanged(cipher) : cipher));
    expect(await code(seal(inputOf(LARGE), toolsWith(engine)))).toBe('verification-failed');
  });

  it.each([
    ['salt', [15, 16]],
    ['initialisation vector', [16, 17]],
  ])('the generator gives a %s of the wrong length', async (_, lengths) => {
    const left = [...lengths];
    const random = (): Uint8Array<ArrayBuffer> => systemRandom(left.shift() ?? 0);
    expect(await code(seal(inputOf('x'), toolsWith(cheapWebCrypto, random)))).toBe('verification-failed');
  });

  it('the content ended early', async () => {
    const input = { ...inputOf(''), slices: [sliceOf('only a'), sliceOf(' part')], totalLength: 12 };
    expect(await code(sealStream(input, cheapTools, () => undefined))).toBe('verification-failed');
  });
});

describe('sealStream', () => {
  it('hands over parts that are the receiver’s own', async () => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const slices = contentSlices(LARGE, utf8);
    const sealed = await sealStream({ ...inputOf(''), slices }, cheapTools, (part) => void parts.push(part));
    expect(new Set(parts.map(({ buffer }) => buffer)).size).toBe(parts.length);
    const text = Buffer.concat(parts).toString('latin1');
    expect(sealed).toEqual({ ok: true, value: { length: text.length } });
    expect(await open(text, 'correct horse', cheapTools)).toMatchObject({
      ok: true,
      value: { content: LARGE },
    });
  });

  it('refuses slices without a character, and hands over nothing', async () => {
    const parts: Uint8Array[] = [];
    const sealing = sealStream(
      { ...inputOf(''), slices: [sliceOf(''), sliceOf('')] },
      cheapTools,
      (part) => void parts.push(part),
    );
    expect(await code(sealing)).toBe('empty-content');
    expect(parts).toEqual([]);
  });

  it('waits for the receiver before it reads on', async () => {
    const events: string[] = [];
    async function* slices(): AsyncGenerator<ContentSlice> {
      for (let count = 0; count < 60; count += 1) {
        events.push('read');
        yield await Promise.resolve(sliceOf('x'.repeat(262_128)));
      }
    }
    await sealStream({ ...inputOf(''), slices: slices() }, cheapTools, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      events.push('taken');
    });
    const ahead = events.map((_, at) => {
      const sofar = events.slice(0, at + 1);
      return (
        sofar.filter((event) => event === 'read').length - sofar.filter((event) => event === 'taken').length
      );
    });
    expect(Math.max(...ahead)).toBeLessThanOrEqual(44);
  });

  it('tells how far it is, from little to all', async () => {
    const shares: number[] = [];
    const tools = { ...cheapTools, onProgress: (share: number) => shares.push(share) };
    await sealStream(
      { ...inputOf(''), slices: contentSlices(LARGE, utf8), totalLength: LARGE.length },
      tools,
      () => undefined,
    );
    expect(shares.length).toBe(8);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares[0]).toBeLessThan(0.2);
    expect(shares.at(-1)).toBe(1);
  });

  it('stops at the next part when it is cancelled, and lets go of the slices', async () => {
    const cancellation = { cancelled: false };
    const parts: Uint8Array[] = [];
    let isClosed = false;
    function* slices(): Generator<ContentSlice> {
      try {
        for (;;) yield sliceOf('x'.repeat(100_000));
      } finally {
        isClosed = true;
      }
    }
    const tools = { ...cheapTools, cancellation };
    const sealing = sealStream({ ...inputOf(''), slices: slices() }, tools, (part) => {
      parts.push(part);
      cancellation.cancelled = parts.length === 3;
    });
    expect(await code(sealing)).toBe('cancelled');
    expect(parts.length).toBe(3);
    expect(isClosed).toBe(true);
  });
});
