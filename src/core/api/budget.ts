/**
 * How many requests a service still takes. Documented: by identifier, 20 in 15 minutes without a token and 100
 * with one. Counted here before the service has to say no, and corrected by what it says.
 */
import { z } from 'zod';
import type { HttpAnswer } from './http.ts';

export const WINDOW_MS = 15 * 60 * 1000;
export const ANONYMOUS_LIMIT = 20;
export const TOKEN_LIMIT = 100;

/** What is remembered for one identifier, also over a restart. Times in milliseconds since the epoch. */
export const budgetSchema = z.object({
  limit: z.int().min(1).max(1_000_000),
  /** When requests of the last window were made, oldest first. */
  requests: z.array(z.int()).max(10_000),
  /** The service's own word: nothing before this moment. */
  blockedUntil: z.int().nullable(),
});
export type Budget = z.infer<typeof budgetSchema>;

export const newBudget = (limit: number): Budget => ({ limit, requests: [], blockedUntil: null });

/**
 * Forgets what has left the window. Requests "from the future" are a clock that was set back: they count as
 * made now, so that nobody has to wait for years.
 */
function current({ limit, requests, blockedUntil }: Budget, now: number): Budget {
  const recent = requests.map((at) => Math.min(at, now)).filter((at) => at > now - WINDOW_MS);
  const until = blockedUntil === null ? null : Math.min(blockedUntil, now + 24 * WINDOW_MS);
  return { limit, requests: recent, blockedUntil: until !== null && until > now ? until : null };
}

export function spend(budget: Budget, now: number): Budget {
  const { requests, ...rest } = current(budget, now);
  // More than the limit need not be remembered one by one: the oldest would leave first anyway.
  return { ...rest, requests: [...requests, now].slice(-2 * budget.limit) };
}

/** Corrects the count by an answer's headers and by a refusal with 429. */
export function learn(budget: Budget, answer: HttpAnswer, now: number): Budget {
  const known = current(budget, now);
  const limit = headerNumber(answer, 'x-ratelimit-limit', 'ratelimit-limit') ?? known.limit;
  const remaining = headerNumber(answer, 'x-ratelimit-remaining', 'ratelimit-remaining');
  const requests = remaining === null ? known.requests : recount(known.requests, limit - remaining, now);
  if (answer.status !== 429) return { limit: Math.max(1, limit), requests, blockedUntil: known.blockedUntil };
  const seconds =
    headerNumber(answer, 'retry-after') ?? (delay({ ...known, requests }, now) ?? WINDOW_MS) / 1000;
  return { limit: Math.max(1, limit), requests, blockedUntil: now + Math.max(1, seconds) * 1000 };
}

/** The service has counted `used`; requests of other programs with the same identifier count as made just now. */
function recount(requests: readonly number[], used: number, now: number): number[] {
  const wanted = Math.max(0, used);
  if (requests.length >= wanted) return requests.slice(requests.length - wanted);
  return [
    ...requests,
    ...Array.from({ length: Math.min(wanted - requests.length, 10_000 - requests.length) }, () => now),
  ];
}

export interface Remaining {
  readonly limit: number;
  readonly remaining: number;
  /** When the next one is free, or null while there are some. Milliseconds since the epoch. */
  readonly freeAt: number | null;
}

export function remaining(budget: Budget, now: number): Remaining {
  const { limit, requests, blockedUntil } = current(budget, now);
  const left = Math.max(0, limit - requests.length);
  const wait = delay(budget, now);
  return { limit, remaining: blockedUntil === null ? left : 0, freeAt: wait === null ? null : now + wait };
}

/** Milliseconds until a request may be made; null when at once. */
export function delay(budget: Budget, now: number): number | null {
  const { limit, requests, blockedUntil } = current(budget, now);
  if (blockedUntil !== null) return blockedUntil - now;
  // The request whose leaving makes room for one more.
  const leaving = requests[requests.length - limit];
  return leaving === undefined ? null : leaving + WINDOW_MS - now;
}

function headerNumber(answer: HttpAnswer, ...names: readonly string[]): number | null {
  for (const name of names) {
    const value = answer.headers[name]?.trim();
    if (value !== undefined && /^\d{1,6}$/.test(value)) return Number(value);
  }
  return null;
}
