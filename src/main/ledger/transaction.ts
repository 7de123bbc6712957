import type { DatabaseSync } from 'node:sqlite';

/** All or nothing, also when the work throws. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (problem) {
    // SQLite has rolled back by itself where the disk was full.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw problem;
  }
}
