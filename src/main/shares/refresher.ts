/**
 * Keeps the list up to date without waste: one timer, set for the next moment at which something is due, and none
 * when nothing is. What is due is on disk, so that a restart changes nothing.
 */
import type { Clock } from '../../core/ports.ts';
import { LONGEST_PAUSE_MS } from '../../core/secret/refresh-plan.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { ServiceDirectory } from './directory.ts';
import type { Reviewer } from './reviewer.ts';

export interface RefresherParts {
  readonly ledger: Ledger;
  readonly services: ServiceDirectory;
  readonly reviewer: Reviewer;
  readonly clock: Clock;
  /** Tells the person that it expires soon and nobody is known to have opened it. */
  readonly remind: (record: LedgerRecord) => void;
  /** Calls after so many milliseconds, and answers what stops that. */
  readonly schedule: (milliseconds: number, work: () => void) => () => void;
}

export interface Refresher {
  /** Asks again about everything that can still change: at the start, after a sleep, when a service can do more. */
  start(): void;
  /** Asks now, because a person wants to know. Answers whether anything was learned. */
  askNow(): Promise<boolean>;
  /** The same because something happened that makes news likely: not about what was asked about just before. */
  askLately(): Promise<boolean>;
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
  readonly #deferred = new Map<string, number>();
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
    this.#plan();
  }

  askNow(): Promise<boolean> {
    return this.#ask(0);
  }

  askLately(): Promise<boolean> {
    return this.#ask(JUST_NOW_MS);
  }

  async #ask(pause: number): Promise<boolean> {
    const { ledger, reviewer, clock } = this.#parts;
    if (!ledger.isOpen) return false;
    return reviewer.ask(ledger.agenda.open(clock() - pause, MANY));
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
    this.#unsubscribe();
  }

  #plan(): void {
    const { ledger, clock, schedule } = this.#parts;
    this.#cancel?.();
    this.#cancel = null;
    if (this.#isStopped || this.#isRunning || !ledger.isOpen) return;
    const now = clock();
    const { ask, expire, remind } = ledger.agenda.next(now);
    const isOverdue = this.#expiredNow(now).length > 0;
    const moments = [ask, expire, remind, isOverdue ? now : null, ...this.#deferred.values()];
    const known = moments.filter((moment) => moment !== null);
    if (known.length === 0) return;
    const pause = Math.min(...known) - now;
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
      if (due.length > 0) await reviewer.ask(due);
      this.#remind();
    } catch (problem) {
      // The list was locked, or its disk is full: whoever reopens it plans anew. Any other problem is a bug.
      if (this.#parts.ledger.isOpen && !isStorageProblem(problem)) throw problem;
    } finally {
      this.#isRunning = false;
      this.#plan();
    }
  }

  #expiredNow(now: number): string[] {
    return this.#parts.ledger.agenda.toExpire(now, MANY).filter((id) => (this.#deferred.get(id) ?? 0) <= now);
  }

  #noteExpired(): void {
    const { ledger, services, clock } = this.#parts;
    const now = clock();
    for (const id of this.#expiredNow(now)) {
      const record = ledger.find(id);
      const left = record?.expiresAt ? Date.parse(record.expiresAt) - services.now(record.service.id) : 0;
      if (left > 0) {
        this.#deferred.set(id, now + left);
        continue;
      }
      this.#deferred.delete(id);
      // A service that reports is asked once more; of any other nothing will be learned.
      ledger.noteExpired(id, record === null || services.reports(record.service.id) === false);
    }
  }

  #remind(): void {
    const { ledger, clock, remind } = this.#parts;
    for (const record of ledger.findMany(ledger.agenda.toRemind(clock(), MANY))) {
      ledger.noteReminded(record.id);
      remind(record);
    }
  }
}

const isStorageProblem = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && 'errcode' in problem;
