import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryKeychain } from '../../../src/main/keychain/backends.ts';
import { hold } from '../../../src/main/ledger/hold.ts';
import { LedgerLocked } from '../../../src/main/ledger/ledger.ts';
import type { LedgerRecord } from '../../../src/main/ledger/record.ts';
import { SCHEMA_VERSION, versionOf } from '../../../src/main/ledger/schema.ts';
import type { LedgerVault } from '../../../src/main/ledger/vault.ts';
import { everything, openTestVault, realKeychain } from '../../fakes/ledger-file.ts';

const NOW = 1_780_000_000_000;
const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'ledger');
const first = JSON.parse(readFileSync(join(FIXTURES, 'version-1.json'), 'utf8')) as {
  key: string;
  records: Omit<LedgerRecord, 'note'>[];
};
const idOf = (index: number): string => `0b6c1b1e-6d3e-4f57-9a59-2f3a5d0c${String(index).padStart(4, '0')}`;
const record = (index: number): LedgerRecord => ({
  id: idOf(index),
  name: `Name ${index}`,
  service: { id: 'builtin', name: 'Built-in service', origin: 'http://127.0.0.1:24000' },
  createdAt: new Date(NOW - 10_000 + index).toISOString(),
  expiresAt: null,
  maxAccess: 3,
  messageId: null,
  deleteToken: null,
  note: null,
  delivery: 'waiting',
  report: null,
  firstAccessAt: null,
  deletedAt: null,
  reason: null,
});

let folder: string;
let file: string;
const opened: LedgerVault[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
  file = join(folder, 'ledger.db');
});
afterEach(() => {
  for (const vault of opened.splice(0)) vault.close();
  rmSync(folder, { recursive: true });
});
async function open(keychain = realKeychain()): Promise<LedgerVault> {
  const vault = await openTestVault(file, () => NOW, keychain);
  opened.push(vault);
  return vault;
}
function close(): void {
  opened.pop()?.close();
}
function fill(vault: LedgerVault, count: number): void {
  for (let index = 0; index < count; index += 1) {
    vault.ledger.enqueue(record(index), 'envelope');
    vault.ledger.deliver(idOf(index), { messageId: `message-${index}`, deleteToken: null });
  }
}

it('is kept for the tests in each version before the newest, with its key', () => {
  for (let version = 1; version < SCHEMA_VERSION; version += 1) {
    // SQLite's file format, 1.3: the user version is at byte 60.
    expect(readFileSync(join(FIXTURES, `version-${version}.db`)).readUInt32BE(60)).toBe(version);
    expect(existsSync(join(FIXTURES, `version-${version}.json`))).toBe(true);
  }
});

describe('a list of the first version', () => {
  async function openFirst(): Promise<LedgerVault> {
    copyFileSync(join(FIXTURES, 'version-1.db'), file);
    const keychain = realKeychain();
    await keychain.write('ledger-key', first.key);
    return open(keychain);
  }

  it('is read whole, with the outbox', async () => {
    const { ledger, notices, place } = await openFirst();
    expect(notices).toEqual([]);
    expect(place).toBe('keychain');
    expect(everything(ledger)).toEqual(first.records.map((each) => ({ ...each, note: null })));
    expect(ledger.outbox('waiting').map(({ envelope }) => envelope)).toEqual(['envelope-6', 'envelope-8']);
    expect(ledger.settleInterrupted()).toBe(1);
  });

  it('gets a timeline of what was known, and no more', async () => {
    const { ledger } = await openFirst();
    expect(ledger.story(idOf(1))?.timeline).toMatchObject([
      { kind: 'created', source: 'here' },
      { kind: 'first-opened', source: 'service' },
    ]);
    expect(ledger.story(idOf(4))?.timeline.map(({ kind }) => kind)).toEqual(['created', 'deleted']);
    expect(ledger.story(idOf(6))?.timeline.map(({ kind }) => kind)).toEqual(['created']);
    expect(ledger.story(idOf(6))?.isPasswordKept).toBeNull();
    // What can still change is asked about; what is over is not.
    expect(ledger.agenda.toAsk(NOW, 10)).toEqual([idOf(1), idOf(2)]);
  });

  it('is copied before it is changed', async () => {
    await openFirst();
    close();
    const backup = new DatabaseSync(`${file}.before-2`);
    expect(versionOf(backup)).toBe(1);
    expect(backup.prepare('SELECT count(*) AS count FROM share').get()).toEqual({ count: 8 });
    backup.close();
    const now = new DatabaseSync(file);
    expect(versionOf(now)).toBe(SCHEMA_VERSION);
    now.close();
  });

  it('is left as it was under another key', async () => {
    copyFileSync(join(FIXTURES, 'version-1.db'), file);
    const { notices } = await open();
    expect(notices).toEqual(['ledger-set-aside']);
    const aside = new DatabaseSync(`${file}.set-aside-${NOW}`);
    expect(versionOf(aside)).toBe(1);
    aside.close();
    expect(existsSync(`${file}.before-2`)).toBe(false);
  });
});

