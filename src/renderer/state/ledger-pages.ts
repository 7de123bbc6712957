/** The part of the list a window has at hand, in pages that may lie far apart. */
import type { LedgerFilter, LedgerOrder } from '../../shared/bridge/ledger.ts';
import type { Share } from '../../shared/bridge/models.ts';

export interface LedgerQuestion {
  readonly filter: LedgerFilter;
  readonly order: LedgerOrder;
}

/** Lines in one page: more than a tall window shows, few enough to be there before the next frame. */
export const PAGE_SIZE = 50;
/** Pages kept around what is looked at; the rest is asked for again when one comes back to it. */
const KEPT_AROUND = 12;

export interface LedgerRows {
  readonly question: LedgerQuestion;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Share[]>;
}

export const NO_FILTER: LedgerFilter = { search: '', states: [], accountIds: [], from: null, until: null };
export const NEWEST_FIRST: LedgerOrder = { by: 'created', direction: 'descending' };

export const isFiltered = ({ search, states, accountIds, from, until }: LedgerFilter): boolean =>
  search.trim() !== '' || states.length > 0 || accountIds.length > 0 || from !== null || until !== null;

/** The same question has the same key. */
export const keyOf = ({ filter, order }: LedgerQuestion): string =>
  JSON.stringify([
    filter.search,
    filter.states,
    filter.accountIds,
    filter.from,
    filter.until,
    order.by,
    order.direction,
  ]);

export const pageOf = (index: number): number => Math.floor(index / PAGE_SIZE);

/** The line at a place, or null while its page is not there. */
export const shareAt = ({ pages }: LedgerRows, index: number): Share | null =>
  pages.get(pageOf(index))?.[index % PAGE_SIZE] ?? null;

/** Where a line is, or -1 when it is on none of the pages at hand. */
export function indexOfShare({ pages }: LedgerRows, id: string): number {
  for (const [page, shares] of pages) {
    const at = shares.findIndex((share) => share.id === id);
    if (at !== -1) return page * PAGE_SIZE + at;
  }
  return -1;
}

/** The ids from one place to another, both included, or null where a page between them is missing. */
export function idsBetween(rows: LedgerRows, from: number, to: number): string[] | null {
  const ids: string[] = [];
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const share = shareAt(rows, index);
    if (share === null) return null;
    ids.push(share.id);
  }
  return ids;
}

export interface PageAnswer {
  readonly page: number;
  readonly shares: readonly Share[];
  readonly total: number;
}

export interface Kept {
  /** The page that is looked at. */
  readonly inSight: number;
  /** The page of the row that has or would have the focus. */
  readonly held: number;
}

/** With one more page. Those beyond the end and those far from where one is are let go of. */
export function withPage(
  rows: LedgerRows,
  { page, shares, total }: PageAnswer,
  { inSight, held }: Kept,
): LedgerRows {
  const last = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  const pages = new Map(rows.pages).set(page, shares);
  for (const each of pages.keys())
    if (each > last || (each !== held && Math.abs(each - inSight) > KEPT_AROUND)) pages.delete(each);
  return { ...rows, total, pages };
}

/** The pages a stretch of lines lies on, those in sight first, then one ahead and one behind. */
export function pagesFor(first: number, last: number, total: number): number[] {
  const end = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  const from = Math.min(end, pageOf(Math.max(0, first)));
  const to = Math.min(end, pageOf(Math.max(0, last)));
  const inSight = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return [...inSight, to + 1, from - 1].filter((page) => page >= 0 && page <= end);
}
