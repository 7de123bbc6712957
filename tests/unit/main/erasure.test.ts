import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createErasure } from '../../../src/main/erasure/erasure.ts';
import type { Keychain } from '../../../src/main/keychain/keychain.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import type { LedgerRecord } from '../../../src/main/ledger/record.ts';
import type { LedgerVault } from '../../../src/main/ledger/vault.ts';
import { ENTRY_ORIGIN, entryId, newEntry, openTestVault, realKeychain } from '../../fakes/ledger-file.ts';

const now = Date.parse('2026-06-01T12:00:00.000Z');

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
  ledger.enqueue(newEntry(index, now, change), 'envelope');
  ledger.deliver(entryId(index), { messageId: `message-${index}`, deleteToken: `token-${index}` });
}

describe('erasing everything', () => {
  it('leaves no file and no keychain item, and says what remains elsewhere', async () => {
    add(1);
    add(2, { service: { id: 'builtin', name: 'Built-in service', origin: 'http://127.0.0.1:24000' } });
    add(3);
    ledger.markDeleted(entryId(3), new Date(now).toISOString());
    await keychain.write(`password:${entryId(1)}`, 'wrapped');
    ledger.notePassword(entryId(1), true);
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
    expect(remains).toEqual([{ name: 'Work', origin: ENTRY_ORIGIN, count: 1 }]);
    expect(readdirSync(folder)).toEqual(['updates']);
    expect(readdirSync(places.updatesFolder)).toEqual([]);
    for (const item of ['ledger-key', 'token:work', `password:${entryId(1)}`] as const)
      expect(await keychain.read(item)).toEqual({ ok: true, value: null });
    expect(ledger.count()).toBe(0);
  });
});
