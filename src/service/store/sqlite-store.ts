import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type MessageId, messageIdSchema } from '../../core/api/wire.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { migrate, type SchemaError } from './schema.ts';
import {
  REPLAY_LIFETIME_MS,
  endOf,
  type MessageEnd,
  type NewMessage,
  type OpenOutcome,
  type ReplayRecord,
  type Store,
  type StoredMessage,
} from './store.ts';

export type OpenStoreError = SchemaError | 'data-unusable';

const millis = z.int();
const bytes = z.instanceof(Uint8Array);

const messageRow = z.object({
  message_id: messageIdSchema,
  created_at: millis,
  expires_at: millis.nullable(),
  max_access: z.int().nullable(),
  access_count: z.int(),
  first_access_at: millis.nullable(),
  last_access_at: millis.nullable(),
  ended_by: z.enum(['exhausted', 'expired', 'deleted']).nullable(),
  owner_hash: bytes.nullable(),
  delete_token_hash: bytes.nullable(),
});
const MESSAGE_COLUMNS = Object.keys(messageRow.shape).join(', ');

const envelopeRow = z.object({ envelope: z.string() });

const replayRow = z.object({
  key_hash: bytes,
  fingerprint: bytes,
  salt: bytes,
  message_id: messageIdSchema,
  created_at: millis,
});

const checkpointRow = z.object({ busy: z.int() });

const foundRow = z.object({ found: z.int() });

const dueRow = z.object({ due: millis.nullable() });

/**
 * Opens or creates the database at `file`, readable by its owner only.
 *
 * Durable: write-ahead log with a flush to disk at each commit. Wiped content does not linger: freed pages are
 * overwritten (`secure_delete`) and the log is folded back and cut to nothing after each wipe.
 */
export function openSqliteStore(file: string): Result<Store, OpenStoreError> {
  let database: DatabaseSync;
  try {
    const path = resolve(file);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // SQLite gives its log files the mode of the main file, so that one has to be right from the start.
    closeSync(openSync(path, 'a', 0o600));
    database = new DatabaseSync(path, { timeout: 5000 });
  } catch {
    return err('data-unusable');
  }
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;',
    );
    const migrated = migrate(database);
    if (migrated.ok) return ok(new SqliteStore(database));
    database.close();
    return migrated;
  } catch {
    database.close();
    return err('data-unusable');
  }
}

