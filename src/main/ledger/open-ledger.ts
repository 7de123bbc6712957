import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Keychain } from '../keychain/keychain.ts';
import { type Ledger, SqliteLedger } from './ledger.ts';
import { createRowSeal, LEDGER_KEY_BYTES, type RowSeal } from './row-seal.ts';
import { migrate } from './schema.ts';

/** What a person has to be told about the list of this run. */
export type LedgerNotice = 'ledger-set-aside' | 'ledger-newer' | 'ledger-in-memory' | 'keychain-unavailable';

export interface OpenedLedger {
  readonly ledger: Ledger;
  readonly notices: readonly LedgerNotice[];
}

/**
 * Opens the list, whatever state it is in. A file that cannot be read (another key, damage) is kept aside and
 * a new one begun; one that may be readable another day (keychain locked, newer program) is left where it is
 * and this run uses memory. Nothing is ever deleted.
 */
export async function openLedger(file: string, keychain: Keychain, now: number): Promise<OpenedLedger> {
  if (keychain.backend === 'memory') return inMemory();
  const key = await ledgerKey(keychain);
  if (key === null) return inMemory('keychain-unavailable');
  const seal = createRowSeal(key);
  try {
    const opened = openFile(file, seal);
    if (opened === 'newer') return inMemory('ledger-newer');
    if (opened !== 'unreadable') return { ledger: opened, notices: [] };
    setAside(file, now);
    const fresh = openFile(file, seal);
    return typeof fresh === 'string'
      ? inMemory('ledger-in-memory')
      : { ledger: fresh, notices: ['ledger-set-aside'] };
  } catch {
    // The folder cannot be written, the disk is full: the program still has to be usable.
    return inMemory('ledger-in-memory');
  }
}

/** The key from the keychain, made at first use. Null when the keychain does not say whether there is one. */
async function ledgerKey(keychain: Keychain): Promise<Uint8Array | null> {
  const stored = await keychain.read('ledger-key');
  if (!stored.ok) return null;
  const key = stored.value === null ? null : Buffer.from(stored.value, 'base64');
  if (key?.length === LEDGER_KEY_BYTES) return key;
  const fresh = randomBytes(LEDGER_KEY_BYTES);
  const written = await keychain.write('ledger-key', fresh.toString('base64'));
  return written.ok ? fresh : null;
}

function openFile(file: string, seal: RowSeal): Ledger | 'newer' | 'unreadable' {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let database: DatabaseSync;
  try {
    database = openDatabase(file);
  } catch (problem) {
    if (isDamage(problem)) return 'unreadable';
    throw problem;
  }
  const state = prepareDatabase(database, seal);
  if (state === 'ready') return new SqliteLedger(database, seal);
  database.close();
  return state;
}

function openDatabase(location: string): DatabaseSync {
  const database = new DatabaseSync(location, { enableForeignKeyConstraints: true, timeout: 5_000 });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  } catch (problem) {
    database.close();
    throw problem;
  }
  return database;
}

/** Fits the file to this program and proves that the key belongs to it. */
function prepareDatabase(database: DatabaseSync, seal: RowSeal): 'ready' | 'newer' | 'unreadable' {
  try {
    if (!migrate(database)) return 'newer';
    const check = database.prepare("SELECT value FROM meta WHERE name = 'key-check'").get()?.['value'];
    if (check instanceof Uint8Array)
      return seal.open(check, KEY_CHECK) === KEY_CHECK ? 'ready' : 'unreadable';
    database
      .prepare("INSERT INTO meta (name, value) VALUES ('key-check', ?)")
      .run(seal.seal(KEY_CHECK, KEY_CHECK));
    return 'ready';
  } catch (problem) {
    if (isDamage(problem)) return 'unreadable';
    throw problem;
  }
}

const KEY_CHECK = 'key-check';

/** SQLITE_CORRUPT and SQLITE_NOTADB (https://sqlite.org/rescode.html). */
const DAMAGE: readonly unknown[] = [11, 26];

function isDamage(problem: unknown): boolean {
  return (
    typeof problem === 'object' &&
    problem !== null &&
    'errcode' in problem &&
    DAMAGE.includes(problem.errcode)
  );
}

function setAside(file: string, now: number): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.set-aside-${now}${suffix}`);
  }
}

function inMemory(...notices: LedgerNotice[]): OpenedLedger {
  const database = openDatabase(':memory:');
  migrate(database);
  return { ledger: new SqliteLedger(database, createRowSeal(randomBytes(LEDGER_KEY_BYTES))), notices };
}
