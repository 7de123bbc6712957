/** The list in one SQLite file, its rows sealed; the file is {@link LedgerVault}'s to open and close. */
import type { DatabaseSync } from 'node:sqlite';
import type { Created } from '../../core/api/client.ts';
import type { ServiceFailure } from '../../core/api/failure.ts';
import type { StatusRow } from '../../core/api/wire.ts';
import type { CatalogueEntry } from '../../core/catalogue/entry.ts';
import type { Clock } from '../../core/ports.ts';
import { hasEnded, secretState } from '../../core/secret/state.ts';
import { Agenda } from './agenda.ts';
import { settleInterrupted } from './interrupted.ts';
import type { LedgerRecord, OutboxItem } from './record.ts';
import type { RowSeal } from './row-seal.ts';
import { nullableMillis, sealRecord, toCatalogueEntry, toMillis, toOutboxItem, toRecord } from './rows.ts';
import { prepareStatements } from './statements.ts';
import { eventsOf, isNews, type NewEvent, Timeline } from './timeline.ts';
import { transaction } from './transaction.ts';

import {
  type Adopted,
  type Heard,
  type Learned,
  type Ledger,
  type LedgerChange,
  LedgerLocked,
  type LedgerStory,
  type RecordSlice,
} from './ledger.ts';

interface Open {
  readonly database: DatabaseSync;
  readonly seal: RowSeal;
  readonly statements: ReturnType<typeof prepareStatements>;
  readonly timeline: Timeline;
  readonly agenda: Agenda;
}

export class SqliteLedger implements Ledger {
  readonly #clock: Clock;
  readonly #listeners = new Set<(change: LedgerChange) => void>();
  #open: Open | null = null;
  revision = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param database migrated, and proved to belong to the key behind `seal` */
  attach(database: DatabaseSync, seal: RowSeal): void {
    const [timeline, agenda] = [new Timeline(database), new Agenda(database)];
    this.#open = { database, seal, statements: prepareStatements(database), timeline, agenda };
    this.#tell(null);
  }

