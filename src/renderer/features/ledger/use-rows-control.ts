import { useState } from 'react';
import { idsBetween, indexOfShare, type LedgerRows, shareAt } from '../../state/ledger-pages.ts';
import { useServices } from '../../state/services.tsx';
import {
  clearSelection,
  extendTo,
  NOTHING_SELECTED,
  type Selection,
  selectAll,
  selectOnly,
  toggle,
} from '../../ui/grid/selection.ts';

/** Where the focus is or would be: on an entry, and while that is not at hand, at a place. */
interface Cursor {
  readonly id: string | null;
  readonly index: number;
}

export interface RowsControl {
  readonly selection: Selection;
  readonly cursor: number;
  /** The entry whose details are open. */
  readonly detailed: string | null;
  /** More is selected than the one whose details are open. */
  readonly isSelecting: boolean;
  /** The focus came there. */
  readonly reach: (index: number) => void;
  /** The focus was led there by a key. */
  readonly walk: (index: number) => void;
  /** Sets where one is, without the focus having come there yet. */
  readonly goTo: (id: string, index: number) => void;
  readonly open: (id: string, index?: number) => void;
  readonly closeDetails: () => void;
  readonly toggle: (index: number) => void;
  /** From where the selection began to there. */
  readonly extend: (index: number) => Promise<void>;
  readonly selectAll: () => Promise<void>;
  readonly select: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

/** What is selected, where one is, and whose details are open. All of it is known by ids: rows move. */
export function useRowsControl(rows: LedgerRows | null): RowsControl {
  const { ledger } = useServices();
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const [cursor, setCursor] = useCursor();
  const [detailed, setDetailed] = useState<string | null>(null);
  const idAt = (index: number): string | null => (rows === null ? null : (shareAt(rows, index)?.id ?? null));
  const take = (next: Selection, opened: string | null = null): void => {
    setSelection(next);
    setDetailed(opened);
  };
  return {
    selection,
    cursor: rows === null ? 0 : placeOf(cursor, rows),
    detailed,
    isSelecting: selection.ids.size > 1 || (selection.ids.size === 1 && detailed === null),
    reach: (index) => {
      setCursor({ index, id: idAt(index) });
    },
    walk: (index) => {
      setCursor({ index, id: idAt(index) });
      // Details that are open go along with the focus.
      const id = idAt(index);
      if (detailed !== null && id !== null && selection.ids.size <= 1) take(selectOnly(id), id);
    },
    goTo: (id, index) => {
      setCursor({ id, index });
    },
    open: (id, index) => {
      setCursor({ id, index: index ?? cursor.index });
      take(selectOnly(id), id);
    },
    closeDetails: () => {
      take(clearSelection(selection));
    },
    toggle: (index) => {
      const id = idAt(index);
      if (id !== null) take(toggle(selection, id));
    },
    extend: async (index) => {
      const id = idAt(index);
      if (rows === null) return;
      const from = selection.anchor === null ? -1 : indexOfShare(rows, selection.anchor);
      const near = from === -1 ? null : idsBetween(rows, from, index);
      const order = near ?? (await ledger.getState().listIds());
      const target = id ?? order?.[index] ?? null;
      if (order !== null && target !== null) take(extendTo(selection, order, target));
    },
    selectAll: async () => {
      const order = await ledger.getState().listIds();
      if (order !== null) take(selectAll(selection, order));
    },
    select: (ids) => {
      take({ ids: new Set(ids), anchor: ids[0] ?? null });
    },
    clear: () => {
      setSelection(clearSelection(selection));
    },
  };
}

/** Its line stays at hand, so that it can be read aloud however far one has scrolled. */
function useCursor(): readonly [Cursor, (cursor: Cursor) => void] {
  const { ledger } = useServices();
  const [cursor, setCursor] = useState<Cursor>({ id: null, index: 0 });
  return [
    cursor,
    (next) => {
      ledger.getState().hold(next.index);
      setCursor(next);
    },
  ];
}

/** Where the entry of the cursor is now; where it was, once it has gone. */
function placeOf({ id, index }: Cursor, rows: LedgerRows): number {
  const isThere = id !== null && shareAt(rows, index)?.id === id;
  const found = isThere || id === null ? -1 : indexOfShare(rows, id);
  return found === -1 ? Math.max(0, Math.min(index, rows.total - 1)) : found;
}
