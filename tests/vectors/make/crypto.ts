/**
 * The format written a second time, on Node's OpenSSL and the words of the documentation alone. Nothing here comes
 * from `src/`: a mistake in the program must not be able to repeat itself in its own vectors.
 */
import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';

export type Hash = 'SHA-256' | 'SHA-1';

/** What fixes the key. Few of them are used, because a slow engine pays a second for each. */
export interface Secret {
  readonly password: string;
  /** Hexadecimal. */
  readonly salt: string;
  readonly hash: Hash;
  readonly iterations?: number;
}

const keys = new Map<string, Buffer>();

export function keyOf({ password, salt, hash, iterations = 100_000 }: Secret): Buffer {
  const name = JSON.stringify([password, salt, hash, iterations]);
  const digest = hash === 'SHA-256' ? 'sha256' : 'sha1';
  const key = keys.get(name) ?? pbkdf2Sync(password, Buffer.from(salt, 'hex'), iterations, 32, digest);
  keys.set(name, key);
  return key;
}

/** Sixteen bytes in hexadecimal that differ from vector to vector and stay the same from run to run. */
export const bytesFor = (name: string): string =>
  createHash('sha256').update(`envelope-v1 ${name}`).digest('hex').slice(0, 32);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The JSON of the documentation's message object. */
export const messageOf = (content: string, created: string): string =>
  JSON.stringify({ version: 'v1', content, created });

/** Whatever bytes, padded as they should be. */
export const encrypt = (plain: string | Buffer, secret: Secret, iv: string): Buffer =>
  run(Buffer.from(plain), secret, iv, true);

/** Bytes that already are whole blocks, padded or not. */
export const encryptBlocks = (blocks: Buffer, secret: Secret, iv: string): Buffer =>
  run(blocks, secret, iv, false);

function run(plain: Buffer, secret: Secret, iv: string, padding: boolean): Buffer {
  const cipher = createCipheriv('aes-256-cbc', keyOf(secret), Buffer.from(iv, 'hex')).setAutoPadding(padding);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

export const assemble = (salt: string, iv: string, cipher: Buffer): string =>
  salt + iv + cipher.toString('base64');

export const envelopeOf = (plain: string | Buffer, secret: Secret, iv: string): string =>
  assemble(secret.salt, iv, encrypt(plain, secret, iv));
