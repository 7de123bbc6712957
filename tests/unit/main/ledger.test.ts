import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryKeychain } from '../../../src/main/keychain/backends.ts';
import type { Keychain } from '../../../src/main/keychain/keychain.ts';
import type { LedgerVault } from '../../../src/main/ledger/vault.ts';
import type { LedgerRecord } from '../../../src/main/ledger/record.ts';
import { everything, openTestVault, realKeychain } from '../../fakes/ledger-file.ts';
import { SCHEMA_VERSION } from '../../../src/main/ledger/schema.ts';

const NAME = 'Canary-name-93817';
const ID = '0b6c1b1e-6d3e-4f57-9a59-2f3a5d0c0001';
const record: LedgerRecord = {
  id: ID,
  name: NAME,
  service: { id: 'builtin', name: 'Built-in service', origin: 'http://127.0.0.1:24000' },
  createdAt: '2026-06-01T12:00:00.000Z',
  expiresAt: '2026-06-08T12:00:00.000Z',
  maxAccess: 3,
  messageId: null,
  deleteToken: null,
  note: null,
  delivery: 'waiting',
  report: null,
  firstAccessAt: null,
  deletedAt: null,
  reason: null,
};
const CREATED = { messageId: 'msg-CANARY-id', deleteToken: 'delete-CANARY-token' };

