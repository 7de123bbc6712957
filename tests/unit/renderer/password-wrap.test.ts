import { beforeEach, expect, it } from 'vitest';
import {
  createPasswordWrap,
  type KeyStore,
  type PasswordWrap,
} from '../../../src/renderer/crypto/password-wrap.ts';

const SHARE = '0b9f7a52-5c3e-4a53-8f4f-6f1a2c1d9e01';
const OTHER = '0b9f7a52-5c3e-4a53-8f4f-6f1a2c1d9e02';

function memoryStore(): KeyStore & { key: CryptoKey | null } {
  return {
    key: null,
    read() {
      return Promise.resolve(this.key);
    },
    write(key) {
      this.key = key;
      return Promise.resolve();
    },
  };
}

let store: ReturnType<typeof memoryStore>;
let passwords: PasswordWrap;
beforeEach(() => {
  store = memoryStore();
  passwords = createPasswordWrap(store);
});

it.each(['correct-horse-battery', 'contraseña — ñandú 🔑', '\ufeffwith a mark', 'x'.repeat(2000)])(
  'gives back what was wrapped: %#',
  async (password) => {
    const wrapped = await passwords.wrap(SHARE, password);
    expect(wrapped).toMatch(/^[A-Za-z0-9+/]{24,4096}={0,2}$/);
    expect(await passwords.unwrap(SHARE, wrapped!)).toBe(password);
  },
);

it('makes a key once, and none that a script could read out', async () => {
  await passwords.wrap(SHARE, 'one');
  const { key } = store;
  await passwords.wrap(OTHER, 'two');
  expect(store.key).toBe(key);
  expect(key?.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key!)).rejects.toThrow();
});

it('never wraps the same password into the same text', async () => {
  expect(await passwords.wrap(SHARE, 'same')).not.toBe(await passwords.wrap(SHARE, 'same'));
});

it('does not open what belongs to another share', async () => {
  const wrapped = await passwords.wrap(SHARE, 'bound');
  expect(await passwords.unwrap(OTHER, wrapped!)).toBeNull();
});

it('does not open what was altered, cut short, or made with another key', async () => {
  const wrapped = (await passwords.wrap(SHARE, 'sealed'))!;
  const bytes = Buffer.from(wrapped, 'base64');
  for (const at of [0, 11, 12, bytes.length - 1]) {
    const altered = Buffer.from(bytes);
    altered[at]! ^= 1;
    expect(await passwords.unwrap(SHARE, altered.toString('base64'))).toBeNull();
  }
  expect(await passwords.unwrap(SHARE, bytes.subarray(0, 20).toString('base64'))).toBeNull();
  expect(await passwords.unwrap(SHARE, 'not base64!')).toBeNull();
  expect(await createPasswordWrap(memoryStore()).unwrap(SHARE, wrapped)).toBeNull();
});

it('wraps nothing where its key cannot be stored', async () => {
  const failing: KeyStore = {
    read: () => Promise.resolve(null),
    write: () => Promise.reject(new Error('the disk is full')),
  };
  expect(await createPasswordWrap(failing).wrap(SHARE, 'lost')).toBeNull();
});
