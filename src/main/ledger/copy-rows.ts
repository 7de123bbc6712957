/** Takes over what can be read of one list into another, row by row: from a damaged file, or under another key. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { placeOf, type Row } from './rows.ts';
import type { RowSeal } from './row-seal.ts';
import { transaction } from './transaction.ts';

export interface Copied {
  readonly kept: number;
  readonly lost: number;
}

interface List {
  readonly database: DatabaseSync;
  readonly seal: RowSeal;
}

/** One row each: a damaged page must not take its neighbours with it. */
export function copyRows(from: List, to: List): Copied {
  const highest = attempt(() =>
    Number(from.database.prepare('SELECT max(rowid) AS top FROM share').get()?.['top'] ?? 0),
  );
  const ids = attempt(() => from.database.prepare('SELECT id FROM share').all()) ?? [];
  const last = Math.max(highest ?? 0, ids.length);
  const seen = { kept: 0, lost: 0 };
  transaction(to.database, () => {
    for (const row of rowsOf(from.database, last)) {
      const isKept = row !== null && copyRow(row, from, to);
      if (isKept) seen.kept += 1;
      else seen.lost += 1;
    }
  });
  return seen;
}

/** Null for a row that is there and cannot be read. */
function* rowsOf(database: DatabaseSync, last: number): Generator<Row | null> {
  const statement = attempt(() => database.prepare('SELECT * FROM share WHERE rowid = ?'));
  if (statement === null) return;
  for (let rowid = 1; rowid <= last; rowid += 1) {
    let row: Row | undefined;
    try {
      row = statement.get(rowid);
    } catch {
      yield null;
      continue;
    }
    if (row !== undefined) yield row;
  }
}

function copyRow(row: Row, from: List, to: List): boolean {
  const id = String(row['id']);
  const sealed = row['sealed'];
  const text = sealed instanceof Uint8Array ? from.seal.open(sealed, placeOf(id)) : null;
  if (text === null) return false;
  const isNew = insert(to.database, 'share', { ...row, sealed: to.seal.seal(text, placeOf(id)) });
  if (!isNew) return true;
  for (const table of ['outbox', 'event'] as const) {
    const parts =
      attempt(() => from.database.prepare(`SELECT * FROM ${table} WHERE share_id = ?`).all(id)) ?? [];
    for (const part of parts) {
      // The new list counts its events itself.
      insert(
        to.database,
        table,
        Object.fromEntries(Object.entries(part).filter(([column]) => column !== 'sequence')),
      );
    }
  }
  return true;
}

function insert(database: DatabaseSync, table: string, row: Record<string, SQLInputValue>): boolean {
  const columns = Object.keys(row);
  const values = Object.values(row);
  const places = columns.map(() => '?').join(', ');
  const statement = database.prepare(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
  );
  return Number(statement.run(...values).changes) > 0;
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
