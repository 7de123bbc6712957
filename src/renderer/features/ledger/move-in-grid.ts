import type { KeyboardEvent } from 'react';

/**
 * Moves the focus within the rows: up, down, to the first and last; right into a row's buttons and left back.
 * Answers whether the key was one of these.
 */
export function moveInGrid(event: KeyboardEvent, body: HTMLElement): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const active = document.activeElement;
  const row = active?.closest('tr') ?? null;
  if (!(active instanceof HTMLElement) || row === null || !body.contains(row)) return false;
  const next =
    event.key === 'ArrowLeft' || event.key === 'ArrowRight'
      ? beside(event.key, row, active)
      : above(event.key, body, row);
  next?.focus();
  return next !== undefined;
}

function above(key: string, body: HTMLElement, row: HTMLElement): HTMLElement | undefined {
  const rows = [...body.querySelectorAll<HTMLElement>('tr')];
  const at = rows.indexOf(row);
  switch (key) {
    case 'ArrowUp':
      return rows[Math.max(0, at - 1)];
    case 'ArrowDown':
      return rows[Math.min(rows.length - 1, at + 1)];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    default:
      return undefined;
  }
}

function beside(key: string, row: HTMLElement, active: HTMLElement): HTMLElement | undefined {
  const stops = [row, ...row.querySelectorAll<HTMLElement>('button')];
  const at = stops.indexOf(active);
  return key === 'ArrowRight' ? stops[Math.min(stops.length - 1, at + 1)] : stops[Math.max(0, at - 1)];
}