  /** Forgets the key and hands back what it worked on. */
  detach(): DatabaseSync | null {
    const database = this.#open?.database ?? null;
    this.#open = null;
    return database;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  onChange(listener: (change: LedgerChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  touch(ids: readonly string[]): void {
    this.#tell(ids);
  }

  get #at(): Open {
    if (this.#open === null) throw new LedgerLocked();
    return this.#open;
  }

  get agenda(): Agenda {
    return this.#at.agenda;
  }

  #tell(change: LedgerChange): void {
    this.revision += 1;
    for (const listener of this.#listeners) listener(change);
  }

  #change<T>(ids: LedgerChange, work: (open: Open) => T): T {
    const result = transaction(this.#at.database, () => work(this.#at));
    this.#tell(ids);
    return result;
  }

  enqueue(record: LedgerRecord, envelope: string, extended?: string): void {
    const { id, createdAt, expiresAt } = record;
    const isExtension = extended !== undefined && this.find(extended) !== null;
    this.#change(isExtension ? [id, extended] : [id], ({ seal, statements, timeline }) => {
      statements.insert.run(id, toMillis(createdAt), nullableMillis(expiresAt), sealRecord(record, seal));
      statements.insertOutbox.run(id, envelope);
      timeline.add(id, { at: toMillis(createdAt), kind: 'created', source: 'here' });
      if (isExtension) timeline.add(extended, { at: this.#clock(), kind: 'extended', source: 'here' });
    });
  }

  beginAttempt(id: string): void {
    this.#at.statements.begin.run(id);
  }

  deliver(id: string, created: Created): void {
    this.#change([id], ({ seal, statements, timeline }) => {
      const record = this.find(id);
      if (record === null) throw new Error('delivered a record that is not listed');
      const now = this.#clock();
      statements.deliver.run(sealRecord({ ...record, ...created }, seal), now, id);
      statements.clearOutbox.run(id);
      timeline.add(id, { at: now, kind: 'sent', source: 'service' });
    });
  }

  postpone(id: string, delivery: 'waiting' | 'uncertain', reason: ServiceFailure): void {
    this.#change([id], ({ statements }) => {
      statements.setDelivery.run(delivery, id);
      statements.postpone.run(JSON.stringify(reason), id);
    });
  }

  changeExpiry(id: string, expiresAt: string | null): void {
    this.#change([id], ({ statements }) => statements.changeExpiry.run(nullableMillis(expiresAt), id));
  }

  hear(answers: readonly Heard[]): readonly Learned[] {
    const now = this.#clock();
    const { statements, timeline, database } = this.#at;
    const learned = transaction(database, () =>
      answers.flatMap(({ id, row, askAt }): Learned[] => {
        const before = this.find(id);
        if (row !== null) statements.asked.run(now, id);
        statements.askAt.run(askAt, id);
        if (before === null || row === null || !isNews(before, row)) return [];
        statements.report.run(...reportValues(row), id);
        const record = this.find(id) ?? before;
        const isNoted = statements.isExpiryNoted.get(id)?.['noted'] === 1;
        const events = eventsOf(before, row, now).filter(({ kind }) => kind !== 'expired' || !isNoted);
        for (const event of events) timeline.add(id, event);
        if (hasEnded(secretState({ ...record, expiresAt: null }, now))) statements.end.run(id);
        return [{ record, events }];
      }),
    );
    if (learned.length > 0) this.#tell(learned.map(({ record }) => record.id));
    return learned;
  }

  markDeleted(id: string, deletedAt: string): void {
    this.#change([id], ({ statements, timeline }) => {
      statements.markDeleted.run(toMillis(deletedAt), id);
      timeline.add(id, { at: toMillis(deletedAt), kind: 'deleted', source: 'service' });
    });
  }

  noteExpired(id: string, isEnd: boolean): void {
    this.#change([id], ({ statements, timeline }) => {
      const expiresAt = nullableMillis(this.find(id)?.expiresAt ?? null) ?? this.#clock();
      if (statements.noteExpiry.run(id).changes > 0)
        timeline.add(id, { at: expiresAt, kind: 'expired', source: 'here' });
      if (isEnd) statements.end.run(id);
    });
  }

  noteReminded(id: string, isTold: boolean): void {
    this.#change([id], ({ statements, timeline }) => {
      statements.remind.run(id);
      if (isTold) timeline.add(id, { at: this.#clock(), kind: 'reminded', source: 'here' });
    });
  }

  note(id: string, kind: NewEvent['kind']): boolean {
    if (this.find(id) === null) return false;
    this.#change([id], ({ timeline }) => {
      timeline.add(id, { at: this.#clock(), kind, source: 'here' });
    });
    return true;
  }

  setNote(id: string, note: string | null): boolean {
    const record = this.find(id);
    if (record === null) return false;
    this.#change([id], ({ statements, seal }) =>
      statements.reseal.run(sealRecord({ ...record, note }, seal), id),
    );
    return true;
  }

  notePassword(id: string, isKept: boolean): void {
    if (this.find(id) === null) return;
    this.#change([id], ({ statements, timeline }) => {
      statements.password.run(isKept ? 1 : 0, id);
      const kind = isKept ? 'password-kept' : 'password-dropped';
      timeline.add(id, { at: this.#clock(), kind, source: 'here' });
    });
  }

  adopt(entries: readonly Adopted[]): void {
    const now = this.#clock();
    const ids = entries.map(({ record }) => record.id);
    this.#change(ids, ({ statements, timeline, seal }) => {
      for (const { record, events } of entries) {
        statements.adopt.run(...adoptedValues(record, sealRecord(record, seal), now));
        for (const event of events) timeline.add(record.id, event);
        timeline.add(record.id, { at: now, kind: 'imported', source: 'here' });
      }
    });
  }

  forget(ids: readonly string[]): number {
    const gone = transaction(this.#at.database, () =>
      ids.filter((id) => Number(this.#at.statements.forget.run(id).changes) > 0),
    );
    if (gone.length > 0) this.#tell(gone);
    return gone.length;
  }

  find(id: string): LedgerRecord | null {
    const row = this.#at.statements.find.get(id);
    return row === undefined ? null : toRecord(row, this.#at.seal);
  }

  findMany(ids: readonly string[]): readonly LedgerRecord[] {
    return ids.map((id) => this.find(id)).filter((record) => record !== null);
  }

  story(id: string): LedgerStory | null {
    const { statements, seal, timeline } = this.#at;
    const row = statements.find.get(id);
    const record = row === undefined ? null : toRecord(row, seal);
    if (row === undefined || record === null) return null;
    const kept = row['password_kept'];
    return { record, isPasswordKept: kept === null ? null : kept === 1, timeline: timeline.of(id) };
  }

  count(): number {
    return Number(this.#at.statements.count.get()?.['count'] ?? 0);
  }

  page(offset: number, limit: number): readonly LedgerRecord[] {
    const { statements, seal } = this.#at;
    return statements.page
      .all(limit, offset)
      .map((row) => toRecord(row, seal))
      .filter((record) => record !== null);
  }

  entriesAfter(sequence: number, limit: number): { entries: CatalogueEntry[]; next: number | null } {
    const { statements, seal } = this.#at;
    const rows = statements.entriesAfter.all(sequence, limit);
    const entries = rows.map((row) => toCatalogueEntry(row, seal)).filter((entry) => entry !== null);
    const last = rows.at(-1)?.['sequence'];
    return { entries, next: rows.length < limit || typeof last !== 'number' ? null : last };
  }

  recordsAfter(sequence: number, limit: number): RecordSlice {
    const { statements, seal } = this.#at;
    const rows = statements.after.all(sequence, limit);
    const records = rows.map((row) => toRecord(row, seal)).filter((record) => record !== null);
    const kept = rows.filter((row) => row['password_kept'] !== 0).map(({ id }) => String(id));
    const last = rows.at(-1)?.['sequence'];
    const next = rows.length < limit || typeof last !== 'number' ? null : last;
    return { records, passwordIds: new Set(kept), next };
  }

  entryOf(id: string): CatalogueEntry | null {
    const row = this.#at.statements.find.get(id);
    return row === undefined ? null : toCatalogueEntry(row, this.#at.seal);
  }

  outbox(delivery: 'waiting' | 'uncertain'): readonly OutboxItem[] {
    const { statements, seal } = this.#at;
    return statements.outbox
      .all(delivery)
      .map((row) => toOutboxItem(row, seal))
      .filter((item) => item !== null);
  }

  outboxItem(id: string): OutboxItem | null {
    const row = this.#at.statements.outboxItem.get(id);
    return row === undefined ? null : toOutboxItem(row, this.#at.seal);
  }

  settleInterrupted(): number {
    const settled = settleInterrupted(this.#at.database);
    this.#tell(null);
    return settled;
  }
}

function adoptedValues(record: LedgerRecord, sealed: Uint8Array, now: number) {
  const { id, report } = record;
  const isOver = hasEnded(secretState(record, now)) ? 1 : 0;
  return [
    ...([id, toMillis(record.createdAt), nullableMillis(record.expiresAt)] as const),
    ...([report?.state ?? null, report?.accessCount ?? null] as const),
    ...([nullableMillis(record.firstAccessAt), nullableMillis(record.deletedAt), sealed] as const),
    ...([isOver === 1 ? null : now, isOver, isOver] as const),
  ] as const;
}

function reportValues(row: StatusRow): [string, number | null, number | null] {
  return 'accessCount' in row
    ? [row.state, row.accessCount, nullableMillis(row.firstAccessAt)]
    : [row.state, null, null];
}
