import type { DatabaseSync } from 'node:sqlite';
import { SELECT_OUTBOX, SELECT_RECORD } from './rows.ts';

/** Every statement of the list that is used again and again, prepared once. */
export const prepareStatements = (database: DatabaseSync) => ({
  ...prepareReading(database),
  ...prepareOutbox(database),
  ...prepareWriting(database),
});

const prepareReading = (database: DatabaseSync) => ({
  find: database.prepare(`${SELECT_RECORD} WHERE share.id = ?`),
  count: database.prepare('SELECT count(*) AS count FROM share'),
  page: database.prepare(
    `${SELECT_RECORD} ORDER BY share.created_at DESC, share.rowid DESC LIMIT ? OFFSET ?`,
  ),
  after: database.prepare('SELECT rowid AS sequence, * FROM share WHERE rowid > ? ORDER BY rowid LIMIT ?'),
  entriesAfter: database.prepare(
    `SELECT rowid AS sequence, id, created_at, expires_at, delivery, reported_state, access_count, deleted_at, sealed
     FROM share WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  ),
  isExpiryNoted: database.prepare('SELECT expiry_noted AS noted FROM share WHERE id = ?'),
});

const prepareOutbox = (database: DatabaseSync) => ({
  insertOutbox: database.prepare('INSERT INTO outbox (share_id, envelope) VALUES (?, ?)'),
  begin: database.prepare('UPDATE outbox SET in_flight = 1, attempts = attempts + 1 WHERE share_id = ?'),
  clearOutbox: database.prepare('DELETE FROM outbox WHERE share_id = ?'),
  setDelivery: database.prepare('UPDATE share SET delivery = ? WHERE id = ?'),
  changeExpiry: database.prepare("UPDATE share SET expires_at = ? WHERE id = ? AND delivery <> 'delivered'"),
  postpone: database.prepare('UPDATE outbox SET in_flight = 0, reason = ? WHERE share_id = ?'),
  outbox: database.prepare(`${SELECT_OUTBOX} WHERE delivery = ? ORDER BY share.created_at`),
  outboxItem: database.prepare(`${SELECT_OUTBOX} WHERE share.id = ?`),
});

const prepareWriting = (database: DatabaseSync) => ({
  insert: database.prepare(
    `INSERT INTO share (id, created_at, expires_at, delivery, password_kept, sealed)
     VALUES (?, ?, ?, 'waiting', 0, ?)`,
  ),
  adopt: database.prepare(
    `INSERT INTO share (id, created_at, expires_at, delivery, reported_state, access_count, first_access_at,
       deleted_at, sealed, ask_at, ended, expiry_noted, password_kept)
     VALUES (?, ?, ?, 'delivered', ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  ),
  deliver: database.prepare("UPDATE share SET delivery = 'delivered', sealed = ?, ask_at = ? WHERE id = ?"),
  reseal: database.prepare('UPDATE share SET sealed = ? WHERE id = ?'),
  asked: database.prepare('UPDATE share SET asked_at = ? WHERE id = ?'),
  askAt: database.prepare('UPDATE share SET ask_at = ? WHERE id = ? AND ended = 0'),
  report: database.prepare(
    `UPDATE share SET reported_state = ?, access_count = coalesce(?, access_count),
     first_access_at = coalesce(?, first_access_at) WHERE id = ?`,
  ),
  end: database.prepare('UPDATE share SET ended = 1, ask_at = NULL WHERE id = ?'),
  markDeleted: database.prepare('UPDATE share SET deleted_at = ?, ended = 1, ask_at = NULL WHERE id = ?'),
  noteExpiry: database.prepare('UPDATE share SET expiry_noted = 1 WHERE id = ? AND expiry_noted = 0'),
  remind: database.prepare('UPDATE share SET reminded = 1 WHERE id = ?'),
  password: database.prepare('UPDATE share SET password_kept = ? WHERE id = ?'),
  forget: database.prepare('DELETE FROM share WHERE id = ?'),
});
