import { describe, expect, it } from 'vitest';
import { wrongInArchive } from '../../../scripts/lib/package-contents.ts';

const file = (path: string, more: object = {}) => ({
  path,
  bytes: 100,
  isUnpacked: false,
  hasDigest: true,
  ...more,
});
const right = [
  file('/package.json'),
  file('/out/main/index.js'),
  file('/out/main/service.js'),
  file('/out/renderer/index.html'),
  file('/node_modules/keytar/build/Release/keytar.node', { isUnpacked: true, bytes: 9e6 }),
];

describe('what is in a package', () => {
  it('is right as it is', () => {
    expect(wrongInArchive(right)).toEqual([]);
  });

  it.each([
    ['code above the limit', file('/out/main/large.js', { bytes: 6 * 1024 * 1024 }), 'more than 5.0'],
    ['a source map', file('/out/main/index.js.map'), 'not needed'],
    ['sources', file('/node_modules/keytar/src/async.cc'), 'not needed'],
    ['a native module in the archive', file('/node_modules/x/x.node'), 'native modules inside'],
    ['a file whose integrity nobody can check', file('/out/x.js', { hasDigest: false }), 'without a digest'],
  ])('is wrong with %s', (_what, added, problem) => {
    expect(wrongInArchive([...right, added])).toEqual([expect.stringContaining(problem)]);
  });

  it('is wrong without the program', () => {
    expect(wrongInArchive(right.slice(1))).toEqual(['missing: /package.json']);
  });
});
