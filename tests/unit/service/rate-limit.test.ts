import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlidingWindow } from '../../../src/service/http/rate-limit.ts';

describe('the sliding window', () => {
  it('never allows more than the limit in any stretch of the window, and refuses no one needlessly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { maxLength: 80 }),
        fc.integer({ min: 1, max: 5 }),
        (pauses, limit) => {
          const windowMs = 100;
          let now = 0;
          const window = new SlidingWindow(windowMs, () => now);
          const allowed: number[] = [];
          for (const pause of pauses) {
            now += pause;
            const inWindow = allowed.filter((moment) => moment > now - windowMs).length;
            const budget = window.take('someone', limit);
            expect(budget.allowed).toBe(inWindow < limit);
            if (budget.allowed) allowed.push(now);
            expect(budget.remaining).toBe(limit - inWindow - (budget.allowed ? 1 : 0));
          }
        },
      ),
    );
  });

  it('locks nobody out when the clock is set back', () => {
    let now = 1_000_000;
    const window = new SlidingWindow(500, () => now);
    window.take('someone', 1);
    now = 1_000;
    expect(window.take('someone', 1)).toMatchObject({ allowed: true, resetsAt: 1_500 });
  });

  it('allows again at the very moment it announced', () => {
    let now = 1000;
    const window = new SlidingWindow(500, () => now);
    window.take('someone', 1);
    now = 1200;
    const refused = window.take('someone', 1);
    expect(refused).toEqual({ allowed: false, limit: 1, remaining: 0, resetsAt: 1500 });
    now = refused.resetsAt - 1;
    expect(window.take('someone', 1).allowed).toBe(false);
    now = refused.resetsAt;
    expect(window.take('someone', 1).allowed).toBe(true);
  });

  it('forgets the first caller rather than grow without end', () => {
    const window = new SlidingWindow(1_000_000, () => 0);
    window.take('first', 1);
    window.take('kept', 1);
    for (let count = 0; count < 19_999; count += 1) window.take(`caller ${count}`, 1);
    expect(window.take('kept', 1).allowed).toBe(false);
    expect(window.take('first', 1).allowed).toBe(true);
  });
});
