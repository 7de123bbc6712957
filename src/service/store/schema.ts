import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';

/**
 * One entry per version, applied in order; `PRAGMA user_version` says how many have been. Entries are never
 * changed once they have been released, only added to.
 *
 * `envelope` is the last column because SQLite then reads the others without touching the content's pages.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE messages (
    message_id        TEXT PRIMARY KEY,
    created_at        INTEGER NOT NULL,
    expires_at        INTEGER,
    max_access        INTEGER CHECK (max_access >= 1),
    access_count      INTEGER NOT NULL DEFAULT 0 CHECK (max_access IS NULL OR access_count <= max_access),
    first_access_at   INTEGER,
    last_access_at    INTEGER,
    ended_at          INTEGER,
    ended_by          TEXT CHECK (ended_by IN ('exhausted', 'expired', 'deleted')),
    owner_hash        BLOB,
    delete_token_hash BLOB,
    name              TEXT,
    envelope          TEXT,
    CHECK ((envelope IS NULL) = (ended_by IS NOT NULL)),
    CHECK (ended_by IS NULL OR (ended_at IS NOT NULL AND name IS NULL))
  ) STRICT;
  CREATE INDEX messages_due ON messages (expires_at) WHERE expires_at IS NOT NULL AND ended_by IS NULL;

  CREATE TABLE replays (
    key_hash    BLOB PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    salt        BLOB NOT NULL,
    message_id  TEXT NOT NULL REFERENCES messages (message_id),
    created_at  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX replays_by_age ON replays (created_at);
  `,
];

/** "ENCS": tells our files from other programs' SQLite databases. */
const APPLICATION_ID = 0x454e4353;

export type SchemaError =
  /** Some other program's database. */
  | 'data-foreign'
  /** Written by a newer version of this program. */
  | 'data-newer';

/** Brings the database to the newest version, or says why it must not be touched. */
export function migrate(database: DatabaseSync): Result<null, SchemaError> {
  const version = readPragma(database, 'user_version');
  const applicationId = readPragma(database, 'application_id');
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (applicationId !== APPLICATION_ID && !(isEmpty && applicationId === 0 && version === 0)) {
    return err('data-foreign');
  }
  if (version > MIGRATIONS.length) return err('data-newer');
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < version) continue;
    database.exec(
      `BEGIN IMMEDIATE; ${migration}
       PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${index + 1}; COMMIT;`,
    );
  }
  return ok(null);
}

function readPragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  const row = database.prepare(`PRAGMA ${name}`).get();
  return z.number().parse(row?.[name]);
}
