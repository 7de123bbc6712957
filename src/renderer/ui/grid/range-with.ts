import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** The rows in sight, and the one that has or would have the focus, wherever it is. */
export function rangeWith(range: Range, cursor: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (cursor < 0 || cursor >= range.count || shown.includes(cursor)) return shown;
  return [...shown, cursor].sort((a, b) => a - b);
}
