/** What happened to each secret, and who says so. */
import type { DatabaseSync } from 'node:sqlite';
import type { StatusRow } from '../../core/api/wire.ts';
import { timelineEventSchema, type TimelineEvent } from '../../shared/bridge/ledger.ts';
import type { LedgerRecord } from './record.ts';
import { toIso } from './rows.ts';

/** Times in milliseconds since the epoch. */
export interface NewEvent {
  readonly at: number;
  readonly kind: TimelineEvent['kind'];
  readonly source: TimelineEvent['source'];
  readonly count?: number;
}

export class Timeline {
  readonly #insert;
  readonly #select;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      'INSERT INTO event (share_id, at, kind, source, count) VALUES (?, ?, ?, ?, ?)',
    );
    this.#select = database.prepare('SELECT * FROM event WHERE share_id = ? ORDER BY at, sequence');
  }

  add(id: string, { at, kind, source, count }: NewEvent): void {
    this.#insert.run(id, at, kind, source, count ?? null);
  }

  /** Oldest first. What a newer program wrote and this one does not know is left out. */
  of(id: string): TimelineEvent[] {
    return this.#select.all(id).flatMap(({ at, kind, source, count }) => {
      const parsed = timelineEventSchema.safeParse({ at: toIso(at), kind, source, count });
      return parsed.success ? [parsed.data] : [];
    });
  }
}

/** Whether what the service says now is worth believing, and something new. */
export function isNews({ report, firstAccessAt, deletedAt }: LedgerRecord, row: StatusRow): boolean {
  if (deletedAt !== null) return false;
  // A service that has swept up forgets what it told before: what was known stays known.
  if (row.state === 'unknown' && report !== null && SETTLED.includes(report.state)) return false;
  if (report?.state !== row.state) return true;
  return (
    'accessCount' in row &&
    (report.accessCount !== row.accessCount || (firstAccessAt === null && row.firstAccessAt !== null))
  );
}

const SETTLED: readonly StatusRow['state'][] = ['exhausted', 'expired', 'deleted'];

/**
 * What the service's newest word adds to the story of a secret.
 *
 * @param now milliseconds since the epoch
 */
export function eventsOf(before: LedgerRecord, row: StatusRow, now: number): NewEvent[] {
  const events: NewEvent[] = 'accessCount' in row ? openings(before, row, now) : [];
  if (before.report?.state === row.state) return events;
  const told = (kind: NewEvent['kind'], at = now): NewEvent => ({ kind, at, source: 'service' });
  switch (row.state) {
    case 'exhausted':
      return [...events, told('used-up', moment(row.lastAccessAt, now))];
    case 'expired':
      return [...events, told('expired', moment(row.expiresAt, now))];
    case 'deleted':
      return [...events, told('deleted')];
    case 'unknown':
      return [...events, told('lost')];
    default:
      return events;
  }
}

type Counted = Extract<StatusRow, { accessCount: number }>;

function openings({ report, firstAccessAt }: LedgerRecord, row: Counted, now: number): NewEvent[] {
  const seen = report?.accessCount ?? 0;
  if (row.accessCount === seen || row.accessCount === 0) return [];
  const last = Math.max(moment(row.lastAccessAt, now), moment(row.firstAccessAt, 0));
  const changed: NewEvent = { kind: 'count-changed', at: last, source: 'service', count: row.accessCount };
  if (seen > 0 || firstAccessAt !== null) return [changed];
  const first = moment(row.firstAccessAt, last);
  const opened: NewEvent = { kind: 'first-opened', at: first, source: 'service', count: 1 };
  return row.accessCount === 1 ? [opened] : [opened, changed];
}

const moment = (iso: string | null, otherwise: number): number =>
  iso === null ? otherwise : Date.parse(iso);
