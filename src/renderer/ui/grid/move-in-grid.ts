import type { KeyboardEvent } from 'react';

interface Place {
  readonly at: number;
  readonly count: number;
  /** Rows in sight. */
  readonly page: number;
}

/** The row a key leads to, or null for a key that leads to none. */
export function nextRow(
  { key, altKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  { at, count, page }: Place,
): number | null {
  if (altKey || count === 0) return null;
  const isEnd = key === 'Home' || key === 'End';
  if ((ctrlKey || metaKey) && !isEnd) return null;
  const within = (index: number): number => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowUp':
      return within(at - 1);
    case 'ArrowDown':
      return within(at + 1);
    case 'PageUp':
      return within(at - page);
    case 'PageDown':
      return within(at + page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Right into the controls of a row, left back to it. Answers whether the key was one of these. */
export function beside({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || shiftKey || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false;
  const active = document.activeElement;
  const row = active?.closest<HTMLElement>('[role=row]') ?? null;
  if (!(active instanceof HTMLElement) || row === null) return false;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('button')];
  const step = key === 'ArrowRight' ? 1 : -1;
  stops[Math.min(stops.length - 1, Math.max(0, stops.indexOf(active) + step))]?.focus();
  return true;
}
