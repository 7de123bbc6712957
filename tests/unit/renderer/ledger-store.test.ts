import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { BridgeClient } from '../../../src/renderer/bridge/client.ts';
import {
  idsBetween,
  indexOfShare,
  isFiltered,
  keyOf,
  type LedgerQuestion,
  NEWEST_FIRST,
  NO_FILTER,
  PAGE_SIZE,
  pagesFor,
  shareAt,
  withPage,
} from '../../../src/renderer/state/ledger-pages.ts';
import { createLedgerStore } from '../../../src/renderer/state/ledger-store.ts';
import type { LedgerPage } from '../../../src/shared/bridge/ledger.ts';
import type { Share } from '../../../src/shared/bridge/models.ts';

const line = (id: string): Share => ({ id }) as Share;
const lines = (page: number, count = PAGE_SIZE, mark = ''): Share[] =>
  Array.from({ length: count }, (_, at) => line(`${mark}${String(page * PAGE_SIZE + at)}`));

interface Asked {
  readonly question: LedgerQuestion & { offset: number };
  readonly answer: (page: Partial<LedgerPage> & { total: number }) => Promise<void>;
  readonly fail: () => Promise<void>;
}

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

/** A main process that answers when the test says so. */
function setUp() {
  const asked: Asked[] = [];
  const listeners: (() => void)[] = [];
  const bridge = {
    call: (name: string, input: LedgerQuestion & { offset: number }) => {
      if (name === 'ledger.summary')
        return Promise.resolve({ total: 0, revision: 0, states: {}, accounts: [] });
      return new Promise((resolve, reject) => {
        asked.push({
          question: input,
          answer: (page) => {
            resolve({ revision: 0, shares: lines(input.offset / PAGE_SIZE), ...page });
            return settled();
          },
          fail: () => {
            reject(new Error('broken'));
            return settled();
          },
        });
      });
    },
    on: (name: string, listener: () => void) => {
      if (name === 'ledger.changed') listeners.push(listener);
      return () => undefined;
    },
  } as unknown as BridgeClient;
  return {
    store: createLedgerStore(bridge),
    asked,
    change: () => {
      for (const tell of listeners) tell();
    },
  };
}

const search = (text: string): LedgerQuestion => ({
  filter: { ...NO_FILTER, search: text },
  order: NEWEST_FIRST,
});

