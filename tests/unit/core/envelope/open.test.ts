import { describe, expect, it } from 'vitest';
import {
  inspect,
  open,
  seal,
  type CryptoEngine,
  type EnvelopeText,
} from '../../../../src/core/envelope/index.ts';
import { cheapTools, cheapWebCrypto, inputOf, webCrypto, toolsWith } from './tools.ts';

const sealed = async (content = 'a secret', password = 'correct horse'): Promise<EnvelopeText> => {
  const result = await seal(inputOf(content, { password }), cheapTools);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** Fails the test when a key is asked for. */
const keyless: CryptoEngine = {
  name: 'webcrypto',
  deriveKey: () => Promise.reject(new Error('no key is needed for this')),
};

describe('open', () => {
  it('wants a password', async () => {
    expect(await open(await sealed(), '', toolsWith(keyless))).toEqual({
      ok: false,
      error: { code: 'empty-password' },
    });
  });

  it('refuses more than the given length before it looks at the text', async () => {
    const text = await sealed();
    expect(await open(text, 'p', { ...toolsWith(keyless), maxLength: text.length - 1 })).toEqual({
      ok: false,
      error: { code: 'too-large' },
    });
    expect(await open(text, 'correct horse', { ...cheapTools, maxLength: text.length })).toMatchObject({
      ok: true,
    });
  });

  it('finds what is malformed without deriving a key, however far into the text', async () => {
    const text = await sealed('x'.repeat(2_000_000));
    const broken = `${text.slice(0, 2_000_000)}!${text.slice(2_000_001)}`;
    expect(await open(broken, 'p', toolsWith(keyless))).toEqual({ ok: false, error: { code: 'not-base64' } });
  });

  it('stops when it is cancelled', async () => {
    const text = await sealed('x'.repeat(2_000_000));
    const cancellation = { cancelled: false };
    const onProgress = (): void => {
      cancellation.cancelled = true;
    };
    expect(await open(text, 'correct horse', { ...cheapTools, cancellation, onProgress })).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect(await open(text, 'correct horse', { ...toolsWith(keyless), cancellation })).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    });
  });

  it('tells how far it is, from little to all', async () => {
    const shares: number[] = [];
    const opened = await open(await sealed('x'.repeat(2_000_000)), 'correct horse', {
      ...cheapTools,
      onProgress: (share) => shares.push(share),
    });
    expect(opened).toMatchObject({ ok: true });
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBe(1);
  });

  it('derives one key for the newer hash and two for the older', async () => {
    const hashes: string[] = [];
    const counting: CryptoEngine = {
      name: 'webcrypto',
      deriveKey: (password, salt, hash) => {
        hashes.push(hash);
        return cheapWebCrypto.deriveKey(password, salt, hash);
      },
    };
    await open(await sealed(), 'correct horse', toolsWith(counting));
    expect(hashes).toEqual(['SHA-256']);
    const older = await seal(inputOf('x', { hash: 'SHA-1' }), cheapTools);
    await open(older.ok ? older.value : '', 'correct horse', toolsWith(counting));
    expect(hashes).toEqual(['SHA-256', 'SHA-256', 'SHA-1']);
  });

  it('keeps a version of the secret out of its errors', async () => {
    const key = await cheapWebCrypto.deriveKey(new Uint8Array([112]), new Uint8Array(16), 'SHA-256');
    const json = JSON.stringify({ version: 'my secret', content: '', created: '' });
    const cipher = await key.encrypt(new TextEncoder().encode(json), new Uint8Array(16), true);
    const text = '0'.repeat(64) + Buffer.from(cipher).toString('base64');
    expect(await open(text, 'p', cheapTools)).toEqual({ ok: false, error: { code: 'not-this-format' } });
  });

  it('takes passwords as they are typed, without normalising them', async () => {
    const text = await sealed('x', 'caf\u00e9');
    expect(await open(text, 'cafe\u0301', cheapTools)).toMatchObject({ ok: false });
    expect(await open(text, 'caf\u00e9', cheapTools)).toMatchObject({ ok: true });
  });

  it('refuses a key of fewer iterations than documented', async () => {
    expect(await open(await sealed(), 'correct horse', toolsWith(webCrypto))).toMatchObject({ ok: false });
  });
});

describe('inspect', () => {
  it('says what can be known without the password', async () => {
    const text = await sealed('x'.repeat(1_000));
    const facts = inspect(text);
    expect(facts).toEqual({
      ok: true,
      value: {
        salt: text.slice(0, 32),
        iv: text.slice(32, 64),
        ciphertextBytes: 1_072,
        plaintextBytes: { min: 1_056, max: 1_071 },
      },
    });
    const json = JSON.stringify({ version: 'v1', content: 'x'.repeat(1_000), created: inputOf('').created });
    expect(json.length).toBeGreaterThanOrEqual(1_056);
    expect(json.length).toBeLessThanOrEqual(1_071);
  });

  it('refuses more than the given length', async () => {
    expect(inspect(await sealed(), 100)).toEqual({ ok: false, error: { code: 'too-large' } });
  });
});
