/** Files of the list that somebody else wrote, and folders in which somebody else may write. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExchange, type Exchange } from '../../../src/main/exchange/exchange.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { createListing } from '../../../src/main/ledger/listing.ts';
import type { LedgerVault } from '../../../src/main/ledger/vault.ts';
import { CHEAP, everything, openTestVault } from '../../fakes/ledger-file.ts';

const NOW = Date.parse('2026-06-01T12:00:00.000Z');
const ORIGIN = 'https://enigma.example';
const ALL = { search: '', states: [], accountIds: [], from: null, until: null };
const ID = '0b6c1b1e-6d3e-4f57-9a59-2f3a5d0c0001';

let folder: string;
let target: string;
let vaults: LedgerVault[];
let ledger: Ledger;
let exchange: Exchange;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foreign-'));
  mkdirSync(join(folder, 'exports'));
  target = join(folder, 'exports', 'export.json');
  vaults = [];
  await beginAnew();
});
afterEach(() => {
  for (const vault of vaults) vault.close();
  rmSync(folder, { recursive: true });
});

async function beginAnew(): Promise<void> {
  const vault = await openTestVault(join(folder, `list-${vaults.length}.db`), () => NOW);
  vaults.push(vault);
  ({ ledger } = vault);
  exchange = createExchange({
    ...{ ledger, listing: createListing(ledger, () => NOW), clock: () => NOW, now: () => NOW, cost: CHEAP },
    accountOf: (origin) => (origin === ORIGIN ? 'work' : null),
    originOf: (id) => ({ work: ORIGIN, builtin: 'http://127.0.0.1:24000' })[id] ?? null,
    dialogs: { saveAs: () => Promise.resolve(target), open: () => Promise.resolve(target) },
  });
}

function add(service = { id: 'work', name: 'Work', origin: ORIGIN }): void {
  const createdAt = new Date(NOW).toISOString();
  const nothing = { messageId: null, deleteToken: null, note: null, report: null, firstAccessAt: null };
  ledger.enqueue(
    {
      ...nothing,
      ...{ id: ID, name: 'Router', service, createdAt, expiresAt: null, maxAccess: 3 },
      ...{ delivery: 'waiting', deletedAt: null, reason: null },
    },
    'envelope',
  );
  ledger.deliver(ID, { messageId: 'a8Kx9pQ2', deleteToken: 'token' });
}

async function saveAnd(alter: (text: string) => string, passphrase: string | null = null): Promise<void> {
  await exchange.save({ format: 'json', filter: ALL, ids: null, passphrase });
  writeFileSync(target, alter(readFileSync(target, 'utf8')));
}

describe('a file of the list', () => {
  it.each([
    ...['javascript:alert(1)', 'file:///etc', 'data:,x'],
    ...['http://evil.example', 'https://evil.example/deep'],
  ])('makes no link of an address that no service has: %s', async (origin) => {
    add();
    await saveAnd((text) => text.replaceAll(ORIGIN, origin));
    await beginAnew();
    expect(await exchange.load(null)).toEqual({ outcome: 'imported', added: 0, known: 0, unreadable: 1 });
  });

  it.each([
    ['work', 'https://evil.example', 'imported:https://evil.example'],
    ['builtin', 'https://evil.example', 'imported:https://evil.example'],
    ['builtin', 'http://127.0.0.1:25000', 'builtin'],
    ['elsewhere', 'https://evil.example', 'elsewhere'],
    ['elsewhere', ORIGIN, 'work'],
  ])('puts what the account %s sent to %s under %s', async (id, origin, expected) => {
    add({ id, name: 'Work', origin });
    await saveAnd((text) => text);
    await beginAnew();
    expect(await exchange.load(null)).toMatchObject({ outcome: 'imported', added: 1 });
    expect(everything(ledger)).toMatchObject([{ service: { id: expected, origin } }]);
  });

  it.each([
    ['is no power of two', { N: 2 ** 14 + 1 }],
    ['takes all memory', { N: 2 ** 20, r: 16 }],
    ['has a key of another length', { wrapped: Buffer.alloc(40).toString('base64') }],
    ['has no end', { salt: 'A'.repeat(100_000) }],
  ])('is answered in words when it is sealed and its key %s', async (_name, change) => {
    add();
    await saveAnd((text) => {
      const file = JSON.parse(text) as { key: object };
      return JSON.stringify({ ...file, key: { ...file.key, ...change } });
    }, 'correct horse');
    await exchange.load(null);
    expect(await exchange.load('correct horse')).toMatchObject({ outcome: 'failed' });
  });
});

describe.skipIf(process.platform === 'win32')('an export', () => {
  it('writes over nothing that lies beside it, and follows no link there', async () => {
    add();
    const other = join(folder, 'other');
    writeFileSync(other, 'untouched');
    symlinkSync(other, `${target}.part`);
    expect(await exchange.save({ format: 'json', filter: ALL, ids: null, passphrase: null })).toMatchObject({
      count: 1,
    });
    expect(readFileSync(other, 'utf8')).toBe('untouched');
    expect(readdirSync(join(folder, 'exports'))).toEqual(['export.json', 'export.json.part']);
  });
});