describe('the list in pages', () => {
  it('asks for the first page, then for the one next to what is in sight, each once', async () => {
    const { store, asked } = setUp();
    store.getState().watch();
    store.getState().look(0, 10);
    store.getState().look(0, 12);
    expect(asked.map(({ question }) => question.offset)).toEqual([0]);
    await asked[0]!.answer({ total: 1000 });
    expect(asked.map(({ question }) => question.offset)).toEqual([0, PAGE_SIZE]);
    store.getState().look(1, 11);
    expect(asked).toHaveLength(2);
  });

  it('drops the answer to an older question, whenever it comes', async () => {
    const { store, asked } = setUp();
    store.getState().watch();
    store.getState().ask(search('a'));
    store.getState().ask(search('ab'));
    const [, a, ab] = asked;
    await ab!.answer({ total: 1, shares: [line('right')] });
    await a!.answer({ total: 1, shares: [line('wrong')] });
    await asked[0]!.answer({ total: 1, shares: [line('oldest')] });
    const { rows } = store.getState();
    expect(rows?.question.filter.search).toBe('ab');
    expect(shareAt(rows!, 0)?.id).toBe('right');
  });

  it('shows what it had until the new question is answered, and at once what it knows', async () => {
    const { store, asked } = setUp();
    store.getState().watch();
    await asked[0]!.answer({ total: 1, shares: [line('all')] });
    store.getState().ask(search('a'));
    expect(shareAt(store.getState().rows!, 0)?.id).toBe('all');
    await asked.at(-1)!.answer({ total: 1, shares: [line('found')] });
    expect(shareAt(store.getState().rows!, 0)?.id).toBe('found');
    store.getState().ask(search(''));
    expect(shareAt(store.getState().rows!, 0)?.id).toBe('all');
    expect(asked.at(-1)!.question.filter.search).toBe('');
  });

  it('asks again after a change that came while an answer was on its way', async () => {
    const { store, asked, change } = setUp();
    store.getState().watch();
    change();
    expect(asked).toHaveLength(1);
    await asked[0]!.answer({ total: 1, shares: [line('before')] });
    expect(asked).toHaveLength(2);
    await asked[1]!.answer({ total: 1, shares: [line('after')] });
    expect(asked).toHaveLength(2);
    expect(shareAt(store.getState().rows!, 0)?.id).toBe('after');
  });

  it('asks for nothing while nobody looks, and makes up for it when somebody does', async () => {
    const { store, asked, change } = setUp();
    const stop = store.getState().watch();
    await asked[0]!.answer({ total: 1, shares: [line('1')] });
    stop();
    change();
    change();
    expect(asked).toHaveLength(1);
    store.getState().watch();
    expect(asked).toHaveLength(2);
  });

  it('asks seldom while one scrolls fast, and at the end for what is in sight then', async () => {
    const { store, asked } = setUp();
    store.getState().watch();
    await asked[0]!.answer({ total: 100_000 });
    vi.useFakeTimers();
    try {
      for (let row = 0; row < 50_000; row += 100) {
        store.getState().look(row, row + 12);
        vi.advanceTimersByTime(2);
      }
      vi.advanceTimersByTime(1000);
      // A second of scrolling: the main process takes two hundred at once and fifty a second.
      expect(asked.length).toBeLessThan(60);
      expect(asked.map(({ question }) => question.offset)).toContain(49_900);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps what it shows when the main process fails', async () => {
    const { store, asked, change } = setUp();
    store.getState().watch();
    await asked[0]!.answer({ total: 1, shares: [line('1')] });
    change();
    await asked[1]!.fail();
    expect(store.getState().hasFailed).toBe(true);
    expect(shareAt(store.getState().rows!, 0)?.id).toBe('1');
    store.getState().reload();
    await asked.at(-1)!.answer({ total: 1, shares: [line('2')] });
    expect(store.getState().hasFailed).toBe(false);
  });
});

describe('pages', () => {
  const NEAR = { inSight: 0, held: 0 };
  const empty = { question: search(''), total: 0, pages: new Map() };

  it('never hold much more than what is looked at, and never anything beyond the end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1999), { minLength: 1, maxLength: 200 }),
        fc.nat(100_000),
        (walk, total) => {
          const rows = walk.reduce<ReturnType<typeof withPage>>(
            (before, page) =>
              withPage(before, { page, shares: lines(page), total }, { inSight: page, held: 3 }),
            empty,
          );
          expect(rows.pages.size).toBeLessThanOrEqual(26);
          for (const page of rows.pages.keys()) expect(page === 0 || page * PAGE_SIZE < total).toBe(true);
        },
      ),
    );
  });

  it('find each line again', () => {
    fc.assert(
      fc.property(fc.nat(400), (index) => {
        const page = Math.floor(index / PAGE_SIZE);
        const rows = withPage(empty, { page, shares: lines(page), total: 500 }, { inSight: page, held: 0 });
        expect(shareAt(rows, index)?.id).toBe(String(index));
        expect(indexOfShare(rows, String(index))).toBe(index);
      }),
    );
  });

  it('tell when a page between two lines is missing', () => {
    const rows = withPage(
      withPage(empty, { page: 0, shares: lines(0), total: 500 }, NEAR),
      { page: 2, shares: lines(2), total: 500 },
      NEAR,
    );
    expect(idsBetween(rows, 3, 1)).toEqual(['1', '2', '3']);
    expect(idsBetween(rows, 40, 110)).toBeNull();
  });

  it('in sight are among those asked for, and all that are asked for exist', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(60), fc.nat(100_000), (first, length, total) => {
        const pages = pagesFor(first, first + length, total);
        const end = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
        expect(pages.every((page) => page >= 0 && page <= end)).toBe(true);
        expect(pages[0]).toBe(Math.min(end, Math.floor(first / PAGE_SIZE)));
      }),
    );
  });

  it('have one key for each question', () => {
    expect(keyOf(search('a'))).not.toBe(keyOf(search('b')));
    expect(keyOf(search('a'))).toBe(keyOf(search('a')));
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, search: ' ' })).toBe(false);
    expect(isFiltered({ ...NO_FILTER, states: ['active'] })).toBe(true);
  });
});