describe('a damaged list', () => {
  it('gives back every row that can be read, and keeps the file', async () => {
    const keychain = realKeychain();
    fill(await open(keychain), 400);
    close();
    const bytes = readFileSync(file);
    // A page in the middle of the rows: never the first, which says that it is a database.
    bytes.fill(0xa5, 40 * 4096, 41 * 4096);
    writeFileSync(file, bytes);
    const { ledger, notices, recovered } = await open(keychain);
    expect(notices).toEqual(['ledger-recovered']);
    expect(recovered?.kept).toBeGreaterThan(200);
    expect(recovered?.kept).toBe(ledger.count());
    expect(recovered!.kept + recovered!.lost).toBeLessThanOrEqual(400);
    expect(readFileSync(`${file}.set-aside-${NOW}`)).toEqual(bytes);
    const [row] = everything(ledger);
    expect(row?.name).toMatch(/^Name /);
    expect(ledger.story(row!.id)?.timeline.length).toBeGreaterThan(0);
  });
});

describe('two programs', () => {
  it('do not open one list', async () => {
    const keychain = realKeychain();
    const before = await open(keychain);
    fill(before, 1);
    const { ledger, notices } = await open(keychain);
    expect(notices).toEqual(['ledger-in-use']);
    expect(ledger.count()).toBe(0);
    ledger.enqueue(record(7), 'envelope');
    expect(before.ledger.count()).toBe(1);
  });

  it('leave the list to the next one when they end', () => {
    const release = hold(join(folder, 'lock'));
    expect(hold(join(folder, 'lock'))).toBeNull();
    release?.();
    const again = hold(join(folder, 'lock'));
    expect(again).not.toBeNull();
    again?.();
  });
});

