import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createErasure } from '../../../src/main/erasure/erasure.ts';
import type { Keychain } from '../../../src/main/keychain/keychain.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import type { LedgerRecord } from '../../../src/main/ledger/record.ts';
import type { LedgerVault } from '../../../src/main/ledger/vault.ts';
import { openTestVault, realKeychain } from '../../fakes/ledger-file.ts';

const now = Date.parse('2026-06-01T12:00:00.000Z');
const ORIGIN = 'https://enigma.example';
const idOf = (index: number): string => `0b6c1b1e-6d3e-4f57-9a59-2f3a5d0c${String(index).padStart(4, '0')}`;

let folder: string;
let keychain: Keychain;
let vault: LedgerVault;
let ledger: Ledger;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'erasure-'));
  keychain = realKeychain();
  vault = await openTestVault(join(folder, 'ledger.db'), () => now, keychain);
  ({ ledger } = vault);
});
afterEach(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

function add(index: number, change: Partial<LedgerRecord> = {}): void {
  ledger.enqueue(
    {
      ...{
        id: idOf(index),
        name: `Name ${index}`,
        maxAccess: 3,
        messageId: null,
        deleteToken: null,
        note: null,
      },
      service: { id: 'work', name: 'Work', origin: ORIGIN },
      createdAt: new Date(now - 100_000 + index).toISOString(),
      expiresAt: new Date(now + 100_000).toISOString(),
      ...{ delivery: 'waiting', report: null, firstAccessAt: null, deletedAt: null, reason: null },
      ...change,
    },
    'envelope',
  );
  ledger.deliver(idOf(index), { messageId: `message-${index}`, deleteToken: `token-${index}` });
}

describe('erasing everything', () => {
  it('leaves no file and no keychain item, and says what remains elsewhere', async () => {
    add(1);
    add(2, { service: { id: 'builtin', name: 'Built-in service', origin: 'http://127.0.0.1:24000' } });
    add(3);
    ledger.markDeleted(idOf(3), new Date(now).toISOString());
    await keychain.write(`password:${idOf(1)}`, 'wrapped');
    ledger.notePassword(idOf(1), true);
    await keychain.write('token:work', 'enigma_abcdefgh');
    const inData = (name: string): string => {
      const file = join(folder, name);
      writeFileSync(file, 'something');
      return file;
    };
    inData('ledger.db.set-aside-1');
    inData('ledger.db.before-2');
    inData('window.json');
    const places = {
      ledgerFile: join(folder, 'ledger.db'),
      settingsFile: inData('settings.json'),
      accountsFile: inData('accounts.json'),
      budgetFile: inData('budget.json'),
      logFile: join(folder, 'log', 'events.jsonl'),
      serviceDataFile: join(folder, 'service', 'messages.db'),
      updatesFolder: join(folder, 'updates'),
    };
    mkdirSync(join(places.updatesFolder, 'pending'), { recursive: true });
    inData('updates/pending/a.AppImage');
    const erasure = createErasure({
      ...{ ledger, keychain, places, builtinId: 'builtin', now: () => now },
      accountIds: () => ['builtin', 'work'],
      stopWriting: () => Promise.resolve(),
      forgetWindows: () => Promise.resolve(),
      closeLedger: () => {
        vault.abandon();
      },
    });
    const { erased, kept, remains } = await erasure.erase();
    expect(kept).toEqual([]);
    expect(new Set(erased)).toEqual(
      new Set(['ledger', 'outbox', 'keychain', 'accounts', 'settings', 'log', 'service', 'set-aside']),
    );
    expect(remains).toEqual([{ name: 'Work', origin: ORIGIN, count: 1 }]);
    expect(readdirSync(folder)).toEqual(['updates']);
    expect(readdirSync(places.updatesFolder)).toEqual([]);
    for (const item of ['ledger-key', 'token:work', `password:${idOf(1)}`] as const)
      expect(await keychain.read(item)).toEqual({ ok: true, value: null });
    expect(ledger.count()).toBe(0);
  });
});
