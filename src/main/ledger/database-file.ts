/** The list's file: opened, brought up to date with a backup before, proved to belong to a key, set aside. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RowSeal } from './row-seal.ts';
import { migrate, SCHEMA_VERSION, versionOf } from './schema.ts';

export function openDatabase(location: string): DatabaseSync {
  if (location !== IN_MEMORY) mkdirSync(dirname(location), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(location, { enableForeignKeyConstraints: true, timeout: 5_000 });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    // What is read shows whether the file is a database at all.
    versionOf(database);
  } catch (problem) {
    database.close();
    throw problem;
  }
  return database;
}

export const IN_MEMORY = ':memory:';

/** Fits the file to this program and proves that the key belongs to it. Closes it unless it is ready. */
export function prepareDatabase(
  database: DatabaseSync,
  seal: RowSeal,
  file: string,
): 'ready' | 'newer' | 'unreadable' {
  let state: 'ready' | 'newer' | 'unreadable' = 'unreadable';
  try {
    state = bringUpToDate(database, seal, file);
  } catch (problem) {
    if (!isDamage(problem)) {
      database.close();
      throw problem;
    }
  }
  if (state !== 'ready') database.close();
  return state;
}

function bringUpToDate(
  database: DatabaseSync,
  seal: RowSeal,
  file: string,
): 'ready' | 'newer' | 'unreadable' {
  const version = versionOf(database);
  if (version > SCHEMA_VERSION) return 'newer';
  if (version > 0) {
    // Another key's file is none of ours: it is not touched.
    if (!provesKey(database, seal) || !isSound(database)) return 'unreadable';
    if (version < SCHEMA_VERSION) backUp(database, file, version);
  }
  migrate(database);
  if (version === 0) writeProof(database, seal);
  return 'ready';
}

/** Reads every page once: damage in the middle would show only when somebody looks there. */
function isSound(database: DatabaseSync): boolean {
  const found = database.prepare('PRAGMA quick_check(1)').get();
  return found !== undefined && Object.values(found)[0] === 'ok';
}

const KEY_CHECK = 'key-check';

function provesKey(database: DatabaseSync, seal: RowSeal): boolean {
  const check = database.prepare("SELECT value FROM meta WHERE name = 'key-check'").get()?.['value'];
  if (check instanceof Uint8Array) return seal.open(check, KEY_CHECK) === KEY_CHECK;
  // Killed between making the file and this proof: nothing was ever written under any key.
  if (Number(database.prepare('SELECT count(*) AS count FROM share').get()?.['count']) > 0) return false;
  writeProof(database, seal);
  return true;
}

function writeProof(database: DatabaseSync, seal: RowSeal): void {
  database
    .prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('key-check', ?)")
    .run(seal.seal(KEY_CHECK, KEY_CHECK));
}

/** A whole copy before the file is changed; the one before it goes once this one is there. */
function backUp(database: DatabaseSync, file: string, version: number): void {
  if (file === IN_MEMORY) return;
  const copy = `${file}.before-${version + 1}`;
  rmSync(`${copy}.new`, { force: true });
  database.prepare('VACUUM INTO ?').run(`${copy}.new`);
  renameSync(`${copy}.new`, copy);
  const older = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.before-`));
  for (const name of older) if (join(dirname(file), name) !== copy) rmSync(join(dirname(file), name));
}

/** SQLITE_CORRUPT and SQLITE_NOTADB (https://sqlite.org/rescode.html), also in their extended forms. */
const DAMAGE: readonly number[] = [11, 26];

export function isDamage(problem: unknown): boolean {
  return (
    typeof problem === 'object' &&
    problem !== null &&
    'errcode' in problem &&
    typeof problem.errcode === 'number' &&
    DAMAGE.includes(problem.errcode & 0xff)
  );
}

/** Renames it with its companions, and answers where it is now. */
export function setAside(file: string, now: number): string {
  const aside = `${file}.set-aside-${now}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return aside;
}
