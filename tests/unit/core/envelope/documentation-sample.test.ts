/** What the service's own sample code seals, we open; what we seal is what it would have sealed. */
import CryptoJS from 'crypto-js';
import { expect, it } from 'vitest';
import { open, seal } from '../../../../src/core/envelope/index.ts';
import { CREATED, given, inputOf, toolsWith, webCrypto } from './tools.ts';

/** The sample of the API documentation, but for the random bytes and the date, which are given. */
function encryptMessage(
  message: string,
  key: string,
  salt: CryptoJS.lib.WordArray,
  iv: CryptoJS.lib.WordArray,
): string {
  const derivedKey = CryptoJS.PBKDF2(key, salt, { keySize: 256 / 32, iterations: 100000 });
  const messageObj = { version: 'v1', content: message, created: CREATED };
  const encrypted = CryptoJS.AES.encrypt(JSON.stringify(messageObj), derivedKey, {
    iv,
    padding: CryptoJS.pad.Pkcs7,
    mode: CryptoJS.mode.CBC,
  });
  return salt.toString() + iv.toString() + encrypted.toString();
}

it('agrees with the documentation to the last character', { timeout: 20_000 }, async () => {
  const [content, password] = ['contrase\u00f1a: "\u{1f511}"\r\n', 'cl\u00e9 \u{1f600}'];
  const [salt, iv] = [CryptoJS.lib.WordArray.random(16), CryptoJS.lib.WordArray.random(16)];
  const theirs = encryptMessage(content, password, salt, iv);
  const ours = await seal(
    inputOf(content, { password }),
    toolsWith(webCrypto, given(salt.toString(), iv.toString())),
  );
  expect(ours).toEqual({ ok: true, value: theirs });
  expect(await open(theirs, password, toolsWith(webCrypto))).toEqual({
    ok: true,
    value: { content, created: CREATED, hash: 'SHA-256' },
  });
});
