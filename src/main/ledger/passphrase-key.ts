/** A key under a passphrase: a random key, wrapped by one that scrypt (RFC 7914) makes of the passphrase. */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** 128 MiB and under half a second: what OWASP's password storage cheat sheet asks of scrypt at the least. */
export const SCRYPT_COST = { N: 2 ** 17, r: 8, p: 1 };
export type ScryptCost = typeof SCRYPT_COST;
/** What deriving may take of memory, whatever a file says: four times what we ask for. In bytes. */
const MAX_MEMORY = 4 * 128 * SCRYPT_COST.N * SCRYPT_COST.r;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);
/** What is written of it. The parameters are bounded: a file must not make the program eat all memory. */
export const wrappedKeySchema = z
  .object({
    kdf: z.literal('scrypt'),
    N: z
      .int()
      .min(2 ** 10)
      .max(2 ** 20)
      // Anything else is none of scrypt's.
      .refine((N) => Number.isInteger(Math.log2(N))),
    r: z.int().min(1).max(16),
    p: z.int().min(1).max(4),
    salt: base64.max(64),
    /** AES-256-GCM: nonce ‖ ciphertext ‖ tag. */
    wrapped: base64.max(128),
  })
  .refine(({ N, r }) => 128 * N * r <= MAX_MEMORY);
export type WrappedKey = z.infer<typeof wrappedKeySchema>;

export async function wrapKey(key: Uint8Array, passphrase: string, cost = SCRYPT_COST): Promise<WrappedKey> {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, cost), nonce);
  const wrapped = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { kdf: 'scrypt', ...cost, salt: salt.toString('base64'), wrapped: wrapped.toString('base64') };
}

/** Null when the passphrase is another one, or the file was altered. */
export async function unwrapKey(wrappedKey: WrappedKey, passphrase: string): Promise<Uint8Array | null> {
  const { N, r, p, salt } = wrappedKey;
  const wrapped = Buffer.from(wrappedKey.wrapped, 'base64');
  if (wrapped.length !== NONCE_BYTES + KEY_BYTES + TAG_BYTES) return null;
  const key = await derive(passphrase, Buffer.from(salt, 'base64'), { N, r, p });
  const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Typed on another keyboard, the same passphrase may come in another Unicode form. */
function derive(passphrase: string, salt: Uint8Array, { N, r, p }: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.normalize('NFKC'),
      salt,
      KEY_BYTES,
      { N, r, p, maxmem: 256 * N * r * p },
      (problem, key) => {
        if (problem === null) resolve(key);
        else reject(problem);
      },
    );
  });
}
