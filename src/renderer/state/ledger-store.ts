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
  /** Where the focus is or would be: that line stays at hand, however far one scrolls. */
  readonly hold: (index: number) => void;
  /** Keeps what is shown up to date until the answered function is called. */
  readonly watch: () => () => void;
  readonly reload: () => void;
  /** All ids the question lets through, in order; null when there was no answer. */
  readonly listIds: () => Promise<readonly string[] | null>;
}

/**
 * A sparse cache of pages. What is at hand is shown at once and asked for anew when the list has changed; each
 * page is asked for once at a time; an answer to an older question is dropped.
 */
export function createLedgerStore(bridge: BridgeClient): StoreApi<LedgerState> {
  const store: StoreApi<LedgerState> = createStore<LedgerState>(() => ({
    question: { filter: NO_FILTER, order: NEWEST_FIRST },
    rows: null,
    summary: null,
    hasFailed: false,
    ask: (question) => {
      if (keyOf(question) === keyOf(store.getState().question)) return;
      loader.turnTo(question);
      loader.fill();
    },
    look: (first, last) => {
      loader.sight = { first, last };
      loader.fillSoon();
    },
    hold: (index) => {
      loader.held = index;
    },
    watch: () => {
      loader.watchers += 1;
      loader.fill();
      return () => {
        loader.watchers -= 1;
      };
    },
    reload: () => {
      loader.outdate();
      loader.fill();
    },
    listIds: () => answered(bridge.call('ledger.ids', store.getState().question)),
  }));
  const loader = new PageLoader(bridge, store);
  bridge.on('ledger.changed', () => {
    loader.outdate();
    loader.fillSoon();
  });
  return store;
}

/** Questions whose answers are kept, to be shown at once when one comes back to them. */
const KEPT_QUESTIONS = 6;
/**
 * While one scrolls fast, or much changes, it is asked this seldom, in milliseconds: with a handful of pages each
 * time that stays below what the main process takes from one window.
 */
const ASKING_GAP_MS = 80;
const AT_THE_TOP = { first: 0, last: PAGE_SIZE - 1 };

/** What is at hand and how new it is, and what is on its way. */
class PageLoader {
  sight = AT_THE_TOP;
  held = 0;
  /** Nothing is asked for while nobody looks. */
  watchers = 0;
  private readonly bridge: BridgeClient;
  private readonly store: StoreApi<LedgerState>;
  private readonly kept = new Map<string, LedgerRows>();
  private readonly inFlight = new Set<string>();
  /** Pages of the question that are as the list is now; the others are shown and asked for again. */
  private fresh = new Set<number>();
  private isSummaryFresh = false;
  /** Counts the changes of the list, so that an answer that was on its way is not taken for the newest. */
  private change = 0;

  constructor(bridge: BridgeClient, store: StoreApi<LedgerState>) {
    this.bridge = bridge;
    this.store = store;
  }

  private gap: ReturnType<typeof setTimeout> | null = null;
  private isDue = false;

  /** At once, and then once for all that comes within the gap. */
  fillSoon(): void {
    if (this.watchers === 0) return;
    if (this.gap !== null) {
      this.isDue = true;
      return;
    }
    this.fill();
    this.gap = setTimeout(() => {
      this.gap = null;
      if (!this.isDue) return;
      this.isDue = false;
      this.fillSoon();
    }, ASKING_GAP_MS);
  }

  outdate(): void {
    this.change += 1;
    this.fresh = new Set();
    this.isSummaryFresh = false;
  }

  turnTo(question: LedgerQuestion): void {
    this.fresh = new Set();
    this.sight = AT_THE_TOP;
    this.held = 0;
    const known = this.kept.get(keyOf(question));
    this.store.setState({ question, ...(known === undefined ? {} : { rows: known }) });
  }

  /** Asks for whatever is in sight and not as it is now. */
  fill(): void {
    const { question, rows } = this.store.getState();
    const pages =
      rows !== null && this.isShown(question)
        ? [...pagesFor(this.sight.first, this.sight.last, rows.total), ...this.heldPage(rows)]
        : [0];
    for (const page of pages) if (!this.fresh.has(page)) void this.load(question, page);
    if (!this.isSummaryFresh) void this.loadSummary();
  }

  private isShown(question: LedgerQuestion): boolean {
    const { rows } = this.store.getState();
    return rows !== null && keyOf(rows.question) === keyOf(question);
  }

  /** The page of the focus, where it is one that was there before. */
  private heldPage({ pages }: LedgerRows): number[] {
    const page = pageOf(this.held);
    return pages.has(page) ? [page] : [];
  }

  private async load(question: LedgerQuestion, page: number): Promise<void> {
    const key = keyOf(question);
    const request = `${String(page)} ${key}`;
    if (this.inFlight.has(request)) return;
    this.inFlight.add(request);
    const asked = this.change;
    const answer = await answered(
      this.bridge.call('ledger.query', { ...question, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
    );
    this.inFlight.delete(request);
    if (keyOf(this.store.getState().question) !== key) return;
    if (answer === null) {
      this.store.setState({ hasFailed: true });
      return;
    }
    const isFirst = !this.isShown(question);
    this.take(question, page, answer);
    if (asked === this.change) this.fresh.add(page);
    // It changed while it was asked for, or there is more in sight than was known when it was.
    if (this.watchers > 0 && (isFirst || asked !== this.change)) this.fill();
  }

  private take(question: LedgerQuestion, page: number, { shares, total }: LedgerPage): void {
    const key = keyOf(question);
    const { rows } = this.store.getState();
    const isShown = rows !== null && keyOf(rows.question) === key;
    const before = isShown ? rows : (this.kept.get(key) ?? { question, total, pages: new Map() });
    const next = withPage(
      before,
      { page, shares, total },
      { inSight: pageOf(this.sight.first), held: pageOf(this.held) },
    );
    this.kept.delete(key);
    this.kept.set(key, next);
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT_QUESTIONS && oldest.done !== true) this.kept.delete(oldest.value);
    this.store.setState({ rows: next, hasFailed: false });
  }

  private async loadSummary(): Promise<void> {
    if (this.inFlight.has('summary')) return;
    this.inFlight.add('summary');
    const asked = this.change;
    const summary = await answered(this.bridge.call('ledger.summary'));
    this.inFlight.delete('summary');
    if (summary === null) return;
    this.store.setState({ summary });
    this.isSummaryFresh = asked === this.change;
    if (!this.isSummaryFresh && this.watchers > 0) void this.loadSummary();
  }
}
