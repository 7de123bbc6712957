/** What of the list is waiting for a moment: to be asked about, to expire, to be reminded of. Plain columns only. */
import type { DatabaseSync } from 'node:sqlite';
import type { TimeSpan } from '../network/service-times.ts';

/** How long before its expiry a person is reminded. */
export const REMIND_BEFORE_MS = 3_600_000;
/** What lives no longer than this is not worth a reminder: it was only just sent. */
export const REMIND_FROM_MS = 2 * REMIND_BEFORE_MS;

/** Milliseconds since the epoch, or null for never. */
export interface NextMoments {
  readonly ask: number | null;
  readonly expire: number | null;
  readonly remind: number | null;
}

const OPEN = "ended = 0 AND expiry_noted = 0 AND delivery = 'delivered' AND expires_at IS NOT NULL";
const REMINDABLE = `${OPEN} AND reminded = 0 AND coalesce(access_count, 0) = 0
  AND expires_at - created_at > ${REMIND_FROM_MS}`;

export class Agenda {
  readonly #statements;

  constructor(database: DatabaseSync) {
    this.#statements = {
      toAsk: database.prepare('SELECT id FROM share WHERE ask_at <= ? ORDER BY ask_at LIMIT ?'),
      openNow: database.prepare(
        'SELECT id FROM share WHERE ask_at IS NOT NULL AND coalesce(asked_at, 0) <= ? ORDER BY created_at DESC LIMIT ?',
      ),
      toExpire: database.prepare(
        `SELECT id FROM share WHERE ${OPEN} AND expires_at <= ? ORDER BY expires_at LIMIT ?`,
      ),
      toRemind: database.prepare(
        `SELECT id FROM share WHERE ${REMINDABLE} AND expires_at > ? AND expires_at <= ? ORDER BY expires_at LIMIT ?`,
      ),
      nextAsk: database.prepare('SELECT min(ask_at) AS at FROM share WHERE ask_at IS NOT NULL'),
      nextExpiry: database.prepare(
        `SELECT min(expires_at) AS at FROM share WHERE ${OPEN} AND expires_at > ?`,
      ),
      nextReminder: database.prepare(
        `SELECT min(expires_at) AS at FROM share WHERE ${REMINDABLE} AND expires_at > ?`,
      ),
      wake: database.prepare(
        "UPDATE share SET ask_at = ? WHERE ended = 0 AND delivery = 'delivered' AND ask_at IS NULL",
      ),
      tame: database.prepare('UPDATE share SET ask_at = ? WHERE ask_at > ?'),
    };
  }

  /** Those whose time to be asked about has come, longest overdue first. */
  toAsk(now: number, limit: number): string[] {
    return ids(this.#statements.toAsk.all(now, limit));
  }

  /** Newest first, of those that are still asked about and were not since `askedBefore`. */
  open(askedBefore: number, limit: number): string[] {
    return ids(this.#statements.openNow.all(askedBefore, limit));
  }

  toExpire(now: number, limit: number): string[] {
    return ids(this.#statements.toExpire.all(now, limit));
  }

  /** Those that may be in their last hour by the clock of some service. */
  toRemind({ earliest, latest }: TimeSpan, limit: number): string[] {
    return ids(this.#statements.toRemind.all(earliest, latest + REMIND_BEFORE_MS, limit));
  }

  next(now: number): NextMoments {
    const remind = moment(this.#statements.nextReminder.get(now + REMIND_BEFORE_MS));
    return {
      ask: moment(this.#statements.nextAsk.get()),
      expire: moment(this.#statements.nextExpiry.get(now)),
      remind: remind === null ? null : remind - REMIND_BEFORE_MS,
    };
  }

  /** Asks again about what nobody could be asked about, and about what a clock that was set has put far off. */
  wake(now: number, latest: number): void {
    this.#statements.wake.run(now);
    this.#statements.tame.run(now, latest);
  }
}

const ids = (rows: readonly Record<string, unknown>[]): string[] => rows.map(({ id }) => String(id));

const moment = (row: Record<string, unknown> | undefined): number | null =>
  typeof row?.['at'] === 'number' ? row['at'] : null;
