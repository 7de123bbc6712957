/**
 * The list in memory, as far as searching, filtering and sorting need it: pure, and fast at 100,000 entries. Kept
 * in step entry by entry; orders are made when first asked for, and kept in step too.
 */
import { holdsAll, searchWords } from '../secret/search.ts';
import { type SecretState, secretStates, stateAt } from '../secret/state.ts';
import type { CatalogueEntry } from './entry.ts';
import { byKey, compareKeys, type Comparison, newestFirst, placeOf, sortInPieces } from './order.ts';

export interface CatalogueFilter {
  readonly search: string;
  /** None for any. */
  readonly states: readonly SecretState[];
  /** None for any. */
  readonly accountIds: readonly string[];
  /** Milliseconds since the epoch: made at or after, and before. */
  readonly from: number | null;
  readonly until: number | null;
}

export interface CatalogueOrder {
  readonly by: 'created' | 'expires' | 'name' | 'state' | 'service' | 'opened';
  readonly direction: 'ascending' | 'descending';
}

export interface CatalogueSummary {
  readonly total: number;
  readonly states: Readonly<Partial<Record<SecretState, number>>>;
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}

/** What time it is at the service of an account, in milliseconds since the epoch. */
export type ServiceTime = (accountId: string) => number;

interface Sorted {
  readonly compare: Comparison;
  readonly entries: CatalogueEntry[];
}

export class Catalogue {
  readonly #entries = new Map<string, CatalogueEntry>();
  readonly #sorted = new Map<string, Sorted>();
  readonly #breathe: () => Promise<void>;
  /** What changed while an order was being made. */
  readonly #watchers = new Set<Set<string>>();

  /** @param breathe called within long work to let others have a turn */
  constructor(breathe: () => Promise<void>) {
    this.#breathe = breathe;
  }

  /** Makes the usual order, so that the first search need not wait for it. */
  async warm(): Promise<void> {
    await this.#inOrder({ by: 'created', direction: 'descending' });
  }

  put(entry: CatalogueEntry): void {
    this.remove(entry.id);
    this.#entries.set(entry.id, entry);
    for (const { entries, compare } of this.#sorted.values()) {
      entries.splice(placeOf(entry, entries, compare), 0, entry);
    }
    for (const watcher of this.#watchers) watcher.add(entry.id);
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    for (const { entries, compare } of this.#sorted.values()) {
      const place = placeOf(entry, entries, compare);
      if (entries[place] === entry) entries.splice(place, 1);
    }
    for (const watcher of this.#watchers) watcher.add(id);
  }

  /** The ids a filter lets through, in order. */
  async find(filter: CatalogueFilter, order: CatalogueOrder, time: ServiceTime): Promise<string[]> {
    const base = await this.#inOrder(order);
    const lets = sieve(filter, time);
    const found = base.filter(lets);
    return (isBucketed(order.by) ? inBuckets(found, order, time) : found).map(({ id }) => id);
  }

  summary(time: ServiceTime): CatalogueSummary {
    const states: Partial<Record<SecretState, number>> = {};
    const accounts = new Map<string, { id: string; name: string; count: number }>();
    const now = remembered(time);
    for (const { accountId, serviceName, course } of this.#entries.values()) {
      const state = stateAt(course, now(accountId));
      states[state] = (states[state] ?? 0) + 1;
      const account = accounts.get(accountId);
      if (account === undefined) accounts.set(accountId, { id: accountId, name: serviceName, count: 1 });
      else account.count += 1;
    }
    return { total: this.#entries.size, states, accounts: [...accounts.values()] };
  }

  async #inOrder({ by, direction }: CatalogueOrder): Promise<readonly CatalogueEntry[]> {
    const [kind, down] = isBucketed(by) ? ['created' as const, true] : [by, direction === 'descending'];
    const name = `${kind} ${down ? 'down' : 'up'}`;
    const known = this.#sorted.get(name);
    if (known !== undefined) return known.entries;
    const compare = comparisonOf(kind, down);
    const changed = new Set<string>();
    this.#watchers.add(changed);
    const entries = await sortInPieces([...this.#entries.values()], compare, this.#breathe);
    this.#watchers.delete(changed);
    // Somebody else may have asked for the same order meanwhile.
    const made = this.#sorted.get(name);
    if (made !== undefined) return made.entries;
    const current = this.#caughtUp(entries, changed, compare);
    this.#sorted.set(name, { compare, entries: current });
    return current;
  }

  #caughtUp(sorted: CatalogueEntry[], changed: ReadonlySet<string>, compare: Comparison): CatalogueEntry[] {
    if (changed.size === 0) return sorted;
    const rest = sorted.filter(({ id }) => !changed.has(id));
    for (const id of changed) {
      const entry = this.#entries.get(id);
      if (entry !== undefined) rest.splice(placeOf(entry, rest, compare), 0, entry);
    }
    return rest;
  }
}

function comparisonOf(by: 'created' | 'expires' | 'name', down: boolean): Comparison {
  const sign = down ? -1 : 1;
  if (by === 'created') return down ? newestFirst : byKey(({ createdAt }) => createdAt, sign);
  return by === 'name' ? byKey(({ nameKey }) => nameKey, sign) : byKey(({ expiresAt }) => expiresAt, sign);
}

function sieve(filter: CatalogueFilter, time: ServiceTime): (entry: CatalogueEntry) => boolean {
  const words = searchWords(filter.search);
  const states = new Set(filter.states);
  const accounts = new Set(filter.accountIds);
  const now = remembered(time);
  const { from, until } = filter;
  return ({ createdAt, accountId, course, haystack }) =>
    (from === null || createdAt >= from) &&
    (until === null || createdAt < until) &&
    (accounts.size === 0 || accounts.has(accountId)) &&
    (states.size === 0 || states.has(stateAt(course, now(accountId)))) &&
    holdsAll(haystack, words);
}

/** Sorts with few different keys: gathered by key, newest first within. */
const isBucketed = (by: CatalogueOrder['by']): by is 'state' | 'service' | 'opened' =>
  by === 'state' || by === 'service' || by === 'opened';

function inBuckets(
  newest: readonly CatalogueEntry[],
  { by, direction }: CatalogueOrder,
  time: ServiceTime,
): CatalogueEntry[] {
  const now = remembered(time);
  const keyOf = ({ course, accountId, serviceKey, opened }: CatalogueEntry): string | number | null => {
    if (by === 'state') return secretStates.indexOf(stateAt(course, now(accountId)));
    return by === 'service' ? serviceKey : opened;
  };
  const sign = direction === 'ascending' ? 1 : -1;
  return [...Map.groupBy(newest, keyOf)]
    .sort(([one], [other]) => compareKeys(one, other, sign))
    .flatMap(([, entries]) => entries);
}

/** Each account is asked once: a moment is the same for a whole answer. */
function remembered(time: ServiceTime): ServiceTime {
  const known = new Map<string, number>();
  return (accountId) => {
    const before = known.get(accountId);
    if (before !== undefined) return before;
    const now = time(accountId);
    known.set(accountId, now);
    return now;
  };
}
