import type { DatabaseSync } from 'node:sqlite';

/**
 * Each step takes the file from version n to n + 1 and is never changed once released. Plain columns hold
 * times, counts and states only; names, notes, links and delete tokens are inside `sealed`.
 */
const steps: readonly string[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;

  CREATE TABLE share (
    id TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    delivery TEXT NOT NULL CHECK (delivery IN ('waiting', 'uncertain', 'delivered')),
    reported_state TEXT,
    access_count INTEGER,
    first_access_at INTEGER,
    deleted_at INTEGER,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE INDEX share_by_time ON share (created_at DESC);

  -- What has not been acknowledged yet. The envelope is ciphertext already.
  CREATE TABLE outbox (
    share_id TEXT PRIMARY KEY REFERENCES share (id) ON DELETE CASCADE,
    envelope TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- 1 from just before the request leaves until its outcome is stored: found set at start, the outcome
    -- of that attempt is not known.
    in_flight INTEGER NOT NULL DEFAULT 0,
    reason TEXT
  ) STRICT;
  `,
  `
  -- 1 while the keychain holds the wrapped password, NULL where an earlier program did not write it down.
  ALTER TABLE share ADD COLUMN password_kept INTEGER;
  -- When the service answered last, and when it is to be asked next; NULL for never.
  ALTER TABLE share ADD COLUMN asked_at INTEGER;
  ALTER TABLE share ADD COLUMN ask_at INTEGER;
  -- 1 once nothing can happen to it any more.
  ALTER TABLE share ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE share ADD COLUMN expiry_noted INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE share ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0;
  UPDATE share SET ended = 1
    WHERE deleted_at IS NOT NULL OR reported_state IN ('exhausted', 'expired', 'deleted', 'unknown');
  UPDATE share SET ask_at = 0 WHERE ended = 0 AND delivery = 'delivered';
  CREATE INDEX share_to_ask ON share (ask_at) WHERE ask_at IS NOT NULL;
  CREATE INDEX share_to_expire ON share (expires_at)
    WHERE ended = 0 AND expiry_noted = 0 AND delivery = 'delivered' AND expires_at IS NOT NULL;

  -- What happened to each: kinds, times and counts only.
  CREATE TABLE event (
    sequence INTEGER PRIMARY KEY,
    share_id TEXT NOT NULL REFERENCES share (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('service', 'here')),
    count INTEGER
  ) STRICT;
  CREATE INDEX event_by_share ON event (share_id);
  INSERT INTO event (share_id, at, kind, source) SELECT id, created_at, 'created', 'here' FROM share ORDER BY rowid;
  INSERT INTO event (share_id, at, kind, source)
    SELECT id, first_access_at, 'first-opened', 'service' FROM share WHERE first_access_at IS NOT NULL;
  INSERT INTO event (share_id, at, kind, source)
    SELECT id, deleted_at, 'deleted', 'service' FROM share WHERE deleted_at IS NOT NULL;
  `,
];

export const SCHEMA_VERSION = steps.length;

/** 0 for a file that was just made. */
export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

/** Brings the file up to date in one transaction each step. False when a newer program wrote it. */
export function migrate(database: DatabaseSync): boolean {
  const version = versionOf(database);
  if (version > SCHEMA_VERSION) return false;
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
  return true;
}
