import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import type { LedgerOrder } from '../../../shared/bridge/ledger.ts';
import type { Share } from '../../../shared/bridge/models.ts';
import { type LedgerRows, shareAt } from '../../state/ledger-pages.ts';
import { useBulk, useServices, useWords } from '../../state/services.tsx';
import { useNow } from '../../state/use-now.ts';
import { Grid, type GridHandle } from '../../ui/grid/grid.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { LedgerRow } from './ledger-row.tsx';
import styles from './ledger-table.module.css';
import { isRowAction, type RowAction } from './offered-actions.ts';
import type { RowsControl } from './use-rows-control.ts';

interface LedgerTableProps {
  readonly handle: Ref<GridHandle>;
  readonly rows: LedgerRows;
  readonly control: RowsControl;
  readonly order: LedgerOrder;
  readonly onOrder: (order: LedgerOrder) => void;
  readonly onOpen: (share: Share, index: number, isByKey: boolean) => void;
  readonly onAct: (action: RowAction, share: Share) => void;
  /** The key that deletes, for one line or for all that are selected. */
  readonly onDelete: (share: Share | null) => void;
}

const NEWS_STEP_MS = 30_000;
/** As multiples of the root's font size. */
const ROW_HEIGHT = 3.5;
const HEAD_HEIGHT = 2.25;

/** Up and down between the lines, right into one's actions, Enter for its details, Space to select it. */
export function LedgerTable(props: LedgerTableProps) {
  const { rows, control, order, onOrder } = props;
  const { t } = useWords();
  const { ledger } = useServices();
  const now = useNow(NEWS_STEP_MS);
  const failures = useBulk((state) => state.failures);
  const { selection, cursor, detailed, isSelecting } = control;
  const { pick, type } = useRowEvents(props);
  const renderRow = (index: number) => {
    const share = shareAt(rows, index);
    return (
      <LedgerRow
        share={share}
        index={index}
        now={now}
        isCursor={index === cursor}
        isSelected={share !== null && selection.ids.has(share.id)}
        isDetailed={share !== null && share.id === detailed}
        failure={share === null ? null : (failures.get(share.id) ?? null)}
      />
    );
  };
  return (
    <div className={styles['table']} data-detailed={detailed === null ? undefined : ''}>
      <Grid
        handle={props.handle}
        label={t('sent.table')}
        rowCount={rows.total}
        rowHeight={ROW_HEIGHT}
        headHeight={HEAD_HEIGHT}
        cursor={cursor}
        keyAt={(index) => shareAt(rows, index)?.id ?? String(index)}
        renderRow={renderRow}
        modes={{ 'data-selecting': isSelecting ? '' : undefined }}
        onSight={ledger.getState().look}
        onReach={control.reach}
        onMove={(index, event) => {
          if (event.shiftKey) {
            void control.extend(index);
            control.reach(index);
          } else control.walk(index);
        }}
        onPick={pick}
        onKey={type}
        head={
          <ColumnHeads
            order={order}
            onOrder={onOrder}
            selected={howMany(selection.ids.size, rows.total, isSelecting)}
            onSelectAll={(isWanted) => {
              if (isWanted) void control.selectAll();
              else control.clear();
            }}
          />
        }
      />
    </div>
  );
}

const howMany = (selected: number, total: number, isSelecting: boolean): 'none' | 'some' | 'all' => {
  if (!isSelecting || selected === 0) return 'none';
  return selected >= total ? 'all' : 'some';
};

/** What clicks and keys on a line mean. */
function useRowEvents({ rows, control, onOpen, onAct, onDelete }: LedgerTableProps) {
  const pick = (index: number, event: MouseEvent): void => {
    const share = shareAt(rows, index);
    const target = event.target instanceof Element ? event.target : null;
    const action = target?.closest<HTMLElement>('[data-action]')?.dataset['action'];
    const isPick = target?.closest('[data-pick]') instanceof Element;
    if (share !== null && isRowAction(action)) onAct(action, share);
    else if (event.shiftKey) void control.extend(index);
    else if (event.ctrlKey || event.metaKey || isPick) control.toggle(index);
    else if (share !== null) onOpen(share, index, false);
  };
  const type = (event: KeyboardEvent): void => {
    const isOnRow = event.target instanceof Element && event.target.matches('[role=row]');
    const share = shareAt(rows, control.cursor);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      void control.selectAll();
    } else if (event.key === 'Escape') {
      if (control.isSelecting) control.clear();
      else control.closeDetails();
    } else if (!isOnRow || share === null) return;
    else if (event.key === 'Enter') onOpen(share, control.cursor, true);
    else if (event.key === ' ') {
      event.preventDefault();
      control.toggle(control.cursor);
    } else if (event.key === 'Delete') onDelete(control.isSelecting ? null : share);
  };
  return { pick, type };
}
