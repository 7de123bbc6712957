/** When to ask a service again about a secret: often while something is likely to happen, rarely otherwise. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No secret is asked about more often by itself. */
export const SHORTEST_PAUSE_MS = 30 * SECOND;
export const LONGEST_PAUSE_MS = 12 * HOUR;
/** After its expiry a secret is asked about once more: it may have been opened in its last minutes. */
export const LAST_ASK_MS = 15 * SECOND;

/** Most are opened soon after they were sent. */
const BY_AGE: readonly { readonly until: number; readonly pause: number }[] = [
  { until: 10 * MINUTE, pause: SHORTEST_PAUSE_MS },
  { until: HOUR, pause: 2 * MINUTE },
  { until: DAY, pause: 15 * MINUTE },
  { until: 7 * DAY, pause: 2 * HOUR },
];
/** Or just before it is too late; and a reminder an hour before must know. */
const BY_REST: readonly { readonly within: number; readonly pause: number }[] = [
  { within: 10 * MINUTE, pause: MINUTE },
  { within: HOUR, pause: 5 * MINUTE },
];

/** Times in milliseconds since the epoch. */
export interface Lifetime {
  readonly createdAt: number;
  readonly expiresAt: number | null;
}

/** When to ask next, after an answer at `now` that did not end it. Null once it was asked about after its expiry. */
export function nextAsk({ createdAt, expiresAt }: Lifetime, now: number): number | null {
  const age = Math.max(0, now - createdAt);
  const pause = BY_AGE.find(({ until }) => age < until)?.pause ?? LONGEST_PAUSE_MS;
  if (expiresAt === null) return now + pause;
  const rest = expiresAt - now;
  if (rest <= 0) return null;
  const shorter = BY_REST.find(({ within }) => rest <= within)?.pause ?? pause;
  // A minute before the last hour begins, if that comes first.
  const beforeLastHour = expiresAt - HOUR - MINUTE;
  const candidates = [now + Math.min(pause, shorter), expiresAt + LAST_ASK_MS];
  if (beforeLastHour - now >= SHORTEST_PAUSE_MS) candidates.push(beforeLastHour);
  return Math.max(Math.min(...candidates), now + LAST_ASK_MS);
}

/** The pause after the nth failure in a row, in milliseconds. */
export function pauseAfterFailure(failures: number): number {
  return Math.min(MINUTE * 2 ** Math.max(0, failures - 1), HOUR);
}
