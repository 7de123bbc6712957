import { bytesFor, type Secret } from './crypto.ts';

const salt = bytesFor('salt');

/** The one that most vectors use. */
export const usual: Secret = { password: 'correct horse battery staple', salt, hash: 'SHA-256' };

/** The same password and salt under the hash that crypto-js defaulted to before 4.2.0. */
export const older: Secret = { ...usual, hash: 'SHA-1' };

/** One password in two spellings that look alike and are different bytes. */
export const composed: Secret = {
  password: 'contrase\u00f1a del g\u00fc\u00edn \u{1f511}',
  salt: bytesFor('salt of an accented password'),
  hash: 'SHA-256',
};
export const decomposed: Secret = { ...composed, password: composed.password.normalize('NFD') };

/** Longer than a block of either hash, so that HMAC hashes it first. */
export const long: Secret = {
  password: 'a password of more than sixty-four bytes, which HMAC shortens by hashing it first; '.repeat(3),
  salt: bytesFor('salt of a long password'),
  hash: 'SHA-256',
};

export const odd: Secret = {
  password: ' "quoted"\\ \u0000\t\r\n ',
  salt: bytesFor('salt of an odd password'),
  hash: 'SHA-256',
};

export const shortOlder: Secret = {
  password: '\u{1f600}',
  salt: bytesFor('salt of a short password'),
  hash: 'SHA-1',
};

export const zeroSalt: Secret = { ...usual, salt: '0'.repeat(32) };
