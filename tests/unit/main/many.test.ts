import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogueFilter } from '../../../src/core/catalogue/catalogue.ts';
import type { ServiceFailure } from '../../../src/core/api/failure.ts';
import { createExchange, type Exchange } from '../../../src/main/exchange/exchange.ts';
import type { Keychain } from '../../../src/main/keychain/keychain.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { createListing, type Listing } from '../../../src/main/ledger/listing.ts';
import type { LedgerRecord } from '../../../src/main/ledger/record.ts';
import type { LedgerVault } from '../../../src/main/ledger/vault.ts';
import { createBulkDeletion } from '../../../src/main/shares/bulk-deletion.ts';
import { createForgetting, type Forgetting } from '../../../src/main/shares/forgetting.ts';
import type { Reviewer } from '../../../src/main/shares/reviewer.ts';
import { createSender, type Sender } from '../../../src/main/shares/sender.ts';
import type { BulkProgress } from '../../../src/shared/bridge/ledger.ts';
import { createTestDirectory } from '../../fakes/directory.ts';
import { createScriptedHttp } from '../../fakes/http.ts';
import {
  CHEAP,
  ENTRY_ORIGIN,
  entryId,
  everything,
  newEntry,
  openTestVault,
  realKeychain,
} from '../../fakes/ledger-file.ts';

const NOW = Date.parse('2026-06-01T12:00:00.000Z');
const ALL: CatalogueFilter = { search: '', states: [], accountIds: [], from: null, until: null };
const NEWEST = { by: 'created', direction: 'descending' } as const;

let folder: string;
let keychain: Keychain;
let vault: LedgerVault;
let ledger: Ledger;
let listing: Listing;
let sender: Sender;
let now: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'many-'));
  now = NOW;
  keychain = realKeychain();
  await open();
});
afterEach(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});
async function open(): Promise<void> {
  vault = await openTestVault(join(folder, 'ledger.db'), () => now, keychain);
  ({ ledger } = vault);
  listing = createListing(ledger, () => now);
  sender = createSender({
    ledger,
    services: createTestDirectory(createScriptedHttp(), ENTRY_ORIGIN),
    clock: () => now,
    log: { write: () => undefined, read: () => '' },
  });
}

function enqueue(index: number, change: Partial<LedgerRecord> = {}): void {
  ledger.enqueue(newEntry(index, NOW, change), 'envelope');
}
function add(index: number, change: Partial<LedgerRecord> = {}): void {
  enqueue(index, change);
  ledger.deliver(entryId(index), { messageId: `message-${index}`, deleteToken: `token-${index}` });
}
const listed = async (filter: Partial<CatalogueFilter> = {}): Promise<readonly string[]> =>
  listing.ids({ ...ALL, ...filter }, NEWEST);

describe('the listing', () => {
  it('gives its first page before the list is in memory, and the same after', async () => {
    for (let index = 0; index < 30; index += 1) add(index);
    const part = { offset: 10, limit: 5 };
    const first = await listing.query(ALL, NEWEST, part);
    expect(first.total).toBe(30);
    expect(first.records.map(({ name }) => name)).toEqual([19, 18, 17, 16, 15].map((each) => `Name ${each}`));
    await listed();
    expect(await listing.query(ALL, NEWEST, part)).toEqual(first);
  });

  it('keeps up with every kind of change', async () => {
    for (let index = 0; index < 5; index += 1) add(index);
    expect(await listed({ search: 'name 3' })).toEqual([entryId(3)]);
    ledger.setNote(entryId(1), 'Für die Prüfung');
    expect(await listed({ search: 'fur prufung' })).toEqual([entryId(1)]);
    ledger.markDeleted(entryId(2), new Date(now).toISOString());
    expect(await listed({ states: ['deleted'] })).toEqual([entryId(2)]);
    enqueue(7);
    expect(await listed({ states: ['waiting'] })).toEqual([entryId(7)]);
    ledger.forget([entryId(7), entryId(0)]);
    expect(await listed()).toEqual([4, 3, 2, 1].map(entryId));
    const { total, states } = await listing.summary();
    expect(total).toBe(4);
    expect(states).toEqual({ deleted: 1, 'not-reported': 3 });
  });

  it('lists anew when another list is behind it', async () => {
    add(1);
    expect(await listed()).toEqual([entryId(1)]);
    vault.abandon();
    expect(await listed()).toEqual([]);
  });
});

