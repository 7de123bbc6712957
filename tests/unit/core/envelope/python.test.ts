/** The vectors once more, by a reading of the format in another language. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { vectors, vectorsFile } from './vectors.ts';

const reader = fileURLToPath(new URL('../../../vectors/read_envelope.py', import.meta.url));

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('Skipped: checking the vectors with Python needs python3 on the PATH.');

it.skipIf(!hasPython)(
  'opens and refuses every vector with its envelope in Python as well',
  { timeout: 20_000 },
  () => {
    const { stdout, stderr } = spawnSync('python3', [reader, fileURLToPath(vectorsFile)], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const large = vectors.valid.filter((vector) => 'contentRepeat' in vector).length;
    const checked = vectors.valid.length - large + vectors.readable.length + vectors.refused.length;
    expect(JSON.parse(stdout)).toEqual({ checked, failures: [] });
  },
);
