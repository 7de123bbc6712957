import { describe, expect, it } from 'vitest';
import type { ServiceEvent } from '../../../src/service/ports.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { startSweeper } from '../../../src/service/sweeper.ts';

const HOUR = 3_600_000;

/** A store whose next expiry a test sets, and timers that a test fires. */
function setUp(due: number | null) {
  const state = { now: 0, due, sweeps: 0, fails: false, log: [] as ServiceEvent[] };
  const timers: { delayMs: number; run: () => void }[] = [];
  const store: Pick<Store, 'sweep' | 'nextDue'> = {
    sweep() {
      state.sweeps += 1;
      return state.fails ? Promise.reject(new RangeError('disk full')) : Promise.resolve();
    },
    nextDue: () => Promise.resolve(state.due),
  };
  const sweeper = startSweeper(store as Store, {
    clock: () => state.now,
    log: (event) => state.log.push(event),
    schedule: (delayMs, run) => {
      const timer = { delayMs, run };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const fire = async () => {
    const timer = timers.shift();
    if (timer === undefined) throw new Error('nothing scheduled');
    state.now += timer.delayMs;
    timer.run();
    await settle();
  };
  return { state, timers, sweeper, settle, fire };
}

describe('the sweeper', () => {
  it('sweeps at the start, and then runs no timer while nothing waits to expire', async () => {
    const { state, timers, settle } = setUp(null);
    await settle();
    expect(state.sweeps).toBe(1);
    expect(timers).toEqual([]);
  });

  it('wakes when the next message expires', async () => {
    const { state, timers, settle, fire } = setUp(5000);
    await settle();
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([5000]);
    state.due = null;
    await fire();
    expect(state.sweeps).toBe(2);
    expect(timers).toEqual([]);
  });

  it('wakes sooner when told of something sooner, and not later when told of something later', async () => {
    const { timers, settle, sweeper } = setUp(5000);
    await settle();
    sweeper.notice(9000);
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([5000]);
    sweeper.notice(2000);
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([2000]);
  });

  it('looks at the clock at least each hour while it waits, as a machine may have slept', async () => {
    const { timers, settle, fire } = setUp(2.5 * HOUR);
    await settle();
    const waits = [];
    for (let count = 0; count < 3; count += 1) {
      waits.push(timers[0]?.delayMs);
      await fire();
    }
    expect(waits).toEqual([HOUR, HOUR, HOUR / 2]);
  });

  it('tries again in a minute when the store fails, and says so without the message', async () => {
    const { state, timers, settle, fire } = setUp(1000);
    await settle();
    state.fails = true;
    await fire();
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([60_000]);
    expect(state.log).toEqual([{ type: 'failed', where: 'sweep', reason: 'RangeError' }]);
  });

  it('stops for good', async () => {
    const { timers, settle, sweeper } = setUp(5000);
    await settle();
    sweeper.stop();
    sweeper.notice(10);
    expect(timers).toEqual([]);
  });
});
