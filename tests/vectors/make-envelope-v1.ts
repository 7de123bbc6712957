/** Writes `envelope-v1.json` anew: `node tests/vectors/make-envelope-v1.ts`. The same file every time. */
import { writeFileSync } from 'node:fs';
import { makeReadable } from './make/readable.ts';
import { makeRefused } from './make/refused.ts';
import { makeValid } from './make/valid.ts';

/** Everything beyond ASCII is escaped, so that no editor or transport can change a character. */
export function makeVectorsFile(): string {
  const vectors = {
    format: 'EnigmaCrypt envelope v1',
    layout: 'hex(salt, 16 bytes) + hex(iv, 16 bytes) + base64(AES-256-CBC ciphertext, PKCS#7)',
    key: 'PBKDF2, 100000 iterations, 32 bytes, password as UTF-8',
    valid: makeValid(),
    readable: makeReadable(),
    refused: makeRefused(),
  };
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(vectors, null, 1).replace(/[\u007f-\uffff]/g, escape)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('envelope-v1.json', import.meta.url), makeVectorsFile());
}
