import type { Clock } from '../../core/ports.ts';

export interface Budget {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since the epoch: when the oldest counted request leaves the window. */
  readonly resetsAt: number;
}

/** Beyond this many callers at once the one that came first is forgotten, so that memory stays bounded. */
const MAX_CALLERS = 20_000;

/**
 * Counts requests in a window that slides: in any stretch of `windowMs` at most `limit` are allowed. Refused
 * requests do not count. Kept in memory: a restart forgives.
 */
export class SlidingWindow {
  readonly #windowMs: number;
  readonly #clock: Clock;
  readonly #calls = new Map<string, number[]>();

  constructor(windowMs: number, clock: Clock) {
    this.#windowMs = windowMs;
    this.#clock = clock;
  }

  /** Counts one request of `caller` if its budget allows it. */
  take(caller: string, limit: number): Budget {
    const now = this.#clock();
    // Requests from the future are a clock that was set back: nobody is locked out until it has caught up.
    const recent = (this.#calls.get(caller) ?? []).filter(
      (moment) => moment > now - this.#windowMs && moment <= now,
    );
    const allowed = recent.length < limit;
    if (allowed) recent.push(now);
    this.#remember(caller, recent);
    return {
      allowed,
      limit,
      remaining: limit - recent.length,
      resetsAt: (recent[0] ?? now) + this.#windowMs,
    };
  }

  #remember(caller: string, recent: number[]): void {
    this.#calls.delete(caller);
    this.#calls.set(caller, recent);
    if (this.#calls.size <= MAX_CALLERS) return;
    const [first] = this.#calls.keys();
    if (first !== undefined) this.#calls.delete(first);
  }
}
