import { describe, expect, it } from 'vitest';
import { watchIdleness } from '../../../src/service/idle-watch.ts';
import type { Store } from '../../../src/service/store/store.ts';

/** A store that holds something or not, and timers that a test fires. */
function setUp(holds: boolean) {
  const state = { holds, fails: false, told: 0 };
  const timers: (() => void)[] = [];
  const store: Pick<Store, 'holdsAnything'> = {
    holdsAnything: () => (state.fails ? Promise.reject(new Error('disk')) : Promise.resolve(state.holds)),
  };
  const surroundings = {
    clock: () => 0,
    schedule: (_delayMs: number, run: () => void) => {
      timers.push(run);
      return () => {
        if (timers.includes(run)) timers.splice(timers.indexOf(run), 1);
      };
    },
  };
  const onIdle = (): void => void (state.told += 1);
  const watch = watchIdleness(store as Store, surroundings, { afterMs: 1000, onIdle });
  const fire = async () => {
    timers.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { state, timers, watch, fire };
}

describe('the service’s idleness', () => {
  it('is told of when nothing is in it and nobody has asked for a while', async () => {
    const { state, fire } = setUp(false);
    await fire();
    expect(state.told).toBe(1);
  });

  it('does not begin while a request is under way, and anew with each', async () => {
    const { state, timers, watch, fire } = setUp(false);
    watch.begin();
    watch.begin();
    watch.end();
    expect(timers).toEqual([]);
    expect(await watch.isIdle()).toBe(false);
    watch.end();
    expect(timers).toHaveLength(1);
    await fire();
    expect(state.told).toBe(1);
  });

  it('is not told of, and waited for by no timer, while something can be opened', async () => {
    const { state, timers, watch, fire } = setUp(true);
    await fire();
    expect([state.told, timers.length]).toEqual([0, 0]);
    state.holds = false;
    watch.look();
    await fire();
    expect(state.told).toBe(1);
  });

  it('is not taken for granted where the store cannot be read', async () => {
    const { state, watch, fire } = setUp(false);
    state.fails = true;
    await fire();
    expect([state.told, await watch.isIdle()]).toEqual([0, false]);
  });

  it('is not told of any more once it has stopped', () => {
    const { state, timers, watch } = setUp(false);
    watch.stop();
    watch.look();
    expect([timers.length, state.told]).toEqual([0, 0]);
  });
});
