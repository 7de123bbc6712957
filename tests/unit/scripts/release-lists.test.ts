import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicHalf, signingKey, writeReleaseLists } from '../../../scripts/lib/release-lists.ts';
import { readList } from '../../../src/main/updates/signed-list.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const known = [publicHalf(privateKey)];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the lists of a release', () => {
  it('name for each system the one package that updates it, as the program reads them', () => {
    const packages = [
      'linux-x86_64.AppImage',
      'linux-amd64.deb',
      'win-x64.exe',
      'win-x64.zip',
      'mac-universal.zip',
      'mac-universal.dmg',
    ].map((end) => `enigmacrypt-desktop-1.2.3-${end}`);
    for (const name of packages) writeFileSync(join(folder, name), name);
    writeFileSync(join(folder, 'enigmacrypt-desktop-1.2.2-linux-x86_64.AppImage'), 'an older one');
    const key = signingKey(pem, known);
    const lists = writeReleaseLists(folder, '1.2.3', '2026-11-12T09:30:00.000Z', key);
    const read = lists.map((name) => readList(readFileSync(join(folder, name), 'utf8'), name, known));
    expect(read.map((list) => list.ok && list.value.files.map(({ name }) => name))).toEqual([
      ['enigmacrypt-desktop-1.2.3-linux-x86_64.AppImage'],
      ['enigmacrypt-desktop-1.2.3-win-x64.exe'],
      ['enigmacrypt-desktop-1.2.3-mac-universal.zip'],
    ]);
  });

  it('are not signed by a key that no program knows, nor by another kind of key', () => {
    expect(() => signingKey(pem, [])).toThrow('no program knows');
    const rsa = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    expect(() => signingKey(rsa.export({ format: 'pem', type: 'pkcs8' }).toString(), known)).toThrow(
      'Ed25519',
    );
    expect(() => signingKey('', known)).toThrow();
  });
});
