/** The vectors once more, by a program that shares no line with this one. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { sha256, type Hash } from '../../../vectors/make/crypto.ts';
import { contentOf, vectors } from './vectors.ts';

function openssl(args: readonly string[], input = ''): Buffer | null {
  const { status, stdout } = spawnSync('openssl', args, { input, maxBuffer: 16 * 1024 * 1024 });
  return status === 0 ? stdout : null;
}

const hexOf = (text: string): string => Buffer.from(text, 'utf8').toString('hex');
const keys = new Map<string, string>();

/** `openssl kdf` came with OpenSSL 3; LibreSSL has none. */
function deriveKey(password: string, salt: string, hash: Hash): string | null {
  const name = [hexOf(password), salt, hash].join();
  const known = keys.get(name);
  if (known) return known;
  const options = [
    `digest:${hash.replace('-', '')}`,
    `hexpass:${hexOf(password)}`,
    `hexsalt:${salt}`,
    'iter:100000',
  ];
  const key = openssl([
    'kdf',
    '-keylen',
    '32',
    '-binary',
    ...options.flatMap((option) => ['-kdfopt', option]),
    'PBKDF2',
  ]);
  if (!key) return null;
  keys.set(name, key.toString('hex'));
  return key.toString('hex');
}

const hasOpenssl = deriveKey('probe', '00'.repeat(16), 'SHA-256') !== null;
if (!hasOpenssl) console.warn('Skipped: checking the vectors with openssl needs OpenSSL 3 on the PATH.');

describe.skipIf(!hasOpenssl)('openssl on the command line', () => {
  it.each(vectors.valid)('agrees on $id', (vector) => {
    const { password, salt, iv, hash, created } = vector;
    const aes = [
      'enc',
      '-aes-256-cbc',
      '-K',
      deriveKey(password, salt, hash) ?? '',
      '-iv',
      iv,
      '-base64',
      '-A',
    ];
    const message = JSON.stringify({ version: 'v1', content: contentOf(vector), created });
    if ('envelope' in vector) {
      expect(openssl([...aes, '-d'], vector.envelope.slice(64))?.toString('utf8')).toBe(message);
    } else {
      expect(sha256(salt + iv + (openssl(aes, message)?.toString('ascii') ?? ''))).toBe(
        vector.envelopeSha256,
      );
    }
  });
});
