import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LAST_ASK_MS,
  LONGEST_PAUSE_MS,
  nextAsk,
  pauseAfterFailure,
  SHORTEST_PAUSE_MS,
} from '../../../../src/core/secret/refresh-plan.ts';

const CREATED = Date.parse('2026-06-01T12:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const lifetime = fc.option(fc.integer({ min: MINUTE, max: 400 * DAY }), { nil: null });
const age = fc.oneof(fc.nat({ max: HOUR }), fc.nat({ max: 400 * DAY }));

/** Asks as the plan says until it says no more, or for so long. */
function simulate(rest: number | null, until: number): number[] {
  const expiresAt = rest === null ? null : CREATED + rest;
  const asked: number[] = [];
  for (let now: number | null = CREATED; now !== null && now <= CREATED + until;) {
    asked.push(now - CREATED);
    now = nextAsk({ createdAt: CREATED, expiresAt }, now);
  }
  return asked;
}

describe('when to ask a service again', () => {
  it('is later than now and within half a day, until the secret has expired', () => {
    fc.assert(
      fc.property(lifetime, age, (rest, since) => {
        const expiresAt = rest === null ? null : CREATED + rest;
        const now = CREATED + since;
        const next = nextAsk({ createdAt: CREATED, expiresAt }, now);
        if (expiresAt !== null && now >= expiresAt) {
          expect(next).toBeNull();
          return;
        }
        expect(next).toBeGreaterThanOrEqual(now + LAST_ASK_MS);
        expect(next).toBeLessThanOrEqual(now + LONGEST_PAUSE_MS);
        // In time for what may have happened in its last minutes, and no later.
        if (expiresAt !== null)
          expect(next).toBeLessThanOrEqual(Math.max(expiresAt + LAST_ASK_MS, now + LAST_ASK_MS));
      }),
      { numRuns: 1000 },
    );
  });

  it('comes to an end, once after the expiry', () => {
    fc.assert(
      fc.property(fc.integer({ min: MINUTE, max: 60 * DAY }), (rest) => {
        const asked = simulate(rest, 100 * DAY);
        expect(asked.filter((at) => at >= rest)).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });

  it('is soon after it was sent, and rarely when it is old', () => {
    const asked = simulate(null, 60 * DAY);
    expect(asked.filter((at) => at <= 10 * MINUTE)).toHaveLength(21);
    expect(asked.filter((at) => at > 20 * DAY && at <= 21 * DAY)).toHaveLength(2);
  });

  it('costs a secret of a week at most some two hundred questions', () => {
    expect(simulate(7 * DAY, 8 * DAY).length).toBeLessThan(250);
  });

  it('knows just before the last hour begins whether to remind', () => {
    const asked = simulate(7 * DAY, 8 * DAY);
    const reminder = 7 * DAY - HOUR;
    expect(asked.some((at) => at <= reminder && at >= reminder - 5 * MINUTE)).toBe(true);
  });

  it('does not hammer a service that fails', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (failures) => {
        const pause = pauseAfterFailure(failures);
        expect(pause).toBeGreaterThanOrEqual(SHORTEST_PAUSE_MS);
        expect(pause).toBeLessThanOrEqual(HOUR);
        expect(pauseAfterFailure(failures + 1)).toBeGreaterThanOrEqual(pause);
      }),
    );
  });
});
