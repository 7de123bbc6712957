import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdleWatch } from '../../../src/main/lock/idle-watch.ts';
import { createLock, type LockParts, takeEachStep } from '../../../src/main/lock/lock.ts';
import type { UnlockOutput } from '../../../src/shared/bridge/resident.ts';

function assemble(part: Partial<LockParts> = {}) {
  const done: string[] = [];
  const lock = createLock({
    wipe: () => done.push('wiped'),
    forget: () => {
      done.push('forgot');
      return Promise.resolve();
    },
    prove: () => Promise.resolve('unlocked'),
    opener: () => 'keychain',
    resume: () => done.push('resumed'),
    log: { write: () => undefined, read: () => '' },
    ...part,
  });
  return { lock, done };
}

describe('the lock', () => {
  it('is locked before the windows go, so that none of them is answered any more', () => {
    const seen: boolean[] = [];
    const { lock } = assemble({ wipe: () => seen.push(lock.state.isLocked) });
    lock.lock('asked');
    expect(seen).toEqual([true]);
    expect(lock.state).toEqual({ isLocked: true, why: 'asked', opens: 'keychain' });
  });

  it('wipes the windows before anything that may wait, and once', () => {
    const { lock, done } = assemble();
    lock.lock('idle');
    lock.lock('system');
    expect(done).toEqual(['wiped', 'forgot']);
    expect(lock.state).toMatchObject({ why: 'idle' });
  });

  it.each(['keychain', 'wrong-passphrase', 'storage'] as const)('stays locked on %s', async (outcome) => {
    const { lock, done } = assemble({ prove: () => Promise.resolve(outcome) });
    lock.lock('asked');
    expect(await lock.unlock(null)).toBe(outcome);
    expect(lock.state.isLocked).toBe(true);
    expect(done).not.toContain('resumed');
  });

  it('goes on once it is opened', async () => {
    const { lock, done } = assemble();
    const changes: boolean[] = [];
    lock.onChange((isLocked) => changes.push(isLocked));
    lock.lock('asked');
    expect(await lock.unlock(null)).toBe('unlocked');
    expect(done).toEqual(['wiped', 'forgot', 'resumed']);
    expect(changes).toEqual([true, false]);
  });

  it('can be opened although something could not be forgotten', async () => {
    const { lock } = assemble({ forget: () => Promise.reject(new Error('database or disk is full')) });
    lock.lock('asked');
    expect(await lock.unlock(null)).toBe('unlocked');
  });

  it('forgets the rest although one thing could not be forgotten', async () => {
    const done: string[] = [];
    const steps = [
      () => Promise.reject(new Error('database or disk is full')),
      () => {
        done.push('key');
      },
    ];
    await expect(takeEachStep(steps)).rejects.toThrow('not taken');
    expect(done).toEqual(['key']);
  });

  it('asks for nothing before everything is forgotten', async () => {
    let forget = (): void => undefined;
    const order: string[] = [];
    const { lock } = assemble({
      forget: () =>
        new Promise((resolve) => {
          forget = () => {
            order.push('forgot');
            resolve();
          };
        }),
      prove: () => {
        order.push('asked');
        return Promise.resolve('unlocked');
      },
    });
    lock.lock('asked');
    const unlocking = lock.unlock(null);
    forget();
    await unlocking;
    expect(order).toEqual(['forgot', 'asked']);
  });

  it('that is locked again while somebody opens it stays locked, and forgets what the opening brought', async () => {
    let answer: (outcome: UnlockOutput) => void = () => undefined;
    const { lock, done } = assemble({
      prove: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    lock.lock('asked');
    const unlocking = lock.unlock(null);
    await expect.poll(() => done).toContain('forgot');
    await Promise.resolve();
    lock.lock('system');
    answer('unlocked');
    expect(await unlocking).toBe('keychain');
    expect(lock.state.isLocked).toBe(true);
    expect(done.filter((step) => step === 'forgot')).toHaveLength(2);
  });

  it('that is open needs no opening', async () => {
    const { lock, done } = assemble({ prove: () => Promise.reject(new Error('asked')) });
    expect(await lock.unlock(null)).toBe('unlocked');
    expect(done).toEqual([]);
  });
});

describe('watching for idleness', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('wakes nobody when it is never to lock', () => {
    const watch = createIdleWatch({ idleSeconds: () => 0, onIdle: () => undefined });
    watch.watch(null);
    expect(vi.getTimerCount()).toBe(0);
    watch.watch(5);
    expect(vi.getTimerCount()).toBe(1);
    watch.watch(null);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells when nobody has touched anything for that long, and then rests', () => {
    let lastTouch = Date.now();
    let idle = 0;
    const watch = createIdleWatch({
      idleSeconds: () => (Date.now() - lastTouch) / 1000,
      onIdle: () => {
        idle += 1;
      },
    });
    watch.watch(5);
    vi.advanceTimersByTime(4 * 60_000);
    lastTouch = Date.now();
    vi.advanceTimersByTime(4 * 60_000);
    expect(idle).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(idle).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('wakes up a few times an hour for somebody who works, not in steps', () => {
    let looks = 0;
    const watch = createIdleWatch({
      idleSeconds: () => {
        looks += 1;
        return 0;
      },
      onIdle: () => undefined,
    });
    watch.watch(15);
    vi.advanceTimersByTime(60 * 60_000);
    expect(looks).toBeLessThanOrEqual(5);
  });
});
