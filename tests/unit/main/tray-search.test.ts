import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Settings } from '../../../src/shared/bridge/models.ts';
import { createTrayAbsence } from '../../../src/main/tray/absence.ts';
import { searchForTray } from '../../../src/main/tray/search.ts';
import { DEFAULT_SETTINGS } from '../../fakes/settings.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A desktop whose tray comes up after so many looks. */
function desktop(looksBefore: number) {
  const told: boolean[] = [];
  let looks = 0;
  const search = searchForTray(
    () => Promise.resolve((looks += 1) > looksBefore),
    (isThere) => told.push(isThere),
  );
  return { told, search };
}

it('finds a tray that is there at once, and waits for nothing then', async () => {
  const { told, search } = desktop(0);
  await search.settled;
  expect(told).toEqual([true]);
  expect(vi.getTimerCount()).toBe(0);
});

it('finds a panel that comes up late', async () => {
  const { told, search } = desktop(2);
  await search.settled;
  expect(told).toEqual([false]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told).toEqual([false, false]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([false, false, true]);
  expect(vi.getTimerCount()).toBe(0);
});

it('gives up within a minute, and wakes up no more', async () => {
  const { told } = desktop(Infinity);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([false, false, false, false]);
  expect(vi.getTimerCount()).toBe(0);
});

it('tells nothing and waits for nothing once it was stopped', async () => {
  const { told, search } = desktop(Infinity);
  await search.settled;
  search.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([false]);
  expect(vi.getTimerCount()).toBe(0);
});

function store(first: Partial<Settings> = {}) {
  let current: Settings = { ...DEFAULT_SETTINGS, ...first };
  return {
    get current() {
      return current;
    },
    change: (part: Partial<Settings>) => (current = { ...current, ...part }),
  };
}

it('says that there is no tray in one run, and not in the next', () => {
  const settings = store();
  const first = createTrayAbsence(settings);
  expect(first.isNews).toBe(false);
  first.looked(false);
  first.looked(false);
  expect(first.isNews).toBe(true);
  const second = createTrayAbsence(settings);
  second.looked(false);
  expect(second.isNews).toBe(false);
});

it('takes it back when a tray comes up late, and says it again when that one has gone', () => {
  const settings = store();
  const first = createTrayAbsence(settings);
  first.looked(false);
  first.looked(true);
  expect(first.isNews).toBe(false);
  const second = createTrayAbsence(settings);
  second.looked(false);
  expect(second.isNews).toBe(true);
});

it('says it again where it could not be written down', () => {
  const settings = {
    ...store(),
    change: () => {
      throw new Error('ENOSPC');
    },
  };
  createTrayAbsence(settings).looked(false);
  const second = createTrayAbsence(settings);
  second.looked(false);
  expect(second.isNews).toBe(true);
});
