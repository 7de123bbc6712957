/**
 * Which rows of a list are selected, as people know it from their files: a click selects one, Ctrl or ⌘ adds one,
 * Shift reaches from where it began. Rows are known by their ids, so that a selection and where it began survive
 * sorting and new rows.
 */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins; null before anything was selected. */
  readonly anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

export const selectOnly = (id: string): Selection => ({ ids: new Set([id]), anchor: id });

/** Adds one or takes it away; the next range begins there either way. */
export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** From where the selection began to `target`, both included. @param order all ids in the order they are shown */
export function extendTo(selection: Selection, order: readonly string[], target: string): Selection {
  const to = order.indexOf(target);
  if (to === -1) return selection;
  const begun = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const from = begun === -1 ? to : begun;
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set(range), anchor: begun === -1 ? target : selection.anchor };
}

export const selectAll = ({ anchor }: Selection, order: readonly string[]): Selection => ({
  ids: new Set(order),
  anchor: anchor ?? order[0] ?? null,
});

/** Nothing; where it began is remembered, so that Shift still reaches from the row one was at. */
export const clearSelection = ({ anchor }: Selection): Selection => ({ ids: new Set(), anchor });
