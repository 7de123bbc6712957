import type { DatabaseSync } from 'node:sqlite';

/**
 * Each step takes the file from version n to n + 1 and is never changed once released. Plain columns hold
 * times, counts and states only; names, links and delete tokens are inside `sealed`.
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
];

export const SCHEMA_VERSION = steps.length;

/** Brings the file up to date in one transaction each step. False when a newer program wrote it. */
export function migrate(database: DatabaseSync): boolean {
  const row = database.prepare('PRAGMA user_version').get();
  const version = Number(row?.['user_version'] ?? 0);
  if (version > SCHEMA_VERSION) return false;
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
  return true;
}