describe('without a keychain', () => {
  it('keeps the list in memory until there is a passphrase, and sealed on disk from then on', async () => {
    const vault = await open(createMemoryKeychain());
    expect(vault.place).toBe('memory');
    fill(vault, 3);
    expect(await vault.setPassphrase('correct horse')).toBe('opened');
    expect(vault.place).toBe('passphrase');
    fill2(vault);
    expect(vault.ledger.count()).toBe(4);
    const bytes = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(bytes).not.toContain('Name 1');
    expect(bytes).not.toContain('correct horse');
    close();

    const next = await open(createMemoryKeychain());
    expect(next.place).toBe('locked');
    expect(next.notices).toEqual(['ledger-locked']);
    expect(next.ledger.count()).toBe(0);
    expect(await next.unlock('wrong horse')).toBe('wrong');
    expect(await next.unlock('correct horse')).toBe('opened');
    expect(next.ledger.count()).toBe(4);
    expect(next.ledger.story(idOf(1))?.timeline.map(({ kind }) => kind)).toEqual(['created', 'sent']);
    expect(await next.unlock('correct horse')).toBe('not-needed');
    expect(await next.setPassphrase('another one')).toBe('not-needed');
  });

  it('keeps a key that cannot be read just now where it is: without it no passphrase opens the list', async () => {
    const vault = await open(createMemoryKeychain());
    fill(vault, 1);
    await vault.setPassphrase('correct horse');
    close();
    const keyFile = join(folder, readdirSync(folder).find((name) => name.endsWith('.key.json')) ?? '');
    const key = readFileSync(keyFile, 'utf8');
    writeFileSync(keyFile, key.slice(0, 20));
    const next = await open(createMemoryKeychain());
    expect(await next.unlock('correct horse')).toBe('storage');
    writeFileSync(keyFile, key);
    expect(await next.unlock('correct horse')).toBe('opened');
    expect(next.ledger.count()).toBe(1);
  });

  it('calls what was under way uncertain when it is opened, but not what is just being sent', async () => {
    const vault = await open(createMemoryKeychain());
    await vault.setPassphrase('correct horse');
    vault.ledger.enqueue(record(1), 'envelope');
    vault.ledger.beginAttempt(idOf(1));
    // Killed: nobody stored what became of it.
    close();
    const next = await open(createMemoryKeychain());
    next.ledger.enqueue(record(2), 'envelope');
    next.ledger.beginAttempt(idOf(2));
    expect(await next.unlock('correct horse')).toBe('opened');
    expect(next.ledger.outbox('uncertain').map((item) => item.record.id)).toEqual([idOf(1)]);
    expect(next.ledger.outbox('waiting').map((item) => item.record.id)).toEqual([idOf(2)]);
  });

  it('takes over what was sent before the passphrase was given', async () => {
    await (await open(createMemoryKeychain())).setPassphrase('correct horse');
    close();
    const vault = await open(createMemoryKeychain());
    vault.ledger.enqueue(record(5), 'the envelope');
    expect(await vault.unlock('correct horse')).toBe('opened');
    close();
    const next = await open(createMemoryKeychain());
    await next.unlock('correct horse');
    expect(next.ledger.outbox('waiting')).toMatchObject([{ envelope: 'the envelope' }]);
  });

  it('changes the passphrase for whoever knows it, and keeps every row', async () => {
    const vault = await open(createMemoryKeychain());
    expect(await vault.changePassphrase('none', 'new words here')).toBe('not-needed');
    fill(vault, 2);
    await vault.setPassphrase('correct horse');
    expect(await vault.changePassphrase('wrong horse', 'new words here')).toBe('wrong');
    expect(await vault.checkPassphrase('correct horse')).toBe(true);
    expect(await vault.changePassphrase('correct horse', 'new words here')).toBe('opened');
    vault.ledger.enqueue(record(100), 'envelope');
    vault.lock();
    expect(await vault.reopen('correct horse')).toBe('wrong');
    expect(await vault.reopen('new words here')).toBe('opened');
    close();
    const next = await open(createMemoryKeychain());
    expect(await next.unlock('correct horse')).toBe('wrong');
    expect(await next.unlock('new words here')).toBe('opened');
    expect(next.ledger.count()).toBe(3);
  });

  it('takes the same passphrase from a keyboard that writes it otherwise', async () => {
    const vault = await open(createMemoryKeychain());
    await vault.setPassphrase('contrase\u00f1a larga');
    expect(await vault.checkPassphrase('contrasen\u0303a larga')).toBe(true);
    expect(await vault.checkPassphrase('contrasena larga')).toBe(false);
  });

  function fill2(vault: LedgerVault): void {
    vault.ledger.enqueue(record(100), 'envelope');
  }
});

describe('locking', () => {
  it('answers nothing until it is opened again, with the key from the keychain', async () => {
    const vault = await open();
    fill(vault, 2);
    vault.lock();
    expect(vault.ledger.isOpen).toBe(false);
    expect(() => vault.ledger.find(idOf(1))).toThrow(LedgerLocked);
    expect(await vault.reopen()).toBe('opened');
    expect(vault.ledger.count()).toBe(2);
    expect(await vault.reopen()).toBe('not-needed');
  });

  it('asks for the passphrase where there is one', async () => {
    const vault = await open(createMemoryKeychain());
    fill(vault, 2);
    await vault.setPassphrase('correct horse');
    vault.lock();
    expect(await vault.reopen()).toBe('wrong');
    expect(await vault.reopen('wrong horse')).toBe('wrong');
    expect(vault.ledger.isOpen).toBe(false);
    expect(await vault.reopen('correct horse')).toBe('opened');
    expect(vault.ledger.count()).toBe(2);
  });

  it('loses nothing that is only in memory', async () => {
    const vault = await open(createMemoryKeychain());
    fill(vault, 2);
    vault.lock();
    expect(() => vault.ledger.count()).toThrow(LedgerLocked);
    expect(await vault.reopen()).toBe('opened');
    expect(vault.ledger.count()).toBe(2);
  });

  it('stays locked while the keychain is', async () => {
    const keychain = realKeychain();
    const vault = await open({ ...keychain, read: (item) => keychain.read(item) });
    vault.lock();
    const read = keychain.read.bind(keychain);
    keychain.read = () => Promise.resolve({ ok: false, error: { code: 'timeout' } });
    expect(await vault.reopen()).toBe('storage');
    keychain.read = read;
    expect(await vault.reopen()).toBe('opened');
  });
});