describe('the list of sent secrets', () => {
  let folder: string;
  let file: string;
  let keychain: Keychain;
  const opened: LedgerVault[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
    file = join(folder, 'ledger.db');
    keychain = realKeychain();
  });
  afterEach(() => {
    for (const vault of opened.splice(0)) vault.close();
    rmSync(folder, { recursive: true });
  });
  async function open(withKeychain = keychain): Promise<LedgerVault> {
    const result = await openTestVault(file, () => 1_700_000_000_000, withKeychain);
    opened.push(result);
    return result;
  }
  function close(): void {
    opened.pop()?.close();
  }

  it('keeps a record and its envelope before anything is sent, over a restart', async () => {
    (await open()).ledger.enqueue(record, 'envelope');
    close();
    const { ledger, notices } = await open();
    expect(notices).toEqual([]);
    expect(everything(ledger)).toEqual([record]);
    expect(ledger.outbox('waiting')).toEqual([{ record, envelope: 'envelope', attempts: 0 }]);
  });

  it('moves an acknowledged secret from the outbox to the list', async () => {
    const { ledger } = await open();
    ledger.enqueue(record, 'envelope');
    ledger.beginAttempt(ID);
    ledger.deliver(ID, CREATED);
    expect(ledger.find(ID)).toEqual({ ...record, ...CREATED, delivery: 'delivered' });
    expect(ledger.outboxItem(ID)).toBeNull();
  });

  it('calls what was under way when the program was killed uncertain, once', async () => {
    const first = (await open()).ledger;
    first.enqueue(record, 'envelope');
    first.beginAttempt(ID);
    close();
    const { ledger } = await open();
    expect(ledger.settleInterrupted()).toBe(1);
    expect(ledger.find(ID)).toMatchObject({ delivery: 'uncertain', reason: { code: 'answer-lost' } });
    expect(ledger.outbox('uncertain')).toHaveLength(1);
    expect(ledger.settleInterrupted()).toBe(0);
  });

  it('keeps why a secret is waiting', async () => {
    const { ledger } = await open();
    ledger.enqueue(record, 'envelope');
    ledger.beginAttempt(ID);
    ledger.postpone(ID, 'waiting', { code: 'rate-limited', retryAfterSeconds: 30 });
    expect(ledger.find(ID)).toMatchObject({
      delivery: 'waiting',
      reason: { code: 'rate-limited', retryAfterSeconds: 30 },
    });
    expect(ledger.settleInterrupted()).toBe(0);
    expect(ledger.outboxItem(ID)).toMatchObject({ attempts: 1 });
  });

  it('keeps what the service reported, and a count it once knew', async () => {
    const { ledger } = await open();
    ledger.enqueue(record, 'envelope');
    ledger.deliver(ID, CREATED);
    const at = '2026-06-02T08:00:00.000Z';
    ledger.hear([
      {
        id: ID,
        askAt: null,
        row: {
          messageId: CREATED.messageId,
          state: 'active',
          accessCount: 2,
          maxAccess: 3,
          createdAt: record.createdAt,
          expiresAt: record.expiresAt,
          firstAccessAt: at,
          lastAccessAt: at,
        },
      },
    ]);
    ledger.hear([{ id: ID, askAt: null, row: { messageId: CREATED.messageId, state: 'unknown' } }]);
    expect(ledger.find(ID)).toMatchObject({
      report: { state: 'unknown', accessCount: 2 },
      firstAccessAt: at,
    });
  });

  it('forgets a record with everything that belongs to it', async () => {
    const { ledger } = await open();
    ledger.enqueue(record, 'envelope');
    expect(ledger.forget([ID])).toBe(1);
    expect(ledger.forget([ID])).toBe(0);
    expect(everything(ledger)).toEqual([]);
    expect(ledger.outbox('waiting')).toEqual([]);
  });

  it('has no name, link, service or delete token readable on disk', async () => {
    const { ledger } = await open();
    ledger.enqueue(record, 'envelope');
    ledger.deliver(ID, CREATED);
    const bytes = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(bytes).toContain(ID);
    for (const hidden of [NAME, CREATED.messageId, CREATED.deleteToken, '127.0.0.1'])
      expect(bytes).not.toContain(hidden);
  });

  it('does not show a row that was copied over another', async () => {
    const other = '0b6c1b1e-6d3e-4f57-9a59-2f3a5d0c0002';
    const { ledger } = await open();
    ledger.enqueue(record, 'envelope');
    ledger.enqueue({ ...record, id: other }, 'envelope');
    close();
    const database = new DatabaseSync(file);
    database
      .prepare('UPDATE share SET sealed = (SELECT sealed FROM share WHERE id = ?) WHERE id = ?')
      .run(ID, other);
    database.close();
    expect(everything((await open()).ledger).map(({ id }) => id)).toEqual([ID]);
  });

  it('shows the list although somebody wrote strange things into what is in the clear', async () => {
    const { ledger } = await open();
    ledger.enqueue(record, 'envelope');
    close();
    const database = new DatabaseSync(file);
    database.exec(
      'UPDATE share SET created_at = 9000000000000000, first_access_at = 253402387139000, expires_at = -99999999999999',
    );
    database.exec("UPDATE outbox SET reason = 'no JSON'");
    database.close();
    expect(everything((await open()).ledger)).toMatchObject([
      { id: ID, name: NAME, firstAccessAt: null, expiresAt: null, reason: null },
    ]);
  });

  it('keeps a list aside whose key is lost, and begins a new one', async () => {
    (await open()).ledger.enqueue(record, 'envelope');
    close();
    const { ledger, notices } = await open(realKeychain());
    expect(notices).toEqual(['ledger-set-aside']);
    expect(everything(ledger)).toEqual([]);
    expect(readdirSync(folder)).toContain('ledger.db.set-aside-1700000000000');
  });

  it('keeps a damaged file aside, byte for byte', async () => {
    writeFileSync(file, 'this is no database, but it may matter to somebody'.repeat(100));
    const before = readFileSync(file);
    const { notices } = await open();
    expect(notices).toEqual(['ledger-set-aside']);
    expect(readFileSync(join(folder, 'ledger.db.set-aside-1700000000000'))).toEqual(before);
  });

  it('leaves a file of a newer program alone and works in memory', async () => {
    (await open()).ledger.enqueue(record, 'envelope');
    close();
    const database = new DatabaseSync(file);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    database.close();
    const { ledger, notices } = await open();
    expect(notices).toEqual(['ledger-newer']);
    expect(everything(ledger)).toEqual([]);
    ledger.enqueue(record, 'envelope');
    expect(readdirSync(folder).filter((name) => name.includes('set-aside'))).toEqual([]);
  });

  it('touches no file when there is no keychain to hold the key', async () => {
    const { ledger } = await open(createMemoryKeychain());
    ledger.enqueue(record, 'envelope');
    expect(everything(ledger)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not take a locked keychain for a lost key', async () => {
    (await open()).ledger.enqueue(record, 'envelope');
    close();
    const locked: Keychain = {
      ...keychain,
      read: () => Promise.resolve({ ok: false, error: { code: 'timeout' } }),
    };
    expect((await open(locked)).notices).toEqual(['keychain-unavailable']);
    close();
    expect(everything((await open()).ledger)).toEqual([record]);
  });

  it('works in memory where the folder cannot be made', async () => {
    writeFileSync(join(folder, 'blocked'), '');
    const result = await openTestVault(join(folder, 'blocked', 'ledger.db'), Date.now, keychain);
    opened.push(result);
    expect(result.notices).toEqual(['ledger-in-memory']);
    result.ledger.enqueue(record, 'envelope');
    expect(everything(result.ledger)).toHaveLength(1);
  });
});
