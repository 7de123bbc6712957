import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Account, USUAL_DEFAULTS } from '../../../src/main/accounts/account.ts';
import { openAccounts } from '../../../src/main/accounts/account-store.ts';
import { openPortStore } from '../../../src/main/builtin-service/port-store.ts';
import { createLog } from '../../../src/main/log/log.ts';
import { openSettings } from '../../../src/main/settings/settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('settings', () => {
  it('keeps a change over a restart', () => {
    const file = join(folder, 'deep', 'settings.json');
    openSettings(file, 1).change({ theme: 'dark' });
    expect(openSettings(file, 2).current).toMatchObject({ theme: 'dark', language: 'system' });
  });

  it('gives what an earlier version did not know its default', () => {
    const file = join(folder, 'settings.json');
    writeFileSync(file, '{"version":1,"settings":{"theme":"dark"}}');
    const settings = openSettings(file, 1);
    expect(settings.wasSetAside).toBe(false);
    expect(settings.current).toMatchObject({ theme: 'dark', language: 'system' });
  });

  it.each(['', '{', '[]', '{"version":1,"settings":{"theme":"neon","language":"en"}}', '{"version":2}'])(
    'keeps a file it cannot read aside and starts with defaults: %s',
    (text) => {
      const file = join(folder, 'settings.json');
      writeFileSync(file, text);
      const settings = openSettings(file, 7);
      expect(settings.wasSetAside).toBe(true);
      expect(settings.current).toMatchObject({ theme: 'system', language: 'system' });
      expect(readFileSync(`${file}.set-aside-7`, 'utf8')).toBe(text);
    },
  );

  it('keeps aside what is there and cannot be read at all, and does not write over it', () => {
    const file = join(folder, 'settings.json');
    // Nobody can read a folder as a file, whatever their rights.
    mkdirSync(file);
    writeFileSync(join(file, 'inside'), 'kept');
    const settings = openSettings(file, 7);
    expect(settings.wasSetAside).toBe(true);
    settings.change({ theme: 'dark' });
    expect(readFileSync(join(`${file}.set-aside-7`, 'inside'), 'utf8')).toBe('kept');
    expect(openSettings(file, 8).current).toMatchObject({ theme: 'dark' });
  });

  it('do not change where the change cannot be stored', () => {
    const file = join(folder, 'settings.json');
    const settings = openSettings(file, 1);
    // Where the new file would be written first.
    mkdirSync(`${file}.new`);
    expect(() => settings.change({ theme: 'dark' })).toThrow();
    expect(settings.current.theme).toBe('system');
  });

  it('leaves no temporary file and no file others may read', () => {
    const file = join(folder, 'settings.json');
    openSettings(file, 1).change({ language: 'es' });
    expect(readdirSync(folder)).toEqual(['settings.json']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('accounts', () => {
  const builtin = () => ({ name: 'Built-in', origin: 'http://127.0.0.1:24000' });
  const account: Account = {
    ...{ id: 'work', name: 'Work', origin: 'https://enigmacrypt.app' },
    ...{ auth: 'token', hash: 'SHA-256', defaults: USUAL_DEFAULTS },
  };

  it('come back as they were', () => {
    const file = join(folder, 'accounts.json');
    openAccounts(file, 1, builtin).add(account);
    expect(openAccounts(file, 2, builtin).find('work')).toEqual(account);
  });

  it.each([
    'http://evil.example',
    'https://evil.example/path',
    'https://a@evil.example',
    'HTTPS://EVIL.example',
  ])('are kept aside when one was given an address nobody could have added: %s', (origin) => {
    const file = join(folder, 'accounts.json');
    openAccounts(file, 1, builtin).add(account);
    writeFileSync(file, readFileSync(file, 'utf8').replace(account.origin, origin));
    const accounts = openAccounts(file, 7, builtin);
    expect(accounts.wasSetAside).toBe(true);
    expect(accounts.list().map(({ id }) => id)).toEqual(['builtin']);
    expect(readFileSync(`${file}.set-aside-7`, 'utf8')).toContain(origin);
  });
});

describe('the built-in service’s port', () => {
  it('stays the same from run to run, because links point to it', () => {
    const file = join(folder, 'port.json');
    const first = openPortStore(file, 1, () => 0.5).current;
    expect(openPortStore(file, 2, () => 0.9).current).toBe(first);
  });

  it('moves only when told, and remembers that', () => {
    const file = join(folder, 'port.json');
    const store = openPortStore(file, 1, () => 0);
    const before = store.current;
    const moving = openPortStore(file, 2, () => 0.25);
    moving.move();
    expect(moving.current).not.toBe(before);
    expect(openPortStore(file, 3, () => 0.9).current).toBe(moving.current);
  });
});

describe('the log', () => {
  const read = (file: string) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);

  it('writes events with their codes and numbers', () => {
    const file = join(folder, 'log', 'events.jsonl');
    createLog(file, () => 0).write('send', { code: 'waiting:unreachable', count: 2 });
    expect(read(file)).toEqual([
      { at: '1970-01-01T00:00:00.000Z', event: 'send', code: 'waiting:unreachable', count: 2 },
    ]);
  });

  it('drops whatever is not a short word of our own', () => {
    const file = join(folder, 'events.jsonl');
    createLog(file, () => 0).write('send', { code: 'my secret text', call: 'x'.repeat(65) });
    expect(read(file)).toEqual([{ at: '1970-01-01T00:00:00.000Z', event: 'send' }]);
  });

  it('starts a new file past its size and keeps one older', () => {
    const file = join(folder, 'events.jsonl');
    writeFileSync(file, 'x'.repeat(600 * 1024));
    const log = createLog(file, () => 0);
    log.write('start');
    log.write('quit');
    expect(readdirSync(folder).sort()).toEqual(['events.jsonl', 'events.jsonl.1']);
    expect(read(file)).toHaveLength(2);
  });

  it('is given up where it cannot be written, without harm', () => {
    writeFileSync(join(folder, 'blocked'), '');
    const log = createLog(join(folder, 'blocked', 'events.jsonl'), () => 0);
    expect(() => {
      log.write('start');
    }).not.toThrow();
  });
});
