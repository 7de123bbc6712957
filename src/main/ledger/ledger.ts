/** The list of everything sent, and the outbox in the same file so that one transaction moves between them. */
import type { Created } from '../../core/api/client.ts';
import type { ServiceFailure } from '../../core/api/failure.ts';
import type { StatusRow } from '../../core/api/wire.ts';
import type { CatalogueEntry } from '../../core/catalogue/entry.ts';
import type { TimelineEvent } from '../../shared/bridge/ledger.ts';
import type { Agenda } from './agenda.ts';
import type { LedgerRecord, OutboxItem } from './record.ts';
import type { NewEvent } from './timeline.ts';

/** What a service answered about one, and when to ask again. */
export interface Heard {
  readonly id: string;
  /** Null where it was asked in vain. */
  readonly row: StatusRow | null;
  /** Milliseconds since the epoch, or null for never. */
  readonly askAt: number | null;
}

/** Something a service told that was not known before. */
export interface Learned {
  readonly record: LedgerRecord;
  readonly events: readonly NewEvent[];
}

export interface LedgerStory {
  readonly record: LedgerRecord;
  /** Null where an earlier program did not write it down. */
  readonly isPasswordKept: boolean | null;
  readonly timeline: readonly TimelineEvent[];
}

export interface RecordSlice {
  readonly records: readonly LedgerRecord[];
  readonly passwordIds: ReadonlySet<string>;
  readonly next: number | null;
}

export interface Adopted {
  readonly record: LedgerRecord;
  readonly events: readonly NewEvent[];
}

/** Which entries changed, or null for many. */
export type LedgerChange = readonly string[] | null;

export interface Ledger {
  /** False while it is locked; then everything but this throws {@link LedgerLocked}. */
  readonly isOpen: boolean;
  /** Grows with each change. */
  readonly revision: number;
  /** Answers the function that ends it. */
  onChange(listener: (change: LedgerChange) => void): () => void;
  /** Tells of a change that is none of the file: hidden or shown again. */
  touch(ids: readonly string[]): void;

  /**
   * Writes the record as waiting, with its envelope, before anything is sent.
   *
   * @param extended the entry it continues, if it does
   */
  enqueue(record: LedgerRecord, envelope: string, extended?: string): void;
  /** Marks that a request is about to leave. Stored before it does. */
  beginAttempt(id: string): void;
  /** The service acknowledged: the link is in the list and the outbox is cleared, in one transaction. */
  deliver(id: string, created: Created): void;
  /** Not delivered: it stays in the outbox for a later attempt, or for a person's decision. */
  postpone(id: string, delivery: 'waiting' | 'uncertain', reason: ServiceFailure): void;
  /** Gives one in the outbox another expiry; one that was delivered keeps the service's. */
  changeExpiry(id: string, expiresAt: string | null): void;
  /** Stores what services said. Answers what of it is new. */
  hear(answers: readonly Heard[]): readonly Learned[];
  /** The service confirmed that it is gone. */
  markDeleted(id: string, deletedAt: string): void;
  /** Its time has passed by all that is known. @param isEnd nobody will be asked about it any more */
  noteExpired(id: string, isEnd: boolean): void;
  /** Nobody is reminded of it again. @param isTold the person was */
  noteReminded(id: string, isTold: boolean): void;
  /** Something that happened on this side. False when there is no such entry. */
  note(id: string, kind: NewEvent['kind']): boolean;
  setNote(id: string, note: string | null): boolean;
  notePassword(id: string, isKept: boolean): void;
  /** Adds some from elsewhere, delivered; each with its story so far, to which "imported" is added. */
  adopt(entries: readonly Adopted[]): void;
  /** Answers how many there were. */
  forget(ids: readonly string[]): number;

  find(id: string): LedgerRecord | null;
  /** In the order asked for; without those that are not there or cannot be read. */
  findMany(ids: readonly string[]): readonly LedgerRecord[];
  story(id: string): LedgerStory | null;
  count(): number;
  /** Newest first, without what cannot be read. */
  page(offset: number, limit: number): readonly LedgerRecord[];
  /** What the list in memory needs, in the order of making. `next` continues; null at the end. */
  entriesAfter(sequence: number, limit: number): { entries: CatalogueEntry[]; next: number | null };
  entryOf(id: string): CatalogueEntry | null;
  /** In the order of making, with the ids of those whose password may be kept. `next` continues; null at the end. */
  recordsAfter(sequence: number, limit: number): RecordSlice;
  /** Oldest first. */
  outbox(delivery: 'waiting' | 'uncertain'): readonly OutboxItem[];
  outboxItem(id: string): OutboxItem | null;
  /** At start: what was in flight when the program ended becomes uncertain. Answers how many. */
  settleInterrupted(): number;
  readonly agenda: Agenda;
}

/** The list is locked: its key is not in memory. */
export class LedgerLocked extends Error {
  constructor() {
    super('the list is locked');
    this.name = 'LedgerLocked';
  }
}
