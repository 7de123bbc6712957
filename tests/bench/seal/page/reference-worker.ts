/** The service's own documentation, its Node.js sample step by step, in a worker. */
import CryptoJS from 'crypto-js';

interface Order {
  readonly content: string;
  readonly password: string;
}

self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const salt = CryptoJS.lib.WordArray.random(16);
  const key = CryptoJS.PBKDF2(data.password, salt, { keySize: 8, iterations: 100_000 });
  const iv = CryptoJS.lib.WordArray.random(16);
  const message = JSON.stringify({ version: 'v1', content: data.content, created: new Date().toISOString() });
  const encrypted = CryptoJS.AES.encrypt(message, key, {
    iv,
    padding: CryptoJS.pad.Pkcs7,
    mode: CryptoJS.mode.CBC,
  });
  self.postMessage((salt.toString() + iv.toString() + encrypted.toString()).length);
});
