import { readFileSync } from 'node:fs';
import type { ReadableVector } from '../../../vectors/make/readable.ts';
import type { RefusedVector } from '../../../vectors/make/refused.ts';
import type { ValidVector } from '../../../vectors/make/valid.ts';

export const vectorsFile = new URL('../../../vectors/envelope-v1.json', import.meta.url);

export interface Vectors {
  readonly valid: readonly ValidVector[];
  readonly readable: readonly ReadableVector[];
  readonly refused: readonly RefusedVector[];
}

export const vectors = JSON.parse(readFileSync(vectorsFile, 'utf8')) as Vectors;

export function contentOf(vector: ValidVector): string {
  if ('content' in vector) return vector.content;
  if ('contentUtf16' in vector) return Buffer.from(vector.contentUtf16, 'hex').swap16().toString('utf16le');
  return vector.contentRepeat.unit.repeat(vector.contentRepeat.times);
}
