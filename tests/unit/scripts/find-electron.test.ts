import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fallbackAllowed } from '../../../scripts/runtime/electron.ts';
import { executableInside, givenElectron } from '../../../scripts/runtime/given.ts';
import { downloadAddress } from '../../../scripts/runtime/official.ts';
import { stillResting } from '../../../scripts/runtime/recent-failure.ts';

describe('the Electron a person gives', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'given-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const distribution = (): string => {
    const execPath = executableInside(folder);
    mkdirSync(join(execPath, '..'), { recursive: true });
    writeFileSync(execPath, '');
    writeFileSync(join(folder, 'version'), 'v44.1.0\n');
    return execPath;
  };

  test('may be none', () => {
    expect(givenElectron({})).toBeUndefined();
    expect(givenElectron({ ENIGMACRYPT_ELECTRON: '' })).toBeUndefined();
  });

  test.each(['ENIGMACRYPT_ELECTRON', 'ELECTRON_OVERRIDE_DIST_PATH'])(
    'is found in the folder %s names',
    (name) => {
      const execPath = distribution();
      expect(givenElectron({ [name]: folder })).toEqual({
        ok: true,
        value: { execPath, version: '44.1.0', official: false, origin: 'given' },
      });
    },
  );

  test('may be named by its executable', () => {
    const execPath = distribution();
    expect(givenElectron({ ENIGMACRYPT_ELECTRON: execPath })).toMatchObject({
      ok: true,
      value: { execPath },
    });
  });

  test('is an error, not silently another one, when it is not there', () => {
    const answer = givenElectron({ ENIGMACRYPT_ELECTRON: join(folder, 'nowhere') });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'given-unusable' } });
    expect(givenElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toMatchObject({ ok: false });
  });
});

describe('the fallback', () => {
  test('is for Linux on x64 only', () => {
    expect(fallbackAllowed({}, 'linux', 'x64')).toBe(true);
    expect(fallbackAllowed({}, 'linux', 'arm64')).toBe(false);
    expect(fallbackAllowed({}, 'darwin', 'x64')).toBe(false);
    expect(fallbackAllowed({}, 'win32', 'x64')).toBe(false);
  });

  test('can be switched off', () => {
    expect(fallbackAllowed({ ENIGMACRYPT_NO_FALLBACK_ELECTRON: '1' }, 'linux', 'x64')).toBe(false);
    expect(fallbackAllowed({ ENIGMACRYPT_NO_FALLBACK_ELECTRON: '0' }, 'linux', 'x64')).toBe(true);
  });
});

describe('the official download', () => {
  test('comes from the project itself unless a mirror is named', () => {
    const file = `electron-v45.4.1-${process.platform}-${process.arch}.zip`;
    expect(downloadAddress('45.4.1', {})).toBe(
      `https://github.com/electron/electron/releases/download/v45.4.1/${file}`,
    );
    expect(downloadAddress('45.4.1', { ELECTRON_MIRROR: 'https://mirror.example/' })).toBe(
      `https://mirror.example/v45.4.1/${file}`,
    );
  });
});

describe('a failed download', () => {
  const hour = 3_600_000;
  const note = { at: 10 * hour, address: 'https://host.example/a.zip', reason: 'no answer' };

  test('is believed for six hours', () => {
    expect(stillResting(note, note.address, 15 * hour)).toEqual({ reason: 'no answer', until: 16 * hour });
    expect(stillResting(note, note.address, 16 * hour)).toBeUndefined();
  });

  test('says nothing about another address, nor from the future', () => {
    expect(stillResting(note, 'https://mirror.example/a.zip', 11 * hour)).toBeUndefined();
    expect(stillResting(note, note.address, 9 * hour)).toBeUndefined();
  });

  test('leaves a note that may be damaged', () => {
    expect(stillResting(undefined, note.address, 11 * hour)).toBeUndefined();
    expect(stillResting({ ...note, at: 'now' }, note.address, 11 * hour)).toBeUndefined();
  });
});
