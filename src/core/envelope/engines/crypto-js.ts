/**
 * The reference engine, on the library of the service's own sample code, and the stand-in where WebCrypto is
 * missing: on pages that come over plain http. Slow, and it blocks: about a hundred times the time of WebCrypto.
 */
import AES from 'crypto-js/aes.js';
import CryptoJS from 'crypto-js/core.js';
import 'crypto-js/pad-nopadding.js';
import PBKDF2 from 'crypto-js/pbkdf2.js';
import 'crypto-js/sha1.js';
import 'crypto-js/sha256.js';
import { pad, unpad } from '../pkcs7.ts';
import { KDF_ITERATIONS, KEY_BYTES, type CipherKey, type CryptoEngine } from '../types.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type WordArray = CryptoJS.lib.WordArray;

const WORD_BYTES = 4;

export function createCryptoJsEngine(): CryptoEngine {
  return {
    name: 'crypto-js',
    deriveKey(password, salt, hash) {
      const key = PBKDF2(toWords(password), toWords(salt), {
        keySize: KEY_BYTES / WORD_BYTES,
        iterations: KDF_ITERATIONS,
        hasher: hash === 'SHA-256' ? CryptoJS.algo.SHA256 : CryptoJS.algo.SHA1,
      });
      return Promise.resolve(createCipherKey(key));
    },
  };
}

/** crypto-js does not check the padding it removes, so padding is done outside of it. */
function createCipherKey(key: WordArray): CipherKey {
  const settings = (iv: Bytes) => ({
    iv: toWords(iv),
    mode: CryptoJS.mode.CBC,
    padding: CryptoJS.pad.NoPadding,
  });
  return {
    encrypt(plain, iv, final) {
      const encrypted = AES.encrypt(toWords(final ? pad(plain) : plain), key, settings(iv));
      return Promise.resolve(toBytes(encrypted.ciphertext));
    },
    decrypt(cipher, iv, final) {
      const ciphertext = CryptoJS.lib.CipherParams.create({ ciphertext: toWords(cipher) });
      const plain = toBytes(AES.decrypt(ciphertext, key, settings(iv)));
      return Promise.resolve(final ? unpad(plain) : plain);
    },
  };
}

/** crypto-js works on 32-bit words, most significant byte first. */
function toWords(bytes: Bytes): WordArray {
  const words = new Array<number>(Math.ceil(bytes.length / WORD_BYTES)).fill(0);
  bytes.forEach((byte, at) => {
    words[at >>> 2] = (words[at >>> 2] ?? 0) | (byte << (24 - 8 * (at % WORD_BYTES)));
  });
  return CryptoJS.lib.WordArray.create(words, bytes.length);
}

function toBytes({ words, sigBytes }: WordArray): Bytes {
  const bytes = new Uint8Array(sigBytes);
  for (let at = 0; at < sigBytes; at += 1)
    bytes[at] = (words[at >>> 2] ?? 0) >>> (24 - 8 * (at % WORD_BYTES));
  return bytes;
}