describe('deleting many', () => {
  let progress: BulkProgress[];
  let asked: string[];
  let waits: number[];
  /** What the next attempt at each comes to; once. */
  const answers = new Map<string, ServiceFailure>();
  let delay: number | null;

  function assemble() {
    progress = [];
    asked = [];
    waits = [];
    answers.clear();
    delay = null;
    const reviewer: Reviewer = {
      ask: () => Promise.resolve({ learned: false, missed: null }),
      remove(id) {
        asked.push(id);
        const reason = answers.get(id);
        answers.delete(id);
        const record = ledger.find(id);
        if (reason !== undefined) return Promise.resolve({ outcome: 'failed', reason });
        if (record === null) return Promise.resolve({ outcome: 'not-listed' });
        ledger.markDeleted(id, new Date(now).toISOString());
        return Promise.resolve({ outcome: 'deleted', already: id === entryId(2), share: {} as never });
      },
    };
    const services = createTestDirectory(createScriptedHttp(), ENTRY_ORIGIN, 'work');
    const service = services.byId('work')!;
    services.byId = () => ({
      ...service,
      capabilities: () => Promise.resolve({ ok: true, value: null }),
      delay: () => delay,
    });
    return createBulkDeletion({
      ...{ ledger, services, reviewer, clock: () => (now += 200) },
      tell: (each) => progress.push(each),
      wait: async (milliseconds, stopped) => {
        waits.push(milliseconds);
        if (milliseconds > 100_000) await stopped;
        delay = null;
      },
    });
  }

  it('tells what became of each, and what was gone before', async () => {
    const bulk = assemble();
    for (let index = 0; index < 5; index += 1) add(index);
    answers.set(entryId(3), { code: 'forbidden' });
    const output = await bulk.run([0, 1, 2, 3, 9].map(entryId));
    expect(output).toEqual({
      done: 3,
      already: 1,
      failed: [
        { id: entryId(3), reason: { code: 'forbidden' } },
        { id: entryId(9), reason: { code: 'not-found' } },
      ],
      stopped: 0,
    });
    expect(progress.at(-1)).toEqual({ done: 5, total: 5, waitsUntil: null });
    // Once more: what is deleted is not asked about again, what failed is.
    asked = [];
    expect(await bulk.run([0, 3].map(entryId))).toMatchObject({ done: 2, already: 1, failed: [] });
    expect(asked).toEqual([entryId(3)]);
  });

  it('waits when the service asks to, and for the budget of one that only documents', async () => {
    const bulk = assemble();
    add(0);
    add(1);
    delay = 5_000;
    answers.set(entryId(1), { code: 'rate-limited', retryAfterSeconds: 30 });
    expect(await bulk.run([entryId(0), entryId(1)])).toMatchObject({ done: 2, failed: [] });
    expect(waits).toEqual([5_000, 30_000]);
    expect(asked).toEqual([entryId(0), entryId(1), entryId(1)]);
    expect(progress.filter(({ waitsUntil }) => waitsUntil !== null)).toHaveLength(2);
  });

  it('stops when it is told to, also while it waits', async () => {
    const bulk = assemble();
    for (let index = 0; index < 4; index += 1) add(index);
    answers.set(entryId(1), { code: 'rate-limited', retryAfterSeconds: 900 });
    const running = bulk.run([0, 1, 2, 3].map(entryId));
    await expect.poll(() => waits).toEqual([900_000]);
    expect(bulk.stop()).toBe(true);
    expect(await running).toEqual({ done: 1, already: 0, failed: [], stopped: 3 });
    expect(bulk.stop()).toBe(false);
  });
});

