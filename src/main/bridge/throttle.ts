/**
 * Keeps one window from drowning the main process: a token bucket for each window and call, and a bound on what is
 * under way. Generous for people, whose fastest hands make a few calls a second.
 */
import { MAX_PAYLOAD_CHARS } from './payload.ts';

/** Calls of one kind that may come in one burst. A list of a hundred entries asked for one by one fits. */
const BURST = 200;
/** As many more of them each second. */
const PER_SECOND = 50;
/** Calls of one kind that may be under way at the same time. */
const MAX_UNDER_WAY = 64;
/** Text of all calls under way, in UTF-16 units: two of the largest. */
const MAX_CHARS_UNDER_WAY = 2 * MAX_PAYLOAD_CHARS;

interface Bucket {
  tokens: number;
  /** Milliseconds of the clock when it was last looked at. */
  at: number;
  underWay: number;
  isEmpty: boolean;
}

export interface Throttle {
  /** @returns 'pass', or whether this is the first refusal of a spell: only that one is worth a line in the log */
  take(window: object, call: string): 'pass' | 'first-refusal' | 'refusal';
  /** Counts a call as under way. @returns what ends it; null when there is no room for it */
  enter(window: object, call: string, chars: number): (() => void) | null;
}

/** @param now milliseconds that never run backwards */
export function createThrottle(now: () => number): Throttle {
  // A window that is gone takes its buckets along.
  const buckets = new WeakMap<object, Map<string, Bucket>>();
  const charsUnderWay = new WeakMap<object, number>();
  const bucketOf = (window: object, call: string): Bucket => {
    const own = buckets.get(window) ?? new Map<string, Bucket>();
    buckets.set(window, own);
    const bucket = own.get(call) ?? { tokens: BURST, at: now(), underWay: 0, isEmpty: false };
    own.set(call, bucket);
    return bucket;
  };
  return {
    take(window, call) {
      const bucket = bucketOf(window, call);
      const moment = now();
      bucket.tokens = Math.min(BURST, bucket.tokens + ((moment - bucket.at) / 1000) * PER_SECOND);
      bucket.at = moment;
      if (bucket.tokens < 1) {
        const isFirst = !bucket.isEmpty;
        bucket.isEmpty = true;
        return isFirst ? 'first-refusal' : 'refusal';
      }
      bucket.tokens -= 1;
      // A trickle at the edge is still the same spell.
      if (bucket.tokens > BURST / 2) bucket.isEmpty = false;
      return 'pass';
    },
    enter(window, call, chars) {
      const bucket = bucketOf(window, call);
      const total = (charsUnderWay.get(window) ?? 0) + chars;
      if (bucket.underWay >= MAX_UNDER_WAY || total > MAX_CHARS_UNDER_WAY) return null;
      bucket.underWay += 1;
      charsUnderWay.set(window, total);
      return () => {
        bucket.underWay -= 1;
        charsUnderWay.set(window, (charsUnderWay.get(window) ?? chars) - chars);
      };
    },
  };
}
