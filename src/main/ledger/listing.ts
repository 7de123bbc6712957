/** Answers questions about the list: the first page at once from the file, everything else from memory. */
import {
  Catalogue,
  type CatalogueFilter,
  type CatalogueOrder,
  type CatalogueSummary,
  type ServiceTime,
} from '../../core/catalogue/catalogue.ts';
import type { Ledger, LedgerChange } from './ledger.ts';
import type { LedgerRecord } from './record.ts';

export interface Listing {
  query(
    filter: CatalogueFilter,
    order: CatalogueOrder,
    part: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly total: number; readonly records: readonly LedgerRecord[] }>;
  ids(filter: CatalogueFilter, order: CatalogueOrder): Promise<readonly string[]>;
  summary(): Promise<CatalogueSummary>;
  /** These are not listed, until they are shown again. */
  hide(ids: readonly string[]): void;
  show(ids: readonly string[]): void;
  isHidden(id: string): boolean;
}

/** How many rows are opened at a time, and how long before others have a turn. */
const SLICE_ROWS = 100;
const SLICE_MS = 6;
/** An answer is reused while a person scrolls through it. What time alone changes is seen after that. */
const FRESH_MS = 1_000;

interface Found {
  readonly key: string;
  readonly revision: number;
  readonly at: number;
  readonly ids: Promise<string[]>;
}

/** @param time what time it is at the service of an account */
export function createListing(ledger: Ledger, time: ServiceTime): Listing {
  return new FileListing(ledger, time);
}

class FileListing implements Listing {
  readonly #ledger: Ledger;
  readonly #time: ServiceTime;
  readonly #hidden = new Set<string>();
  #catalogue = new Catalogue(breathe);
  /** Reading the whole list into memory, once somebody asks for more than its first page. */
  #reading: Promise<void> | null = null;
  #isReady = false;
  #generation = 0;
  #found: Found | null = null;

  constructor(ledger: Ledger, time: ServiceTime) {
    this.#ledger = ledger;
    this.#time = time;
    ledger.onChange((change) => {
      this.#follow(change);
    });
  }

  async query(
    filter: CatalogueFilter,
    order: CatalogueOrder,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly total: number; readonly records: readonly LedgerRecord[] }> {
    if (!this.#isReady && isPlain(filter, order) && this.#hidden.size === 0) {
      const [total, records] = [this.#ledger.count(), this.#ledger.page(offset, limit)];
      // What will be asked for next is read while the first page is looked at.
      setTimeout(() => void this.#ready().catch(() => undefined), 0);
      return { total, records };
    }
    const ids = await this.ids(filter, order);
    return { total: ids.length, records: this.#ledger.findMany(ids.slice(offset, offset + limit)) };
  }

  async ids(filter: CatalogueFilter, order: CatalogueOrder): Promise<readonly string[]> {
    await this.#ready();
    const key = JSON.stringify([filter, order]);
    const { revision } = this.#ledger;
    const known = this.#found;
    const now = Date.now();
    if (known?.key === key && known.revision === revision && Math.abs(now - known.at) < FRESH_MS)
      return known.ids;
    const ids = this.#catalogue.find(filter, order, this.#time);
    this.#found = { key, revision, at: now, ids };
    return ids;
  }

  async summary(): Promise<CatalogueSummary> {
    await this.#ready();
    return this.#catalogue.summary(this.#time);
  }

  hide(ids: readonly string[]): void {
    for (const id of ids) {
      this.#hidden.add(id);
      this.#catalogue.remove(id);
    }
    this.#found = null;
  }

  show(ids: readonly string[]): void {
    for (const id of ids) this.#hidden.delete(id);
    if (this.#reading !== null) for (const id of ids) this.#renew(id);
    this.#found = null;
  }

  isHidden(id: string): boolean {
    return this.#hidden.has(id);
  }

  #ready(): Promise<void> {
    this.#reading ??= this.#read(this.#generation).catch((problem: unknown) => {
      this.#reading = null;
      throw problem;
    });
    return this.#reading;
  }

  async #read(generation: number): Promise<void> {
    let next: number | null = 0;
    let start = performance.now();
    while (next !== null && generation === this.#generation) {
      const slice: ReturnType<Ledger['entriesAfter']> = this.#ledger.entriesAfter(next, SLICE_ROWS);
      for (const entry of slice.entries) if (!this.#hidden.has(entry.id)) this.#catalogue.put(entry);
      next = slice.next;
      if (performance.now() - start < SLICE_MS) continue;
      await breathe();
      start = performance.now();
    }
    if (generation !== this.#generation) return;
    await this.#catalogue.warm();
    this.#isReady = generation === this.#generation;
  }

  #follow(change: LedgerChange): void {
    this.#found = null;
    if (change === null) this.#startOver();
    else if (this.#reading !== null) for (const id of change) this.#renew(id);
  }

  /** Another list is behind the ledger, or many changed: it is read anew when somebody asks. */
  #startOver(): void {
    this.#generation += 1;
    this.#catalogue = new Catalogue(breathe);
    this.#reading = null;
    this.#isReady = false;
  }

  #renew(id: string): void {
    const entry = this.#hidden.has(id) ? null : this.#ledger.entryOf(id);
    if (entry === null) this.#catalogue.remove(id);
    else this.#catalogue.put(entry);
  }
}

/** What the file gives in order by itself. */
function isPlain(filter: CatalogueFilter, { by, direction }: CatalogueOrder): boolean {
  const { search, states, accountIds, from, until } = filter;
  const isUnfiltered = search.trim() === '' && states.length + accountIds.length === 0;
  return isUnfiltered && from === null && until === null && by === 'created' && direction === 'descending';
}

const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
