import type { CatalogueEntry } from './entry.ts';

export type Comparison = (one: CatalogueEntry, other: CatalogueEntry) => number;

/** Newest first: the order of what is equal otherwise, and never 0 for two different entries. */
export const newestFirst: Comparison = (one, other) =>
  other.createdAt - one.createdAt || other.sequence - one.sequence;

type Key = number | string | null;

/** By a key, up (1) or down (-1); what has none comes last either way. */
export const byKey =
  (keyOf: (entry: CatalogueEntry) => Key, sign: 1 | -1): Comparison =>
  (one, other) =>
    compareKeys(keyOf(one), keyOf(other), sign) || newestFirst(one, other);

export function compareKeys(one: Key, other: Key, sign: 1 | -1): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -sign : sign;
}

/** Where in a sorted list an entry is, or belongs. */
export function placeOf(
  entry: CatalogueEntry,
  sorted: readonly CatalogueEntry[],
  compare: Comparison,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && compare(there, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** So many are sorted or merged between two breaths. */
const RUN = 2_000;

/** Sorts in short pieces, so that nothing else has to wait for long. @param breathe lets others have a turn */
export async function sortInPieces(
  items: readonly CatalogueEntry[],
  compare: Comparison,
  breathe: () => Promise<void>,
): Promise<CatalogueEntry[]> {
  let runs: CatalogueEntry[][] = [];
  for (let start = 0; start < items.length; start += RUN) {
    runs.push(items.slice(start, start + RUN).sort(compare));
    await breathe();
  }
  while (runs.length > 1) {
    const merged: CatalogueEntry[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(await merge(runs[index] ?? [], runs[index + 1] ?? [], compare, breathe));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge(
  left: readonly CatalogueEntry[],
  right: readonly CatalogueEntry[],
  compare: Comparison,
  breathe: () => Promise<void>,
): Promise<CatalogueEntry[]> {
  const result: CatalogueEntry[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [one, other] = [left[i], right[j]];
    if (one === undefined && other === undefined) return result;
    const takesLeft = other === undefined || (one !== undefined && compare(one, other) <= 0);
    const next = takesLeft ? one : other;
    if (next !== undefined) result.push(next);
    if (takesLeft) i += 1;
    else j += 1;
    if (result.length % RUN === 0) await breathe();
  }
}