describe('forgetting many', () => {
  let forgetting: Forgetting;
  let fire: () => void;
  beforeEach(() => {
    const schedule = (_milliseconds: number, work: () => void): (() => void) => {
      fire = work;
      return () => {
        fire = () => undefined;
      };
    };
    forgetting = createForgetting({ ledger, listing, sender, keychain, schedule });
    for (let index = 0; index < 4; index += 1) add(index);
  });

  it('hides them at once and removes them when the time is over', async () => {
    await keychain.write(`password:${entryId(1)}`, 'wrapped');
    ledger.notePassword(entryId(1), true);
    const { revision } = ledger;
    expect(forgetting.forget([1, 2, 9].map(entryId))).toBe(2);
    expect(ledger.revision).toBeGreaterThan(revision);
    expect(await listed()).toEqual([3, 0].map(entryId));
    expect(ledger.count()).toBe(4);
    fire();
    await expect.poll(() => ledger.count()).toBe(2);
    expect(await keychain.read(`password:${entryId(1)}`)).toEqual({ ok: true, value: null });
    expect(await listed()).toEqual([3, 0].map(entryId));
  });

  it('brings back what is wanted after all', async () => {
    forgetting.forget([1, 2].map(entryId));
    expect(forgetting.restore([entryId(1)])).toBe(1);
    fire();
    await expect.poll(() => ledger.count()).toBe(3);
    expect(await listed()).toEqual([3, 1, 0].map(entryId));
    expect(forgetting.restore([entryId(2)])).toBe(0);
  });

  it('has lost nothing after a crash in between, and everything after an orderly end', async () => {
    forgetting.forget([1, 2].map(entryId));
    vault.close();
    await open();
    expect(await listed()).toHaveLength(4);
    forgetting = createForgetting({ ledger, listing, sender, keychain, schedule: () => () => undefined });
    forgetting.forget([1, 2].map(entryId));
    await forgetting.finish();
    expect(ledger.count()).toBe(2);
  });

  it('sends nothing afterwards of what was still waiting', async () => {
    enqueue(7);
    forgetting.forget([entryId(7)]);
    fire();
    await expect.poll(() => ledger.find(entryId(7))).toBeNull();
    expect(ledger.outbox('waiting')).toEqual([]);
  });
});

