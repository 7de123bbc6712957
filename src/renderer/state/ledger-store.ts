import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LedgerPage, LedgerSummary } from '../../shared/bridge/ledger.ts';
import type { BridgeClient } from '../bridge/client.ts';
import { answered } from './answered.ts';
import {
  keyOf,
  type LedgerQuestion,
  type LedgerRows,
  NEWEST_FIRST,
  NO_FILTER,
  PAGE_SIZE,
  pageOf,
  pagesFor,
  withPage,
} from './ledger-pages.ts';

/** The part of the list that is looked at. The list itself stays in the main process. */
export interface LedgerState {
  /** What is asked for. */
  readonly question: LedgerQuestion;
  /** What is shown: of the last question that was answered, until the next one is. Null before the first answer. */
  readonly rows: LedgerRows | null;
  readonly summary: LedgerSummary | null;
  /** Nothing could be read; what is shown, if anything, is of before. */
  readonly hasFailed: boolean;
  readonly ask: (question: LedgerQuestion) => void;
  /** Which lines are in sight; loads what is missing there and next to it. */
  readonly look: (first: number, last: number) => void;
  /** Keeps what is shown up to date until the answered function is called. */
  readonly watch: () => () => void;
  readonly reload: () => void;
  /** All ids the question lets through, in order; null when there was no answer. */
  readonly listIds: () => Promise<readonly string[] | null>;
}

interface Sight {
  readonly first: number;
  readonly last: number;
}

/** Questions whose answers are kept, to be shown at once when one comes back to them. */
const KEPT_QUESTIONS = 6;
const AT_THE_TOP: Sight = { first: 0, last: PAGE_SIZE - 1 };

/**
 * A sparse cache of pages. What is at hand is shown at once and asked for anew when the list has changed; each
 * page is asked for once at a time; an answer to an older question is dropped.
 */
export function createLedgerStore(bridge: BridgeClient): StoreApi<LedgerState> {
  const first: LedgerQuestion = { filter: NO_FILTER, order: NEWEST_FIRST };
  const kept = new Map<string, LedgerRows>();
  const inFlight = new Set<string>();
  /** Pages of the question that are as the list is now; the others are shown and asked for again. */
  let fresh = new Set<number>();
  /** Counts the changes of the list, so that an answer on its way when it changed is not taken for the newest. */
  let change = 0;
  let sight = AT_THE_TOP;
  let watchers = 0;
  let isSummaryFresh = false;

  const store = createStore<LedgerState>((set, get) => ({
    question: first,
    rows: null,
    summary: null,
    hasFailed: false,
    ask: (question) => {
      if (keyOf(question) === keyOf(get().question)) return;
      fresh = new Set();
      sight = AT_THE_TOP;
      const known = kept.get(keyOf(question));
      set({ question, ...(known === undefined ? {} : { rows: known }) });
      fill();
    },
    look: (firstSeen, lastSeen) => {
      sight = { first: firstSeen, last: lastSeen };
      if (watchers > 0) fill();
    },
    watch: () => {
      watchers += 1;
      fill();
      return () => {
        watchers -= 1;
      };
    },
    reload: () => {
      outdate();
      fill();
    },
    listIds: () => answered(bridge.call('ledger.ids', get().question)),
  }));

  function outdate(): void {
    change += 1;
    fresh = new Set();
    isSummaryFresh = false;
  }

  /** Asks for whatever is in sight and not as it is now. */
  function fill(): void {
    const { question, rows } = store.getState();
    const isShown = rows !== null && keyOf(rows.question) === keyOf(question);
    const pages = isShown ? pagesFor(sight.first, sight.last, rows.total) : [0];
    for (const page of pages) if (!fresh.has(page)) void load(question, page);
    if (!isSummaryFresh) void loadSummary();
  }

  async function load(question: LedgerQuestion, page: number): Promise<void> {
    const key = keyOf(question);
    const request = `${String(page)} ${key}`;
    if (inFlight.has(request)) return;
    inFlight.add(request);
    const asked = change;
    const answer = await answered(
      bridge.call('ledger.query', { ...question, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
    );
    inFlight.delete(request);
    if (keyOf(store.getState().question) !== key) return;
    if (answer === null) {
      store.setState({ hasFailed: true });
      return;
    }
    take(question, page, answer);
    if (asked === change) fresh.add(page);
    // It changed while it was asked for, or there is more in sight than was known when it was.
    if (watchers > 0) fill();
  }

  function take(question: LedgerQuestion, page: number, { shares, total }: LedgerPage): void {
    const key = keyOf(question);
    const { rows } = store.getState();
    const before =
      rows !== null && keyOf(rows.question) === key
        ? rows
        : (kept.get(key) ?? { question, total, pages: new Map() });
    const next = withPage(before, { page, shares, total }, pageOf(sight.first));
    kept.delete(key);
    kept.set(key, next);
    const oldest = kept.keys().next();
    if (kept.size > KEPT_QUESTIONS && oldest.done !== true) kept.delete(oldest.value);
    store.setState({ rows: next, hasFailed: false });
  }

  async function loadSummary(): Promise<void> {
    if (inFlight.has('summary')) return;
    inFlight.add('summary');
    const asked = change;
    const summary = await answered(bridge.call('ledger.summary'));
    inFlight.delete('summary');
    if (summary === null) return;
    store.setState({ summary });
    isSummaryFresh = asked === change;
    if (!isSummaryFresh && watchers > 0) void loadSummary();
  }

  bridge.on('ledger.changed', () => {
    outdate();
    if (watchers > 0) fill();
  });
  return store;
}
