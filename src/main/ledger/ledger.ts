/** The list of everything sent, and the outbox in the same file so that one transaction moves between them. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Created } from '../../core/api/client.ts';
import { type ServiceFailure, serviceFailureSchema } from '../../core/api/failure.ts';
import type { StatusRow } from '../../core/api/wire.ts';
import type { ServiceReport } from '../../core/secret/state.ts';
import { type LedgerRecord, type OutboxItem, type SealedPart, sealedPartSchema } from './record.ts';
import type { RowSeal } from './row-seal.ts';

export interface Ledger {
  /** Writes the record as waiting, with its envelope, before anything is sent. */
  enqueue(record: LedgerRecord, envelope: string): void;
  /** Marks that a request is about to leave. Stored before it does. */
  beginAttempt(id: string): void;
  /** The service acknowledged: the link is in the list and the outbox is cleared, in one transaction. */
  deliver(id: string, created: Created): void;
  /** Not delivered: it stays in the outbox for a later attempt, or for a person's decision. */
  postpone(id: string, delivery: 'waiting' | 'uncertain', reason: ServiceFailure): void;
  /** Gives one in the outbox another expiry; one that was delivered keeps the service's. */
  changeExpiry(id: string, expiresAt: string | null): void;
  /** Stores what the service said of each record. */
  report(news: readonly { readonly id: string; readonly row: StatusRow }[]): void;
  markDeleted(id: string, deletedAt: string): void;
  /** True when there was such a record. */
  forget(id: string): boolean;
  find(id: string): LedgerRecord | null;
  /** Newest first. Rows that cannot be read with the key are left out and left alone. */
  list(): readonly LedgerRecord[];
  /** Oldest first. */
  outbox(delivery: 'waiting' | 'uncertain'): readonly OutboxItem[];
  outboxItem(id: string): OutboxItem | null;
  /** At start: what was in flight when the program ended becomes uncertain. Answers how many. */
  settleInterrupted(): number;
  close(): void;
}

type Row = Record<string, SQLOutputValue>;

const SELECT = `
  SELECT share.*, outbox.reason, outbox.envelope, outbox.attempts
  FROM share LEFT JOIN outbox ON outbox.share_id = share.id`;

export class SqliteLedger implements Ledger {
  readonly #database: DatabaseSync;
  readonly #seal: RowSeal;
  readonly #statements: ReturnType<typeof prepare>;

  /** @param database migrated, and proved to belong to the key behind `seal` */
  constructor(database: DatabaseSync, seal: RowSeal) {
    this.#database = database;
    this.#seal = seal;
    this.#statements = prepare(database);
  }

  enqueue(record: LedgerRecord, envelope: string): void {
    const { id, createdAt, expiresAt } = record;
    transaction(this.#database, () => {
      const sealed = sealRecord(record, this.#seal);
      this.#statements.insert.run(id, toMillis(createdAt), nullableMillis(expiresAt), sealed);
      this.#statements.insertOutbox.run(id, envelope);
    });
  }

  beginAttempt(id: string): void {
    this.#statements.begin.run(id);
  }

