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
  /** Those of them that the program made by itself. An earlier program did not tell them apart. */
  unasked: z.array(z.int()).max(10_000).default([]),
  /** The service's own word: nothing before this moment. */
  blockedUntil: z.int().nullable(),
});
export type Budget = z.infer<typeof budgetSchema>;

export const newBudget = (limit: number): Budget => ({
  ...{ limit, requests: [], unasked: [], blockedUntil: null },
});

/** So many of a window's requests the program may make by itself; all others are a person's. */
export const unaskedShare = (limit: number): number => Math.floor(limit / 3);
/** And so many it never touches, however few a person has made so far. */
export const reserved = (limit: number): number => Math.ceil(limit / 4);

/**
 * Milliseconds between two questions the program asks by itself where nothing makes it hurry: half of its share,
 * evenly spread, so that the other half is there when a window is focused or the network comes back.
 */
export const unaskedPace = (limit: number): number =>
  Math.ceil((2 * WINDOW_MS) / Math.max(1, unaskedShare(limit)));

/**
 * Forgets what has left the window. Requests "from the future" are a clock that was set back: they count as
 * made now, so that nobody has to wait for years.
 */
function current({ limit, requests, unasked, blockedUntil }: Budget, now: number): Budget {
  const lately = (moments: readonly number[]): number[] =>
    moments.map((at) => Math.min(at, now)).filter((at) => at > now - WINDOW_MS);
  const until = blockedUntil === null ? null : Math.min(blockedUntil, now + 24 * WINDOW_MS);
  return {
    ...{ limit, requests: lately(requests), unasked: lately(unasked) },
    blockedUntil: until !== null && until > now ? until : null,
  };
}

/** @param isUnasked nobody asked for it: the program wants to know */
export function spend(budget: Budget, now: number, isUnasked = false): Budget {
  const { requests, unasked, ...rest } = current(budget, now);
  // More than the limit need not be remembered one by one: the oldest would leave first anyway.
  const withNow = (moments: readonly number[]): number[] => [...moments, now].slice(-2 * budget.limit);
  return { ...rest, requests: withNow(requests), unasked: isUnasked ? withNow(unasked) : unasked };
}

/** Corrects the count by an answer's headers and by a refusal with 429. */
export function learn(budget: Budget, answer: HttpAnswer, now: number): Budget {
  const known = current(budget, now);
  const limit = announcedLimit(answer) ?? known.limit;
  const remaining = headerNumber(answer, 'x-ratelimit-remaining', 'ratelimit-remaining');
  const requests = remaining === null ? known.requests : recount(known.requests, limit - remaining, now);
  const counted = { limit: Math.max(1, limit), requests, unasked: known.unasked };
  if (answer.status !== 429) return { ...counted, blockedUntil: known.blockedUntil };
  const seconds =
    headerNumber(answer, 'retry-after') ?? (delay({ ...known, requests }, now) ?? WINDOW_MS) / 1000;
  return { ...counted, blockedUntil: now + Math.max(1, seconds) * 1000 };
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
  return untilRoom(requests, limit, now);
}

/**
 * Milliseconds until the program may make a request nobody asked for; null when at once. It keeps to its share, and
 * leaves the last places to what a person may want to send, open or delete.
 */
export function unaskedDelay(budget: Budget, now: number): number | null {
  const { limit, requests, unasked, blockedUntil } = current(budget, now);
  const waits = [
    blockedUntil === null ? null : blockedUntil - now,
    untilRoom(requests, limit - reserved(limit), now),
    untilRoom(unasked, unaskedShare(limit), now),
  ].filter((wait) => wait !== null);
  return waits.length === 0 ? null : Math.max(...waits);
}

/** @param most so many of these fit into a window */
function untilRoom(moments: readonly number[], most: number, now: number): number | null {
  if (most < 1) return WINDOW_MS;
  // The one whose leaving makes room for one more.
  const leaving = moments[moments.length - most];
  return leaving === undefined ? null : leaving + WINDOW_MS - now;
}

/** What the service says its limit is, or null where it says nothing. */
export const announcedLimit = (answer: HttpAnswer): number | null =>
  headerNumber(answer, 'x-ratelimit-limit', 'ratelimit-limit');

function headerNumber(answer: HttpAnswer, ...names: readonly string[]): number | null {
  for (const name of names) {
    const value = answer.headers[name]?.trim();
    if (value !== undefined && /^\d{1,6}$/.test(value)) return Number(value);
  }
  return null;
}