describe('exporting and importing', () => {
  let exchange: Exchange;
  let target: string | null;
  beforeEach(() => {
    target = join(folder, 'export.json');
    exchange = assemble();
  });
  const assemble = (): Exchange =>
    createExchange({
      ...{ ledger, listing, clock: () => now, now: () => now, cost: CHEAP },
      accountOf: (origin) => (origin === ENTRY_ORIGIN ? 'work' : null),
      originOf: (id) => ({ work: ENTRY_ORIGIN, builtin: 'http://127.0.0.1:24000' })[id] ?? null,
      dialogs: { saveAs: () => Promise.resolve(target), open: () => Promise.resolve(target) },
    });
  const content = (): string => readFileSync(target ?? '', 'utf8');
  async function beginAnew(): Promise<void> {
    vault.close();
    for (const name of readdirSync(folder)) if (name.startsWith('ledger.db')) rmSync(join(folder, name));
    await open();
    exchange = assemble();
  }

  it('brings a list back as it was, without delete tokens, and nothing twice', async () => {
    for (let index = 0; index < 5; index += 1) add(index, { note: index === 2 ? 'A note' : null });
    ledger.markDeleted(entryId(4), new Date(now).toISOString());
    enqueue(8);
    const before = everything(ledger);
    expect(await exchange.save({ format: 'json', filter: ALL, ids: null, passphrase: null })).toEqual({
      outcome: 'saved',
      count: 5,
      file: 'export.json',
    });
    expect(content()).not.toContain('token-1');
    expect(await exchange.load(null)).toEqual({ outcome: 'imported', added: 0, known: 5, unreadable: 0 });
    await beginAnew();
    expect(await exchange.load(null)).toEqual({ outcome: 'imported', added: 5, known: 0, unreadable: 0 });
    expect([...everything(ledger)]).toEqual(
      before.filter(({ id }) => id !== entryId(8)).map((each) => ({ ...each, deleteToken: null })),
    );
    expect(ledger.story(entryId(4))?.timeline.map(({ kind }) => kind)).toEqual([
      ...['created', 'sent', 'deleted', 'imported'],
    ]);
    expect(await exchange.load(null)).toMatchObject({ added: 0, known: 5 });
  });

  it('seals everything under a passphrase, delete tokens with it', async () => {
    add(1);
    await exchange.save({ format: 'json', filter: ALL, ids: null, passphrase: 'correct horse' });
    for (const hidden of ['Name 1', 'token-1', 'message-1', 'correct horse'])
      expect(content()).not.toContain(hidden);
    await beginAnew();
    expect(await exchange.load(null)).toEqual({ outcome: 'needs-passphrase' });
    expect(await exchange.load('wrong horse')).toEqual({ outcome: 'failed', why: 'wrong-passphrase' });
    expect(await exchange.load('correct horse')).toMatchObject({ outcome: 'imported', added: 1 });
    expect(ledger.find(entryId(1))).toMatchObject({ deleteToken: 'token-1', name: 'Name 1' });
  });

  it('exports what is filtered, as rows a spreadsheet takes for text', async () => {
    add(1, { name: '=HYPERLINK("https://evil.example")' });
    add(2);
    target = join(folder, 'export.csv');
    const request = {
      format: 'csv',
      filter: { ...ALL, search: 'hyperlink' },
      ids: null,
      passphrase: null,
    } as const;
    expect(await exchange.save(request)).toMatchObject({ outcome: 'saved', count: 1 });
    expect(content()).toContain(`"'=HYPERLINK(""https://evil.example"")",Work,${ENTRY_ORIGIN}/s/message-1,`);
    expect(content()).not.toContain('token-1');
    expect(content()).not.toContain('Name 2');
  });

  it('exports what is selected, as far as it is there and found', async () => {
    for (let index = 1; index <= 4; index += 1) add(index);
    const wanted = {
      format: 'json',
      filter: ALL,
      ids: [entryId(3), entryId(1), entryId(99)],
      passphrase: null,
    } as const;
    expect(await exchange.save(wanted)).toMatchObject({ outcome: 'saved', count: 2 });
    expect(content()).toContain('Name 1');
    expect(content()).not.toContain('Name 2');
    expect(await exchange.save({ ...wanted, filter: { ...ALL, search: 'Name 1' } })).toMatchObject({
      count: 1,
    });
  });

  it.each([
    ['no JSON', 'hello', 'not-an-export'],
    ['another JSON', '{"a":1}', 'not-an-export'],
    ['of a later version', '{"format":"enigmacrypt-sent-list","version":2,"entries":[]}', 'newer'],
    ['without entries', '{"format":"enigmacrypt-sent-list","version":1}', 'not-an-export'],
    ['sealed and cut off', '{"format":"enigmacrypt-sent-list-sealed","version":1}', 'not-an-export'],
  ])('refuses a file that is %s', async (_name, text, why) => {
    writeFileSync(target ?? '', text);
    expect(await exchange.load(null)).toEqual({ outcome: 'failed', why });
  });

  it('takes what it can read of a file somebody has altered, and says how much it could not', async () => {
    add(1);
    add(2);
    await exchange.save({ format: 'json', filter: ALL, ids: null, passphrase: null });
    writeFileSync(target ?? '', content().replace('"messageId":"message-2"', '"messageId":"no id/"'));
    await beginAnew();
    expect(await exchange.load(null)).toEqual({ outcome: 'imported', added: 1, known: 0, unreadable: 1 });
  });

  it('writes nothing when the person thinks better of it, or the folder is not there', async () => {
    target = null;
    expect(await exchange.save({ format: 'csv', filter: ALL, ids: null, passphrase: null })).toEqual({
      outcome: 'cancelled',
    });
    expect(await exchange.load(null)).toEqual({ outcome: 'cancelled' });
    target = join(folder, 'nowhere', 'export.json');
    expect(await exchange.save({ format: 'json', filter: ALL, ids: null, passphrase: null })).toMatchObject({
      why: 'storage',
    });
    expect(await exchange.load(null)).toMatchObject({ why: 'storage' });
  });
});
