/** What is offered for expiry and accesses, wherever a person chooses. */

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Seconds: one hour, one day, seven and thirty days, never. */
export const lifetimes: readonly (number | null)[] = [HOUR, DAY, 7 * DAY, 30 * DAY, null];
/** Null is any number of times. */
export const accessCounts: readonly (number | null)[] = [1, 5, 10, null];

/** The usual ones with the chosen one among them, in order; null, which is without end, last. */
export function withChosen(
  usual: readonly (number | null)[],
  chosen: number | null | undefined,
): (number | null)[] {
  const all = new Set(chosen === undefined ? usual : [...usual, chosen]);
  return [...all].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
}