  deliver(id: string, created: Created): void {
    transaction(this.#database, () => {
      const record = this.find(id);
      if (record === null) throw new Error('delivered a record that is not listed');
      this.#statements.deliver.run(sealRecord({ ...record, ...created }, this.#seal), id);
      this.#statements.clearOutbox.run(id);
    });
  }

  postpone(id: string, delivery: 'waiting' | 'uncertain', reason: ServiceFailure): void {
    transaction(this.#database, () => {
      this.#statements.setDelivery.run(delivery, id);
      this.#statements.postpone.run(JSON.stringify(reason), id);
    });
  }

  changeExpiry(id: string, expiresAt: string | null): void {
    this.#statements.changeExpiry.run(nullableMillis(expiresAt), id);
  }

  report(news: readonly { readonly id: string; readonly row: StatusRow }[]): void {
    transaction(this.#database, () => {
      for (const { id, row } of news) this.#statements.report.run(...reportValues(row), id);
    });
  }

  markDeleted(id: string, deletedAt: string): void {
    this.#statements.markDeleted.run(toMillis(deletedAt), id);
  }

  forget(id: string): boolean {
    return this.#statements.forget.run(id).changes > 0;
  }

  find(id: string): LedgerRecord | null {
    const row = this.#statements.find.get(id);
    return row === undefined ? null : toRecord(row, this.#seal);
  }

  list(): readonly LedgerRecord[] {
    return this.#statements.list
      .all()
      .map((row) => toRecord(row, this.#seal))
      .filter((record) => record !== null);
  }

  outbox(delivery: 'waiting' | 'uncertain'): readonly OutboxItem[] {
    return this.#statements.outbox
      .all(delivery)
      .map((row) => toOutboxItem(row, this.#seal))
      .filter((item) => item !== null);
  }

  outboxItem(id: string): OutboxItem | null {
    const row = this.#statements.find.get(id);
    return row === undefined ? null : toOutboxItem(row, this.#seal);
  }

  settleInterrupted(): number {
    return transaction(this.#database, () => {
      this.#statements.interrupt.run(JSON.stringify({ code: 'answer-lost' } satisfies ServiceFailure));
      const settled = Number(this.#statements.settle.run().changes);
      this.#statements.land.run();
      return settled;
    });
  }

  close(): void {
    this.#database.close();
  }
}

function prepare(database: DatabaseSync) {
  return {
    insert: database.prepare(
      "INSERT INTO share (id, created_at, expires_at, delivery, sealed) VALUES (?, ?, ?, 'waiting', ?)",
    ),
    insertOutbox: database.prepare('INSERT INTO outbox (share_id, envelope) VALUES (?, ?)'),
    begin: database.prepare('UPDATE outbox SET in_flight = 1, attempts = attempts + 1 WHERE share_id = ?'),
    deliver: database.prepare("UPDATE share SET delivery = 'delivered', sealed = ? WHERE id = ?"),
    clearOutbox: database.prepare('DELETE FROM outbox WHERE share_id = ?'),
    setDelivery: database.prepare('UPDATE share SET delivery = ? WHERE id = ?'),
    changeExpiry: database.prepare(
      "UPDATE share SET expires_at = ? WHERE id = ? AND delivery <> 'delivered'",
    ),
    postpone: database.prepare('UPDATE outbox SET in_flight = 0, reason = ? WHERE share_id = ?'),
    report: database.prepare(
      `UPDATE share SET reported_state = ?, access_count = coalesce(?, access_count),
       first_access_at = coalesce(?, first_access_at) WHERE id = ?`,
    ),
    markDeleted: database.prepare('UPDATE share SET deleted_at = ? WHERE id = ?'),
    forget: database.prepare('DELETE FROM share WHERE id = ?'),
    find: database.prepare(`${SELECT} WHERE share.id = ?`),
    list: database.prepare(`${SELECT} ORDER BY share.created_at DESC, share.rowid DESC`),
    outbox: database.prepare(
      `${SELECT} WHERE outbox.share_id IS NOT NULL AND delivery = ? ORDER BY share.created_at`,
    ),
    land: database.prepare('UPDATE outbox SET in_flight = 0 WHERE in_flight = 1'),
    interrupt: database.prepare('UPDATE outbox SET reason = ? WHERE in_flight = 1'),
    settle: database.prepare(
      "UPDATE share SET delivery = 'uncertain' WHERE id IN (SELECT share_id FROM outbox WHERE in_flight = 1)",
    ),
  };
}

/** All or nothing, also when the work throws. */
function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (problem) {
    database.exec('ROLLBACK');
    throw problem;
  }
}

const placeOf = (id: string): string => `share:${id}`;

function sealRecord(record: LedgerRecord, seal: RowSeal): Uint8Array {
  const { name, service, maxAccess, messageId, deleteToken } = record;
  const part: SealedPart = { v: 1, name, service, maxAccess, messageId, deleteToken };
  return seal.seal(JSON.stringify(part), placeOf(record.id));
}

function toRecord(row: Row, seal: RowSeal): LedgerRecord | null {
  const id = String(row['id']);
  const sealed = row['sealed'];
  const text = sealed instanceof Uint8Array ? seal.open(sealed, placeOf(id)) : null;
  if (text === null) return null;
  const { name, service, maxAccess, messageId, deleteToken } = sealedPartSchema.parse(JSON.parse(text));
  return {
    id,
    name,
    service,
    maxAccess,
    messageId,
    deleteToken,
    createdAt: toIso(row['created_at']) ?? new Date(0).toISOString(),
    expiresAt: toIso(row['expires_at']),
    delivery: toDelivery(row['delivery']),
    report: toReport(row),
    firstAccessAt: toIso(row['first_access_at']),
    deletedAt: toIso(row['deleted_at']),
    reason: toReason(row['reason']),
  };
}

function toOutboxItem(row: Row, seal: RowSeal): OutboxItem | null {
  const record = toRecord(row, seal);
  const envelope = row['envelope'];
  return record === null || typeof envelope !== 'string'
    ? null
    : { record, envelope, attempts: Number(row['attempts']) };
}

function toDelivery(value: SQLOutputValue | undefined): LedgerRecord['delivery'] {
  return value === 'waiting' || value === 'uncertain' ? value : 'delivered';
}

const REPORTED: readonly ServiceReport['state'][] = [
  'active',
  'exhausted',
  'expired',
  'deleted',
  'unknown',
  'forbidden',
];

function toReport(row: Row): ServiceReport | null {
  const state = REPORTED.find((known) => known === row['reported_state']);
  if (state === undefined) return null;
  const count = row['access_count'];
  return { state, accessCount: typeof count === 'number' ? count : null };
}

function toReason(value: SQLOutputValue | undefined): ServiceFailure | null {
  if (typeof value !== 'string') return null;
  const parsed = serviceFailureSchema.safeParse(JSON.parse(value));
  return parsed.success ? parsed.data : null;
}

function reportValues(row: StatusRow): [string, number | null, number | null] {
  return 'accessCount' in row
    ? [row.state, row.accessCount, nullableMillis(row.firstAccessAt)]
    : [row.state, null, null];
}

const toMillis = (iso: string): number => Date.parse(iso);
const nullableMillis = (iso: string | null): number | null => (iso === null ? null : toMillis(iso));
const toIso = (value: SQLOutputValue | undefined): string | null =>
  typeof value === 'number' ? new Date(value).toISOString() : null;
