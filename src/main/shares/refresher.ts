/**
 * Keeps the list up to date without waste: one timer, set for the next moment at which something is due, and none
 * when nothing is. What is due is on disk, so that a restart changes nothing.
 */
import type { Clock } from '../../core/ports.ts';
import { LONGEST_PAUSE_MS } from '../../core/secret/refresh-plan.ts';
import type { Asked } from '../../shared/bridge/ledger.ts';
import { REMIND_BEFORE_MS } from '../ledger/agenda.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import { isStorageProblem } from '../ledger/storage-problem.ts';
import type { ServiceDirectory } from './directory.ts';
import type { Reviewer } from './reviewer.ts';

export interface RefresherParts {
  readonly ledger: Ledger;
  readonly services: ServiceDirectory;
  readonly reviewer: Reviewer;
  readonly clock: Clock;
  /** Tells the person that it expires soon and nobody is known to have opened it. False when that was not wanted. */
  readonly remind: (record: LedgerRecord) => boolean;
  /** Calls after so many milliseconds, and answers what stops that. */
  readonly schedule: (milliseconds: number, work: () => void) => () => void;
}

export interface Refresher {
  /** Asks again about everything that can still change: at the start, after a sleep, when a service can do more. */
  start(): void;
  /** Asks now, because a person wants to know. */
  askNow(): Promise<Asked>;
  /** The same because something happened that makes news likely: not about what was asked about just before. */
  askLately(): Promise<Asked>;
  stop(): void;
}

/** In one go; more follow at once. */
const MANY = 500;
/** What is due so soon is asked about together with what is due. */
const SLACK_MS = 10_000;
/** What was asked about so lately is not asked about again because a window was focused. */
const JUST_NOW_MS = 3_000;
const LONGEST_TIMER_MS = 2_147_000_000;

export function createRefresher(parts: RefresherParts): Refresher {
  return new TimedRefresher(parts);
}

class TimedRefresher implements Refresher {
  readonly #parts: RefresherParts;
  /** By the service's clock not yet, whatever ours says: looked at again then. */
  readonly #deferred = { expiry: new Map<string, number>(), reminder: new Map<string, number>() };
  readonly #unsubscribe: () => void;
  #cancel: (() => void) | null = null;
  #isRunning = false;
  #isStopped = false;

  constructor(parts: RefresherParts) {
    this.#parts = parts;
    this.#unsubscribe = parts.ledger.onChange(() => {
      this.#plan();
    });
  }

  start(): void {
    const { ledger, clock } = this.#parts;
    if (!ledger.isOpen) return;
    const now = clock();
    ledger.agenda.wake(now, now + LONGEST_PAUSE_MS);
    // Reckoned with clocks that may have been set since.
    this.#deferred.expiry.clear();
    this.#deferred.reminder.clear();
    this.#plan();
  }

  askNow(): Promise<Asked> {
    return this.#ask(0);
  }

  askLately(): Promise<Asked> {
    return this.#ask(JUST_NOW_MS);
  }

  async #ask(pause: number): Promise<Asked> {
    const { ledger, reviewer, clock } = this.#parts;
    if (!ledger.isOpen) return { learned: false, missed: null };
    return reviewer.ask(ledger.agenda.open(clock() - pause, MANY), 'at-once');
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
    this.#unsubscribe();
  }

  #plan(): void {
    const { ledger, services, clock, schedule } = this.#parts;
    this.#cancel?.();
    this.#cancel = null;
    if (this.#isStopped || this.#isRunning || !ledger.isOpen) return;
    const now = clock();
    // Those whose moment has come are found with what is due, if they still are.
    for (const later of Object.values(this.#deferred))
      for (const [id, at] of later) if (at <= now) later.delete(id);
    // Expiry is a matter of the services' clocks; whose is not the one that is furthest ahead is deferred then.
    const { latest } = services.span();
    const { ask, expire, remind } = ledger.agenda.next(latest);
    const isOverdue = this.#expiredNow().length + this.#toRemindNow().length > 0;
    const byServices = [expire, remind].filter((moment) => moment !== null).map((moment) => moment - latest);
    const ours = [ask, ...this.#deferred.expiry.values(), ...this.#deferred.reminder.values()].filter(
      (moment) => moment !== null,
    );
    const pauses = [...byServices, ...ours.map((moment) => moment - now), ...(isOverdue ? [0] : [])];
    if (pauses.length === 0) return;
    const pause = Math.min(...pauses);
    this.#cancel = schedule(Math.min(Math.max(pause, 50), LONGEST_TIMER_MS), () => void this.#run());
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      this.#noteExpired();
      const { ledger, reviewer, clock } = this.#parts;
      const due =
        ledger.agenda.toAsk(clock(), 1).length > 0 ? ledger.agenda.toAsk(clock() + SLACK_MS, MANY) : [];
      if (due.length > 0) await reviewer.ask(due, 'in-turn');
      await this.#remind();
    } catch (problem) {
      // The list was locked, or its disk is full: whoever reopens it plans anew. Any other problem is a bug.
      if (this.#parts.ledger.isOpen && !isStorageProblem(problem)) throw problem;
    } finally {
      this.#isRunning = false;
      this.#plan();
    }
  }

  #expiredNow(): string[] {
    const { ledger, services } = this.#parts;
    return ledger.agenda.toExpire(services.span().latest, MANY).filter((id) => this.#isTurn('expiry', id));
  }

  #toRemindNow(): string[] {
    const { ledger, services } = this.#parts;
    return ledger.agenda.toRemind(services.span(), MANY).filter((id) => this.#isTurn('reminder', id));
  }

  #isTurn(what: 'expiry' | 'reminder', id: string): boolean {
    return (this.#deferred[what].get(id) ?? 0) <= this.#parts.clock();
  }

  /** Milliseconds by its service's clock; null where it never expires. */
  #left({ expiresAt, service }: LedgerRecord): number | null {
    return expiresAt === null ? null : Date.parse(expiresAt) - this.#parts.services.now(service.id);
  }

  #noteExpired(): void {
    const { ledger, services, clock } = this.#parts;
    for (const id of this.#expiredNow()) {
      const record = ledger.find(id);
      const left = record === null ? 0 : (this.#left(record) ?? 0);
      if (left > 0) {
        this.#deferred.expiry.set(id, clock() + left);
        continue;
      }
      this.#deferred.expiry.delete(id);
      // A service that reports is asked once more; of any other nothing will be learned.
      ledger.noteExpired(id, record === null || services.reports(record.service.id) === false);
    }
  }

  async #remind(): Promise<void> {
    const { ledger, reviewer, clock, remind } = this.#parts;
    const due = this.#toRemindNow().filter((id) => {
      const record = ledger.find(id);
      // One that cannot be read says nothing about its service; nobody could be told which it is.
      const early = record === null ? LONGEST_PAUSE_MS : (this.#left(record) ?? 0) - REMIND_BEFORE_MS;
      if (early > 0) this.#deferred.reminder.set(id, clock() + early);
      else this.#deferred.reminder.delete(id);
      // What is over by its service's clock is no matter of a reminder any more.
      return early <= 0 && early > -REMIND_BEFORE_MS;
    });
    if (due.length === 0) return;
    // Whether it was opened is said as of now, not as of some minutes ago.
    await reviewer.ask(due, 'at-once');
    const still = new Set(this.#toRemindNow());
    for (const record of ledger.findMany(due.filter((id) => still.has(id)))) {
      ledger.noteReminded(record.id, remind(record));
    }
  }
}