const prepareAll = (database: DatabaseSync) => ({
  insertMessage: database.prepare(
    `INSERT INTO messages (message_id, created_at, expires_at, max_access, owner_hash, delete_token_hash, name, envelope)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  insertReplay: database.prepare(
    'INSERT INTO replays (key_hash, fingerprint, salt, message_id, created_at) VALUES (?, ?, ?, ?, ?)',
  ),
  findMessage: database.prepare(`SELECT ${MESSAGE_COLUMNS} FROM messages WHERE message_id = ?`),
  findReplay: database.prepare(
    'SELECT key_hash, fingerprint, salt, message_id, created_at FROM replays WHERE key_hash = ?',
  ),
  readEnvelope: database.prepare('SELECT envelope FROM messages WHERE message_id = ?'),
  countAccess: database.prepare(
    `UPDATE messages SET access_count = access_count + 1, first_access_at = coalesce(first_access_at, ?),
     last_access_at = ? WHERE message_id = ?`,
  ),
  wipe: database.prepare(
    `UPDATE messages SET envelope = NULL, name = NULL, ended_by = ?, ended_at = ?
     WHERE message_id = ? AND ended_by IS NULL`,
  ),
  wipeExpired: database.prepare(
    `UPDATE messages SET envelope = NULL, name = NULL, ended_by = 'expired', ended_at = ?
     WHERE expires_at <= ? AND ended_by IS NULL`,
  ),
  forgetReplays: database.prepare('DELETE FROM replays WHERE created_at <= ?'),
  nextDue: database.prepare(
    `SELECT min(due) AS due FROM (
       SELECT min(expires_at) AS due FROM messages WHERE expires_at IS NOT NULL AND ended_by IS NULL
       UNION ALL SELECT min(created_at) + ${REPLAY_LIFETIME_MS} FROM replays
     )`,
  ),
  holdsAnything: database.prepare(
    `SELECT EXISTS (SELECT 1 FROM messages WHERE ended_by IS NULL AND (expires_at IS NULL OR expires_at > ?)) AS found`,
  ),
  checkpoint: database.prepare('PRAGMA wal_checkpoint(TRUNCATE)'),
});

/** SQLite answers at once; the port's other databases will not. What it throws becomes a rejection. */
const settled = <T>(run: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(run());
  });

class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #statements: ReturnType<typeof prepareAll>;
  #logHoldsWiped = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statements = prepareAll(database);
  }

  create(message: NewMessage, replay: ReplayRecord | null): Promise<'created' | 'id-taken' | 'key-taken'> {
    return this.#transaction(() => {
      if (replay !== null) {
        this.#forgetOldReplays(message.createdAt);
        if (this.#replay(replay.keyHash) !== null) return 'key-taken';
      }
      if (this.#message(message.messageId) !== null) return 'id-taken';
      this.#statements.insertMessage.run(
        message.messageId,
        message.createdAt,
        message.expiresAt,
        message.maxAccess,
        message.ownerHash,
        message.deleteTokenHash,
        message.name,
        message.envelope,
      );
      if (replay !== null) {
        const { keyHash, fingerprint, salt, messageId, createdAt } = replay;
        this.#statements.insertReplay.run(keyHash, fingerprint, salt, messageId, createdAt);
      }
      return 'created';
    });
  }

  findReplay(keyHash: Uint8Array, now: number): Promise<ReplayRecord | null> {
    return settled(() => {
      const replay = this.#replay(keyHash);
      return replay !== null && replay.createdAt > now - REPLAY_LIFETIME_MS ? replay : null;
    });
  }

  open(messageId: MessageId, now: number): Promise<OpenOutcome> {
    return this.#transaction((): OpenOutcome => {
      const message = this.#message(messageId);
      if (message === null) return { kind: 'unknown' };
      const end = endOf(message, now);
      if (end !== null) {
        this.#wipe(messageId, end, now);
        return { kind: 'ended', end };
      }
      const { envelope } = envelopeRow.parse(this.#statements.readEnvelope.get(messageId));
      this.#statements.countAccess.run(now, now, messageId);
      const accessCount = message.accessCount + 1;
      const { maxAccess, expiresAt } = message;
      if (maxAccess !== null && accessCount >= maxAccess) this.#wipe(messageId, 'exhausted', now);
      return { kind: 'opened', envelope, accessCount, maxAccess, expiresAt };
    });
  }

  find(messageIds: readonly MessageId[]): Promise<readonly StoredMessage[]> {
    return settled(() => messageIds.map((id) => this.#message(id)).filter((message) => message !== null));
  }

  remove(messageId: MessageId, now: number): Promise<void> {
    return this.#transaction(() => {
      const message = this.#message(messageId);
      if (message !== null) this.#wipe(messageId, endOf(message, now) ?? 'deleted', now);
    });
  }

  sweep(now: number): Promise<void> {
    return this.#transaction(() => {
      this.#forgetOldReplays(now);
      if (this.#statements.wipeExpired.run(now, now).changes !== 0) this.#logHoldsWiped = true;
    });
  }

  nextDue(): Promise<number | null> {
    return settled(() => dueRow.parse(this.#statements.nextDue.get()).due);
  }

  holdsAnything(now: number): Promise<boolean> {
    return settled(() => foundRow.parse(this.#statements.holdsAnything.get(now)).found !== 0);
  }

  close(): Promise<void> {
    return settled(() => {
      this.#database.close();
    });
  }

  #message(messageId: MessageId): StoredMessage | null {
    const row = this.#statements.findMessage.get(messageId);
    return row === undefined ? null : toMessage(messageRow.parse(row));
  }

  #wipe(messageId: MessageId, end: MessageEnd, now: number): void {
    if (this.#statements.wipe.run(end, now, messageId).changes !== 0) this.#logHoldsWiped = true;
  }

  #forgetOldReplays(now: number): void {
    this.#statements.forgetReplays.run(now - REPLAY_LIFETIME_MS);
  }

  #replay(keyHash: Uint8Array): ReplayRecord | null {
    const found = this.#statements.findReplay.get(keyHash);
    if (found === undefined) return null;
    const row = replayRow.parse(found);
    return {
      keyHash: row.key_hash,
      fingerprint: row.fingerprint,
      salt: row.salt,
      messageId: row.message_id,
      createdAt: row.created_at,
    };
  }

  /** Takes the write lock first, so that what is read inside still holds when it is written. */
  #transaction<T>(run: () => T): Promise<T> {
    return settled(() => {
      this.#database.exec('BEGIN IMMEDIATE');
      try {
        const value = run();
        this.#database.exec('COMMIT');
        this.#cutLog();
        return value;
      } catch (error) {
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** Wiped content is still readable in the log until it is folded back into the main file. */
  #cutLog(): void {
    if (!this.#logHoldsWiped) return;
    const { busy } = checkpointRow.parse(this.#statements.checkpoint.get());
    // Another process may be reading; then the next transaction tries again.
    this.#logHoldsWiped = busy !== 0;
  }
}

function toMessage(row: z.output<typeof messageRow>): StoredMessage {
  return {
    messageId: row.message_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    maxAccess: row.max_access,
    accessCount: row.access_count,
    firstAccessAt: row.first_access_at,
    lastAccessAt: row.last_access_at,
    end: row.ended_by,
    ownerHash: row.owner_hash,
    deleteTokenHash: row.delete_token_hash,
  };
}
