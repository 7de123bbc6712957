import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import styles from './grid.module.css';
import { beside, nextRow } from './move-in-grid.ts';
import { rangeWith } from './range-with.ts';

export interface GridHandle {
  /** Gives the focus to the row of the cursor and brings it into sight. */
  focusCursor(): void;
  /**
   * The same, once the cursor is where it is about to be.
   * @param key of the row that is waited for, where another may be in its place until the list is read anew
   */
  followCursor(key?: string): void;
  /** Brings a row into sight and leaves the focus where it is. */
  showRow(index: number): void;
  /** What had the focus may be gone in a moment: then the row of the cursor has it. */
  holdFocus(): void;
}

interface GridProps {
  readonly handle?: Ref<GridHandle>;
  readonly label: string;
  readonly rowCount: number;
  /** Height of a row and of the row of headings, as multiples of the root's font size. */
  readonly rowHeight: number;
  readonly headHeight: number;
  /** The headings' cells. */
  readonly head: ReactNode;
  /** The one row the tabulator finds. */
  readonly cursor: number;
  /** The same row has the same key wherever it is. */
  readonly keyAt: (index: number) => string;
  readonly renderRow: (index: number) => ReactNode;
  /** Beyond what a row shows: for styling the whole grid. */
  readonly modes?: Readonly<Record<`data-${string}`, '' | undefined>>;
  /** The rows in sight, each time they are others. */
  readonly onSight: (first: number, last: number) => void;
  readonly onMove: (index: number, event: KeyboardEvent) => void;
  /** Keys the grid does not know itself. */
  readonly onKey: (event: KeyboardEvent) => void;
  /** `index` is null for a click beside the rows. */
  readonly onPick: (index: number, event: MouseEvent) => void;
  /** The focus came to a row, by whatever way. */
  readonly onReach: (index: number) => void;
}

/**
 * A grid of which only the rows in sight exist. Arrow keys walk the rows and the controls within one; the row of
 * the cursor always exists, so that the focus is never lost by scrolling; and when a row with the focus goes away,
 * the row that takes its place has it.
 */
export function Grid(props: GridProps) {
  const { handle, label, rowCount, head, cursor, modes, renderRow, onMove, onKey, onPick, onReach } = props;
  const { scroller, body, rows, height, page, show } = useRows(props);
  const { focusCursor, followCursor, holdFocus, watchFocus } = useHeldFocus(body, cursor, props.keyAt, show);
  useImperativeHandle(handle, () => ({ focusCursor, followCursor, holdFocus, showRow: show }));
  const walk = (event: KeyboardEvent): void => {
    const next = nextRow(event, { at: cursor, count: rowCount, page });
    if (next !== null) {
      // The row may have to be made first.
      followCursor();
      onMove(next, event);
    } else if (!beside(event)) {
      onKey(event);
      return;
    }
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="grid"
      className={styles['grid']}
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-multiselectable
      {...modes}
      {...watchFocus}
    >
      <div role="rowgroup" className={styles['head']}>
        <div role="row" aria-rowindex={1}>
          {head}
        </div>
      </div>
      <div
        ref={body}
        role="rowgroup"
        className={styles['body']}
        style={{ blockSize: height }}
        onKeyDown={walk}
        onClick={(event) => {
          const index = indexOf(event.target);
          if (index !== null) onPick(index, event);
        }}
        onFocus={(event) => {
          const index = indexOf(event.target);
          if (index !== null) onReach(index);
        }}
      >
        <PlacedRows rows={rows} renderRow={renderRow} />
      </div>
    </div>
  );
}

type Placed = VirtualItem & { readonly margin: number };

interface PlacedRowsProps {
  readonly rows: readonly { readonly item: Placed; readonly key: string }[];
  readonly renderRow: (index: number) => ReactNode;
}

function PlacedRows({ rows, renderRow }: PlacedRowsProps) {
  return rows.map(({ item, key }) => (
    <div
      key={key}
      className={styles['place']}
      role="presentation"
      data-index={item.index}
      style={{ transform: `translateY(${item.start - item.margin}px)`, blockSize: item.size }}
    >
      {renderRow(item.index)}
    </div>
  ));
}

function useRows({ rowCount, rowHeight, headHeight, cursor, keyAt, onSight }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const margin = headHeight * em;
  // There is no compiler here that would have to understand the virtualizer.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * em,
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: margin,
    rangeExtractor: (range) => rangeWith(range, cursor),
    // The lists are long: a reader of the screen hears places from `aria-rowindex`.
    useAnimationFrameWithResizeObserver: true,
  });
  const items = virtualizer.getVirtualItems();
  const range = virtualizer.range;
  const [first, last] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
  useEffect(() => {
    onSight(first, last);
    // What is in sight, and nothing else, is news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [first, last, rowCount]);
  return {
    scroller,
    body,
    rows: withKeys(
      items.map((item) => ({ ...item, margin })),
      keyAt,
    ),
    height: virtualizer.getTotalSize(),
    page: Math.max(1, last - first - 1),
    show: (index: number) => {
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
  };
}

/** While pages of different moments meet, a row may be there twice: its second place has a key of its own. */
function withKeys(items: readonly Placed[], keyAt: (index: number) => string) {
  const taken = new Set<string>();
  return items.map((item) => {
    const wanted = keyAt(item.index);
    const key = taken.has(wanted) ? `${wanted} ${String(item.index)}` : wanted;
    taken.add(key);
    return { item, key };
  });
}

const DIALOG_LEAVES_MS = 250;

/** Holds on to the focus while the row that has it goes away. */
function useHeldFocus(
  body: { readonly current: HTMLElement | null },
  cursor: number,
  keyAt: (index: number) => string,
  show: (index: number) => void,
) {
  const isInside = useRef(false);
  /** True for whatever row the cursor is on. */
  const wanted = useRef<string | boolean>(false);
  const rowElement = (): HTMLElement | null =>
    body.current?.querySelector<HTMLElement>(`[data-index='${String(cursor)}'] > [role='row']`) ?? null;
  useLayoutEffect(() => {
    const isLost = isInside.current && document.activeElement === document.body;
    const isThere = typeof wanted.current === 'string' ? keyAt(cursor) === wanted.current : wanted.current;
    if (!isLost && !isThere) return;
    const row = rowElement();
    if (row === null) return;
    if (isThere) wanted.current = false;
    row.focus({ preventScroll: true });
    show(cursor);
  });
  return {
    followCursor: (key?: string) => {
      wanted.current = key ?? true;
    },
    holdFocus: () => {
      // A dialog gives the focus back first, in its own time, to what may no longer be there.
      setTimeout(() => {
        if (document.activeElement === document.body) rowElement()?.focus({ preventScroll: true });
      }, DIALOG_LEAVES_MS);
    },
    focusCursor: () => {
      wanted.current = true;
      const row = rowElement();
      if (row === null) return;
      row.focus({ preventScroll: true });
      wanted.current = false;
      show(cursor);
    },
    watchFocus: {
      onFocusCapture: (event: React.FocusEvent) => {
        isInside.current = body.current?.contains(event.target) === true;
      },
      onBlurCapture: (event: React.FocusEvent) => {
        const { target } = event;
        // A row that goes away loses the focus, too; only one that is still there was left.
        setTimeout(() => {
          if (target.isConnected && body.current?.contains(document.activeElement) !== true)
            isInside.current = false;
        });
      },
    },
  };
}

function indexOf(target: EventTarget): number | null {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return place === null ? null : Number(place.dataset['index']);
}
