/** A disk that is full, and a folder that cannot be written: real ones, where this user may make them. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, created, createScriptedHttp, failure } from '../../fakes/http.ts';
import { createTestDirectory } from '../../fakes/directory.ts';
import { CHEAP, openTestVault, realKeychain } from '../../fakes/ledger-file.ts';
import { createExchange } from '../../../src/main/exchange/exchange.ts';
import { createMemoryKeychain } from '../../../src/main/keychain/backends.ts';
import { createListing } from '../../../src/main/ledger/listing.ts';
import type { LedgerRecord } from '../../../src/main/ledger/record.ts';
import { createForgetting } from '../../../src/main/shares/forgetting.ts';
import { createReviewer } from '../../../src/main/shares/reviewer.ts';
import { createSender, SOON_MS } from '../../../src/main/shares/sender.ts';
import type { LedgerVault } from '../../../src/main/ledger/vault.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'ledger');
const first = JSON.parse(readFileSync(join(FIXTURES, 'version-1.json'), 'utf8')) as { key: string };
const ENVELOPE = `${'ab'.repeat(32)}${Buffer.alloc(48, 7).toString('base64')}`;

let folder: string;
const vaults: LedgerVault[] = [];
const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const canMount = ((): boolean => {
  if (process.getuid?.() !== 0) return false;
  const probe = mkdtempSync(join(tmpdir(), 'mount-'));
  const isThere = run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe) && run('umount', probe);
  rmSync(probe, { recursive: true });
  return isThere;
})();

const EVERYTHING = { search: '', states: [], accountIds: [], from: null, until: null };
const OLDEST_FIRST = { by: 'created', direction: 'ascending' } as const;
const waiting = (number: number): LedgerRecord => ({
  ...{ id: `0b6c1b1e-6d3e-4f57-9a59-2f3a5d0c000${number}`, name: 'Router', maxAccess: 1, note: null },
  service: { id: 'builtin', name: 'Built-in service', origin: 'http://127.0.0.1:24000' },
  ...{ createdAt: '2026-06-01T12:00:00.000Z', expiresAt: null, delivery: 'waiting', report: null },
  ...{ messageId: null, deleteToken: null, firstAccessAt: null, deletedAt: null, reason: null },
});

describe.skipIf(!canMount)('a small disk (needs root and a system that lets it mount)', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'disk-'));
    run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder);
  });
  afterEach(() => {
    for (const vault of vaults.splice(0)) vault.close();
    run('umount', folder);
    rmSync(folder, { recursive: true });
  });
  async function open(keychain = realKeychain()): Promise<LedgerVault> {
    const vault = await openTestVault(join(folder, 'ledger.db'), Date.now, keychain);
    vaults.push(vault);
    return vault;
  }
  const fill = (): void => {
    try {
      // Ends when nothing more fits.
      for (let index = 0; ; index += 1) writeFileSync(join(folder, `filler-${index}`), Buffer.alloc(4_096));
    } catch {
      // Full.
    }
  };
  const makeRoom = (): void => {
    for (let index = 0; existsSync(join(folder, `filler-${index}`)); index += 1)
      rmSync(join(folder, `filler-${index}`));
  };
  function createTestSender({ ledger }: LedgerVault) {
    const http = createScriptedHttp();
    const services = createTestDirectory(http, 'http://127.0.0.1:24000');
    const log = { write: () => undefined, read: () => '' };
    return { http, sender: createSender({ ledger, services, clock: Date.now, log }) };
  }
  const request = {
    ...{ accountId: 'builtin', envelope: ENVELOPE, name: 'Router' },
    policy: { expiresAt: null, maxAccess: 1 },
  };

  it('sends nothing that it cannot keep, and goes on when there is room', async () => {
    const vault = await open();
    const { http, sender } = createTestSender(vault);
    fill();
    const large = {
      ...request,
      envelope: `${'ab'.repeat(32)}${Buffer.alloc(300_000, 7).toString('base64')}`,
    };
    expect(await sender.send(large)).toEqual({ outcome: 'invalid', why: 'storage' });
    expect(http.requests).toEqual([]);
    makeRoom();
    http.answerWith(created('a8Kx9pQ2'));
    expect(await sender.send(request)).toMatchObject({ outcome: 'sent' });
    expect(vault.ledger.count()).toBe(1);
  });

  it('hands over a link that was made although it could not be written down, and writes it later', async () => {
    const keychain = realKeychain();
    const vault = await open(keychain);
    const { http, sender } = createTestSender(vault);
    http.onRequest = () => {
      // The disk fills up between the request and its answer: no page of the journal fits any more.
      fill();
    };
    http.answerWith(created('a8Kx9pQ2'));
    const output = await sender.send(request);
    expect(output).toMatchObject({ outcome: 'sent', share: { link: 'http://127.0.0.1:24000/s/a8Kx9pQ2' } });
    expect(vault.ledger.page(0, 1)).toMatchObject([{ messageId: null, delivery: 'waiting' }]);
    await sender.flush();
    expect(http.requests).toHaveLength(1);
    makeRoom();
    await sender.flush();
    expect(http.requests).toHaveLength(1);
    expect(vault.ledger.page(0, 1)).toMatchObject([{ messageId: 'a8Kx9pQ2', delivery: 'delivered' }]);
  });

  it('does not send again what may have arrived although that could not be written down', async () => {
    const vault = await open();
    const { http, sender } = createTestSender(vault);
    http.onRequest = () => {
      fill();
    };
    http.answerWith(failure('broken', true));
    expect(await sender.send(request)).toMatchObject({ outcome: 'uncertain', share: { state: 'uncertain' } });
    const [record] = vault.ledger.page(0, 1);
    expect(record).toMatchObject({ delivery: 'waiting' });
    expect(await sender.flush()).toBe(SOON_MS);
    expect(await sender.retry(record!.id)).toBeNull();
    expect(http.requests).toHaveLength(1);
    makeRoom();
    expect(await sender.flush()).toBeNull();
    expect(http.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(vault.ledger.page(0, 1)).toMatchObject([
      { delivery: 'uncertain', reason: { code: 'answer-lost' } },
    ]);
  });

  it('brings back what could not be forgotten, and says of a deletion what the service said', async () => {
    const vault = await open();
    const { ledger } = vault;
    const { http, sender } = createTestSender(vault);
    http.answerWith(created('a8Kx9pQ2'));
    await sender.send(request);
    const [record] = ledger.page(0, 1);
    const listing = createListing(ledger, Date.now);
    const forgetting = createForgetting({
      ...{ ledger, listing, sender, keychain: realKeychain() },
      schedule: () => () => undefined,
    });
    const services = createTestDirectory(http, 'http://127.0.0.1:24000');
    const reviewer = createReviewer({
      ...{ ledger, services, clock: Date.now },
      log: { write: () => undefined, read: () => '' },
    });
    fill();
    http.answerWith(answer(200, { success: true, message: 'deleted' }));
    expect(await reviewer.remove(record!.id)).toMatchObject({
      outcome: 'deleted',
      share: { state: 'deleted' },
    });
    forgetting.forget([record!.id]);
    expect(await listing.ids(EVERYTHING, OLDEST_FIRST)).toEqual([]);
    await forgetting.finish();
    expect(await listing.ids(EVERYTHING, OLDEST_FIRST)).toEqual([record!.id]);
    makeRoom();
    forgetting.forget([record!.id]);
    await forgetting.finish();
    expect(ledger.count()).toBe(0);
  });

  it('keeps a note, an import and a passphrase as they were where the new ones do not fit', async () => {
    const vault = await open(createMemoryKeychain());
    const { ledger } = vault;
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    ledger.enqueue(waiting(1), ENVELOPE);
    ledger.deliver(waiting(1).id, { messageId: 'm1', deleteToken: null });
    await vault.setPassphrase('correct horse');
    const exchange = createExchange({
      ...{ ledger, listing: createListing(ledger, Date.now), clock: Date.now, now: Date.now },
      ...{ accountOf: () => null, originOf: () => null, cost: CHEAP },
      dialogs: {
        saveAs: () => Promise.resolve(join(elsewhere, 'list.json')),
        open: () => Promise.resolve(join(elsewhere, 'list.json')),
      },
    });
    const all = { format: 'json', filter: EVERYTHING, ids: null, passphrase: null } as const;
    expect(await exchange.save(all)).toMatchObject({ outcome: 'saved', count: 1 });
    ledger.forget([waiting(1).id]);
    ledger.enqueue(waiting(2), ENVELOPE);
    fill();
    expect(await exchange.load(null)).toEqual({ outcome: 'failed', why: 'storage' });
    expect(await vault.changePassphrase('correct horse', 'several new words')).toBe('storage');
    expect(await vault.checkPassphrase('correct horse')).toBe(true);
    expect(() => ledger.setNote(waiting(2).id, 'x'.repeat(2_000))).toThrow();
    expect(ledger.find(waiting(2).id)?.note).toBeNull();
    makeRoom();
    expect(await exchange.load(null)).toMatchObject({ outcome: 'imported', added: 1 });
    expect(await vault.changePassphrase('correct horse', 'several new words')).toBe('opened');
    rmSync(elsewhere, { recursive: true });
  });

  it('does not change an older list for which there is no room to copy', async () => {
    copyFileSync(join(FIXTURES, 'version-1.db'), join(folder, 'ledger.db'));
    const before = readFileSync(join(folder, 'ledger.db'));
    const keychain = realKeychain();
    await keychain.write('ledger-key', first.key);
    fill();
    const { notices, ledger } = await open(keychain);
    expect(notices).toEqual(['ledger-in-memory']);
    expect(ledger.count()).toBe(0);
    for (const vault of vaults.splice(0)) vault.close();
    makeRoom();
    expect(readFileSync(join(folder, 'ledger.db')).length).toBe(before.length);
    const again = await open(keychain);
    expect(again.notices).toEqual([]);
    expect(again.ledger.count()).toBe(8);
  });

  it('works in memory where the folder is read-only, and leaves the list as it is', async () => {
    const keychain = realKeychain();
    const vault = await open(keychain);
    await createTestSender(vault).sender.send(request);
    for (const each of vaults.splice(0)) each.close();
    run('mount', '-o', 'remount,ro', folder);
    const { notices, ledger } = await open(keychain);
    expect(notices).toEqual(['ledger-in-memory']);
    expect(ledger.count()).toBe(0);
    for (const each of vaults.splice(0)) each.close();
    run('mount', '-o', 'remount,rw', folder);
    expect((await open(keychain)).ledger.count()).toBe(1);
  });
});

it.skipIf(canMount)('a small disk is not tested here: it needs root, and a system that lets it mount', () => {
  expect(canMount).toBe(false);
});
