import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFresh } from '../../../scripts/lib/build.ts';
import { digestOf } from '../../../scripts/lib/digest.ts';

let root = '';
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'freshness-'));
  write('src/a.ts', 'a');
  write('src/deep/b.ts', 'b');
  write('lock.json', '{}');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const digest = (excluded: readonly string[] = []): string => digestOf(root, ['src', 'lock.json'], excluded);

describe('the digest of the sources', () => {
  test.each([
    [
      'edited',
      () => {
        write('src/deep/b.ts', 'B');
      },
    ],
    [
      'added',
      () => {
        write('src/c.ts', '');
      },
    ],
    [
      'removed',
      () => {
        rmSync(join(root, 'lock.json'));
      },
    ],
    [
      'renamed',
      () => {
        renameSync(join(root, 'src/a.ts'), join(root, 'src/z.ts'));
      },
    ],
  ])('changes when a file is %s', (_what, change) => {
    const before = digest();
    change();
    expect(digest()).not.toBe(before);
  });

  test('does not change when only a time does', () => {
    const before = digest();
    utimesSync(join(root, 'src/a.ts'), 1, 1);
    expect(digest()).toBe(before);
  });

  test('tells apart the same bytes split otherwise between files', () => {
    write('src/a.ts', 'ab');
    write('src/deep/b.ts', '');
    const before = digest();
    write('src/a.ts', 'a');
    write('src/deep/b.ts', 'b');
    expect(digest()).not.toBe(before);
  });

  test('leaves out what is excluded', () => {
    const before = digest(['src/deep']);
    write('src/deep/b.ts', 'B');
    expect(digest(['src/deep'])).toBe(before);
  });
});

describe('a build', () => {
  const part = { outputs: ['out/main.js'], stamp: 'out/main.digest' };

  test('is fresh when it was made from these sources and its results are there', () => {
    write('out/main.js', '');
    write('out/main.digest', digest());
    expect(isFresh(root, part, digest())).toBe(true);
  });

  test('is stale after a change, without its results, and without its stamp', () => {
    write('out/main.digest', digest());
    expect(isFresh(root, part, digest())).toBe(false);
    write('out/main.js', '');
    expect(isFresh(root, part, 'another')).toBe(false);
    rmSync(join(root, 'out/main.digest'));
    expect(isFresh(root, part, digest())).toBe(false);
  });
});
