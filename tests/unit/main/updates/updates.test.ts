import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../../../src/core/result.ts';
import type { UpdateSource } from '../../../../src/main/updates/port.ts';
import { LOOK_EVERY_MS, ProgramUpdates, type UpdatesParts } from '../../../../src/main/updates/updates.ts';
import type { Release } from '../../../../src/shared/bridge/updates.ts';

const release: Release = { version: '2.0.0', bytes: 100, releasedAt: '2026-11-12T09:30:00.000Z' };

interface Source extends UpdateSource {
  readonly look: ReturnType<typeof vi.fn<UpdateSource['look']>>;
  readonly install: ReturnType<typeof vi.fn<UpdateSource['install']>>;
  finishDownload: (outcome: Awaited<ReturnType<UpdateSource['download']>>) => void;
  tellProgress: (percent: number) => void;
}

function world(more: Partial<UpdatesParts> & { readonly wants?: boolean } = {}) {
  let lookedAt: number | null = null;
  let wants = more.wants ?? false;
  const source: Source = {
    look: vi.fn<UpdateSource['look']>(() => Promise.resolve(ok(release))),
    install: vi.fn<UpdateSource['install']>(() => 'installed'),
    download: (onProgress) => {
      source.tellProgress = onProgress;
      return new Promise((resolve) => {
        source.finishDownload = resolve;
      });
    },
    stop: () => {
      source.finishDownload(err('stopped'));
    },
    finishDownload: () => undefined,
    tellProgress: () => undefined,
  };
  const parts = {
    owner: null,
    hasPage: true,
    load: vi.fn(() => Promise.resolve(source)),
    wantsLooks: () => wants,
    lookedAt: {
      read: () => lookedAt,
      write: (at: number) => {
        lookedAt = at;
      },
    },
    clock: Date.now,
    tell: vi.fn(),
    note: vi.fn(),
    quit: vi.fn(),
    makeWay: vi.fn(),
    ...more,
  };
  const updates = new ProgramUpdates(parts);
  return {
    ...{ updates, source, parts },
    want: (next: boolean) => {
      wants = next;
      updates.reschedule();
    },
    settle: () => vi.advanceTimersByTimeAsync(0),
  };
}

/** As far as a version that is ready. */
async function ready() {
  const all = world();
  all.updates.look();
  await all.settle();
  all.updates.download();
  await all.settle();
  all.source.finishDownload(ok(null));
  await all.settle();
  expect(all.updates.state.now.state).toBe('ready');
  return all;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a program that nobody asked to look for updates', () => {
  it('looks for none, and does not even load what could', async () => {
    const { updates, parts } = world();
    updates.reschedule();
    await vi.advanceTimersByTimeAsync(30 * LOOK_EVERY_MS);
    expect(parts.load).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never does where somebody else keeps it up to date', async () => {
    const { updates, parts } = world({ owner: 'package-manager', wants: true });
    updates.reschedule();
    updates.look();
    updates.download();
    updates.install();
    await vi.advanceTimersByTimeAsync(30 * LOOK_EVERY_MS);
    expect(parts.load).not.toHaveBeenCalled();
    expect(updates.state.now).toEqual({ state: 'off', owner: 'package-manager' });
  });
});

describe('a look once a day', () => {
  it('comes a while after the start, then a day later, also over restarts; and ends with the wish', async () => {
    const { updates, source, want } = world({ wants: true });
    updates.reschedule();
    await vi.advanceTimersByTimeAsync(1000);
    expect(source.look).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(source.look).toHaveBeenCalledTimes(1);
    // As after a start: it is known when it was looked last.
    updates.reschedule();
    await vi.advanceTimersByTimeAsync(LOOK_EVERY_MS - 2000);
    expect(source.look).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(source.look).toHaveBeenCalledTimes(2);
    want(false);
    await vi.advanceTimersByTimeAsync(5 * LOOK_EVERY_MS);
    expect(source.look).toHaveBeenCalledTimes(2);
  });

  it('tells what it found, fetches nothing, and is silent when nobody answers', async () => {
    const { updates, source, parts } = world({ wants: true });
    source.look.mockResolvedValueOnce(err('unreachable'));
    updates.reschedule();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(updates.state.now).toEqual({ state: 'idle' });
    expect(updates.hasNews).toBe(false);
    expect(parts.note).toHaveBeenCalledWith('unreachable');
    await vi.advanceTimersByTimeAsync(LOOK_EVERY_MS);
    expect(updates.state.now).toEqual({ state: 'available', release });
    expect(updates.hasNews).toBe(true);
    await vi.advanceTimersByTimeAsync(LOOK_EVERY_MS / 2);
    expect(updates.state.now.state).toBe('available');
  });

  it('is no news when the person looked', async () => {
    const { updates, settle } = world();
    updates.look();
    await settle();
    expect(updates.state).toMatchObject({
      now: { state: 'available' },
      lookedAt: '2026-11-20T10:00:00.000Z',
    });
    expect(updates.hasNews).toBe(false);
  });
});

describe('a download', () => {
  it('that was stopped says nothing any more, and can be begun again at once', async () => {
    const { updates, source, settle } = world();
    updates.look();
    await settle();
    updates.download();
    await settle();
    source.tellProgress(40);
    const late = source.tellProgress;
    expect(updates.state.now).toMatchObject({ state: 'downloading', percent: 40 });
    updates.stop();
    updates.download();
    late(90);
    expect(updates.state.now).toMatchObject({ state: 'downloading', percent: 0 });
    await settle();
    source.tellProgress(10);
    source.finishDownload(ok(null));
    await settle();
    expect(updates.state.now).toEqual({ state: 'ready', release });
  });

  it('that failed says why, and can be tried again', async () => {
    const { updates, source, settle } = world();
    updates.look();
    await settle();
    updates.download();
    await settle();
    source.finishDownload(err('digest'));
    await settle();
    expect(updates.state.now).toEqual({ state: 'failed', why: 'digest', release });
    updates.download();
    expect(updates.state.now.state).toBe('downloading');
  });
});

describe('changing over', () => {
  it('happens at the very end, after the person asked and nothing held the program up', async () => {
    const { updates, source, parts } = await ready();
    expect(updates.finish()).toBe(false);
    expect(source.install).not.toHaveBeenCalled();
    updates.install();
    expect(parts.quit).toHaveBeenCalledTimes(1);
    expect(source.install).not.toHaveBeenCalled();
    expect(updates.finish()).toBe(false);
    expect(source.install).toHaveBeenCalledTimes(1);
    expect(parts.makeWay).toHaveBeenCalledBefore(source.install);
  });

  it('does not when the person went back to something unfinished, and does when they let it go', async () => {
    const { updates, source } = await ready();
    updates.install();
    updates.hold();
    updates.finish();
    expect(source.install).not.toHaveBeenCalled();
    updates.install();
    updates.hold();
    updates.goOn();
    updates.finish();
    expect(source.install).toHaveBeenCalledTimes(1);
  });

  it('leaves the ending to the system where that does it', async () => {
    const { updates, source } = await ready();
    source.install.mockReturnValue('takes-over');
    updates.install();
    expect(updates.finish()).toBe(true);
  });
});
