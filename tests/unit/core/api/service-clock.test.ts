import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterSleep, type LocalTime, observe, timeAt } from '../../../../src/core/api/service-clock.ts';

const WALL = Date.parse('2026-06-01T12:00:00.000Z');
const at = (wall: number, steady: number): LocalTime => ({ wall: WALL + wall, steady });
const said = (offset: number): string => new Date(WALL + offset).toUTCString();
const HOUR = 3_600_000;

describe('the time at a service', () => {
  it('is this computer’s while the service has said nothing', () => {
    expect(timeAt(null, at(5, 5))).toBe(WALL + 5);
    expect(observe(undefined, at(0, 0), at(0, 0))).toBeNull();
    expect(observe('2026-06-01T12:00:00Z', at(0, 0), at(0, 0))).toBeNull();
    expect(observe('tomorrow', at(0, 0), at(0, 0))).toBeNull();
  });

  it('is this computer’s where the two agree as far as a header can say', () => {
    const observation = observe(said(1_000), at(0, 0), at(100, 100));
    expect(timeAt(observation, at(60_000, 60_000))).toBe(WALL + 60_000);
  });

  it('is the service’s where they differ, and goes on', () => {
    const observation = observe(said(-HOUR), at(0, 0), at(0, 0));
    expect(timeAt(observation, at(0, 0))).toBe(WALL - HOUR + 500);
    expect(timeAt(observation, at(10_000, 10_000))).toBe(WALL - HOUR + 10_500);
  });

  it.each([
    ['back', -24 * HOUR],
    ['forward', 24 * HOUR],
  ])('does not follow a clock that is set %s', (_name, jump) => {
    const observation = observe(said(0), at(0, 0), at(0, 0));
    expect(Math.abs(timeAt(observation, at(60_000 + jump, 60_000)) - (WALL + 60_000))).toBeLessThan(2_000);
  });

  it('goes on while the computer sleeps, once that is known', () => {
    const observation = observe(said(0), at(0, 0), at(0, 0))!;
    const awake = at(8 * HOUR, 1_000);
    // A sleep and a clock that was set look the same: the earlier time is believed.
    expect(timeAt(observation, awake)).toBeLessThan(WALL + HOUR);
    expect(timeAt(afterSleep(observation, awake), awake)).toBe(WALL + 8 * HOUR);
  });

  it('never runs backwards while the steady clock goes on, whatever the other does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.record({ pass: fc.nat({ max: 1e7 }), jump: fc.constantFrom(0, 0, 0, -1e8, 1e8) }), {
          maxLength: 8,
        }),
        (offset, steps) => {
          const observation = observe(said(offset), at(0, 0), at(0, 0));
          let [wall, steady] = [0, 0];
          let before = timeAt(observation, at(wall, steady));
          for (const { pass, jump } of steps) {
            wall += pass + jump;
            steady += pass;
            const now = timeAt(observation, at(wall, steady));
            // The width of what a header leaves unsure.
            expect(now).toBeGreaterThan(before - 2_000);
            before = now;
          }
        },
      ),
    );
  });
});
