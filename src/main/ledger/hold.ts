import { DatabaseSync } from 'node:sqlite';

/**
 * Holds the list for this program alone, by SQLite's lock on a small file beside it: the system lets go of it
 * when the program ends, however it ends. Null when another program has it.
 */
export function hold(file: string): (() => void) | null {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
  } catch (problem) {
    database.close();
    if (isBusy(problem)) return null;
    throw problem;
  }
  return () => {
    database.close();
  };
}

/** SQLITE_BUSY (https://sqlite.org/rescode.html). */
const isBusy = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && 'errcode' in problem && problem.errcode === 5;
