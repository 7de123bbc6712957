import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCryptoJsEngine } from '../../../../src/core/envelope/engines/crypto-js.ts';
import { createWebCryptoEngine } from '../../../../src/core/envelope/engines/webcrypto.ts';
import { open, seal, type CipherKey, type CryptoEngine } from '../../../../src/core/envelope/index.ts';
import { given, inputOf, rememberingKeys, systemRandom, toolsWith, utf8, webCrypto } from './tools.ts';

const cryptoJs = createCryptoJsEngine();
const SALT = '000102030405060708090a0b0c0d0e0f';
const PASSWORD = 'correct horse';
/** One key for all tests of the cipher, or crypto-js alone would take half an hour; keys have a test of their own. */
const engines = [rememberingKeys(webCrypto), rememberingKeys(cryptoJs)] as const;
const keyOf = (engine: CryptoEngine): Promise<CipherKey> =>
  engine.deriveKey(utf8.encode(PASSWORD), new Uint8Array(Buffer.from(SALT, 'hex')), 'SHA-256');

describe('the two engines', () => {
  // The published vectors have crypto-js derive keys with the other hash, too.
  it('derive the same key', { timeout: 20_000 }, async () => {
    const [salt, iv, block] = [systemRandom(16), systemRandom(16), systemRandom(16)];
    const password = 'pl\u00e4in \u{1f511}';
    const [one, other] = await Promise.all(
      [webCrypto, cryptoJs].map((engine) => engine.deriveKey(utf8.encode(password), salt, 'SHA-256')),
    );
    expect(await one!.encrypt(block, iv, true)).toEqual(await other!.encrypt(block, iv, true));
  });

  it(
    'write and read the same text: 1,000 contents and initialisation vectors',
    { timeout: 30_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), minLength: 1 }),
          fc.uint8Array({ minLength: 16, maxLength: 16 }),
          async (content, iv) => {
            const random = (): string[] => [SALT, Buffer.from(iv).toString('hex')];
            const [one, other] = await Promise.all(
              engines.map((engine) => seal(inputOf(content), toolsWith(engine, given(...random())))),
            );
            expect(one).toEqual(other);
            if (!one?.ok) throw new Error('not sealed');
            const opened = await Promise.all(
              engines.map((engine) => open(one.value, PASSWORD, toolsWith(engine))),
            );
            expect(opened[0]).toMatchObject({ ok: true, value: { content } });
            expect(opened[1]).toEqual(opened[0]);
          },
        ),
        { numRuns: 1_000 },
      );
    },
  );

  it.each(engines)('$name works in runs as it does at once', { timeout: 20_000 }, async (engine) => {
    const key = await keyOf(engine);
    const [plain, iv] = [systemRandom(112), systemRandom(16)];
    const whole = await key.encrypt(plain, iv, true);
    const first = await key.encrypt(plain.slice(0, 48), iv, false);
    const second = await key.encrypt(plain.slice(48), first.slice(-16), true);
    expect(Buffer.concat([first, second])).toEqual(Buffer.from(whole));
    expect(await key.decrypt(first, iv, false)).toEqual(plain.slice(0, 48));
    expect(await key.decrypt(second, first.slice(-16), true)).toEqual(plain.slice(48));
  });

  it.each(engines)('$name refuses wrong padding', { timeout: 20_000 }, async (engine) => {
    const key = await keyOf(engine);
    const iv = new Uint8Array(16);
    for (const last of [[0], [17], [1, 2], [2, 1, 3]]) {
      const plain = new Uint8Array(16).fill(7);
      plain.set(last, 16 - last.length);
      expect(await key.decrypt(await key.encrypt(plain, iv, false), iv, true)).toBeNull();
    }
  });
});

it("takes Node's WebCrypto as it takes the browser's", async () => {
  const engine = createWebCryptoEngine(webcrypto.subtle);
  const sealed = await seal(inputOf('text'), toolsWith(engine));
  expect(sealed.ok && (await open(sealed.value, 'correct horse', toolsWith(webCrypto)))).toMatchObject({
    ok: true,
  });
});
