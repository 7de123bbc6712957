import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Budget,
  budgetSchema,
  delay,
  learn,
  newBudget,
  remaining,
  reserved,
  spend,
  unaskedDelay,
  unaskedShare,
  WINDOW_MS,
} from '../../../../src/core/api/budget.ts';

const NOW = 1_800_000_000_000;
const spent = (count: number, at = NOW, limit = 20): Budget =>
  Array.from({ length: count }).reduce<Budget>((budget) => spend(budget, at), newBudget(limit));
const answered = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: new Uint8Array(),
});

describe('the rate budget', () => {
  it('allows as many as the limit within a window, and then waits for the first to leave it', () => {
    expect(delay(spent(19), NOW)).toBeNull();
    expect(delay(spent(20), NOW)).toBe(WINDOW_MS);
    expect(delay(spent(20), NOW + WINDOW_MS - 1)).toBe(1);
    expect(delay(spent(20), NOW + WINDOW_MS)).toBeNull();
  });

  it('slides: room comes back one by one', () => {
    let budget = newBudget(3);
    for (const at of [0, 1000, 2000]) budget = spend(budget, NOW + at);
    expect(delay(budget, NOW + 2000)).toBe(WINDOW_MS - 2000);
    budget = spend(budget, NOW + WINDOW_MS);
    expect(delay(budget, NOW + WINDOW_MS)).toBe(1000);
  });

  it('says what is left before it runs out', () => {
    expect(remaining(spent(17), NOW)).toEqual({ limit: 20, remaining: 3, freeAt: null });
    expect(remaining(spent(20), NOW)).toEqual({ limit: 20, remaining: 0, freeAt: NOW + WINDOW_MS });
  });

  it('waits as long as a 429 says, whatever it counted itself', () => {
    const budget = learn(spent(1), answered(429, { 'retry-after': '30' }), NOW);
    expect(delay(budget, NOW)).toBe(30_000);
    expect(remaining(budget, NOW).remaining).toBe(0);
    expect(delay(budget, NOW + 30_000)).toBeNull();
  });

  it('waits a whole window after a 429 that says nothing', () => {
    expect(delay(learn(newBudget(20), answered(429), NOW), NOW)).toBe(WINDOW_MS);
  });

  it('takes the service’s own count over its own', () => {
    const headers = { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '40' };
    expect(remaining(learn(spent(2), answered(200, headers), NOW), NOW)).toMatchObject({
      limit: 100,
      remaining: 40,
    });
    const more = { 'x-ratelimit-limit': '20', 'x-ratelimit-remaining': '19' };
    expect(remaining(learn(spent(15), answered(200, more), NOW), NOW)).toMatchObject({
      limit: 20,
      remaining: 19,
    });
  });

  it('ignores headers that are no counts', () => {
    const headers = { 'x-ratelimit-limit': '-1', 'x-ratelimit-remaining': 'many' };
    expect(remaining(learn(spent(2), answered(200, headers), NOW), NOW)).toMatchObject({
      limit: 20,
      remaining: 18,
    });
  });

  it('does not wait for years after the clock was set back', () => {
    const future = spent(20, NOW + 365 * 24 * 3600 * 1000);
    expect(delay(future, NOW)).toBeLessThanOrEqual(WINDOW_MS);
  });

  it('never allows more than the limit in any window, for any rhythm', () => {
    const rhythm = fc.array(fc.integer({ min: 0, max: WINDOW_MS / 3 }), { maxLength: 80 });
    fc.assert(
      fc.property(rhythm, fc.integer({ min: 1, max: 10 }), (pauses, limit) => {
        let budget = newBudget(limit);
        let now = NOW;
        const made: number[] = [];
        for (const pause of pauses) {
          now += pause;
          if (delay(budget, now) !== null) continue;
          budget = spend(budget, now);
          made.push(now);
          expect(made.filter((at) => at > now - WINDOW_MS).length).toBeLessThanOrEqual(limit);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never lets the program’s own questions take a place that a person needs', () => {
    const step = fc.record({
      pause: fc.integer({ min: 0, max: WINDOW_MS / 6 }),
      who: fc.constantFrom('person', 'program', 'program'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), fc.integer({ min: 1, max: 30 }), (steps, limit) => {
        let budget = newBudget(limit);
        let now = NOW;
        const made: { at: number; who: string }[] = [];
        const lately = (who: string): number =>
          made.filter((each) => each.who === who && each.at > now - WINDOW_MS).length;
        for (const { pause, who } of steps) {
          now += pause;
          if (who === 'person' && lately('person') < limit - unaskedShare(limit))
            expect(delay(budget, now)).toBeNull();
          const wait = who === 'person' ? delay(budget, now) : unaskedDelay(budget, now);
          if (wait !== null) continue;
          budget = spend(budget, now, who === 'program');
          made.push({ at: now, who });
          expect(lately('program')).toBeLessThanOrEqual(unaskedShare(limit));
          if (who === 'program')
            expect(lately('person') + lately('program')).toBeLessThanOrEqual(limit - reserved(limit));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('lets the program ask once the wait it was told is over', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: WINDOW_MS })), fc.integer({ min: 3, max: 30 }), (pauses, limit) => {
        let budget = newBudget(limit);
        let now = NOW;
        for (const pause of pauses) {
          now += pause;
          const wait = unaskedDelay(budget, now);
          if (wait !== null) {
            expect(unaskedDelay(budget, now + wait - 1)).not.toBeNull();
            now += wait;
          }
          expect(unaskedDelay(budget, now)).toBeNull();
          budget = spend(budget, now, true);
        }
      }),
    );
  });

  it('reads what an earlier program wrote, which did not tell whose a request was', () => {
    const older = budgetSchema.parse({ limit: 20, requests: [NOW], blockedUntil: null });
    expect(remaining(older, NOW).remaining).toBe(19);
    expect(unaskedDelay(older, NOW)).toBeNull();
  });

  it('stays something that can be stored, whatever a service answers', () => {
    const header = fc.string({ maxLength: 8 });
    const headers = fc.record({
      'retry-after': header,
      'x-ratelimit-limit': header,
      'x-ratelimit-remaining': header,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(200, 429, 500), headers)), (answers) => {
        let budget = newBudget(20);
        for (const [status, sent] of answers) budget = learn(spend(budget, NOW), answered(status, sent), NOW);
        expect(budgetSchema.safeParse(budget).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
