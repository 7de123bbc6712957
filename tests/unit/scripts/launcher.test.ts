import { describe, expect, test } from 'vitest';
import { describe as read, readInvocation } from '../../../scripts/runtime/fallback/launcher/entry.ts';

describe("the launcher's command line", () => {
  test('names the program by its first argument that is no option', () => {
    expect(readInvocation(['--inspect=0', '--no-sandbox', '/app', 'document'])).toEqual({
      entry: '/app',
      preload: [],
    });
  });

  test('leaves options behind the program to the program', () => {
    expect(readInvocation(['/app', '-r', 'theirs.cjs']).preload).toEqual([]);
  });

  test('takes modules to load first, and does not mistake one for the program', () => {
    expect(readInvocation(['-r', 'a.cjs', '--require', 'b.cjs', '--no-sandbox', 'main.js'])).toEqual({
      entry: 'main.js',
      preload: ['a.cjs', 'b.cjs'],
    });
  });

  test('may name no program', () => {
    expect(readInvocation(['--no-sandbox']).entry).toBeUndefined();
    expect(readInvocation(['-r'])).toEqual({ entry: undefined, preload: [] });
  });
});

describe("a program's package.json", () => {
  test('gives its name as shown, its version and its main file', () => {
    const description = { name: 'a-b', productName: 'A B', version: '1.2.3', main: 'out/main.js' };
    expect(read(description)).toEqual({ main: 'out/main.js', name: 'A B', version: '1.2.3' });
  });

  test('may say less', () => {
    expect(read({ name: 'a-b' })).toEqual({ main: 'index.js', name: 'a-b', version: undefined });
    expect(read({ main: 3, productName: '' })).toEqual({
      main: 'index.js',
      name: undefined,
      version: undefined,
    });
    expect(read(null).main).toBe('index.js');
  });
});
