import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { LedgerOrder } from '../../../shared/bridge/ledger.ts';
import { useWords } from '../../state/services.tsx';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import { orderAfter } from './choices.ts';
import styles from './ledger-table.module.css';

interface ColumnHeadsProps {
  readonly order: LedgerOrder;
  readonly onOrder: (order: LedgerOrder) => void;
  readonly selected: 'none' | 'some' | 'all';
  readonly onSelectAll: (isWanted: boolean) => void;
}

const columns = [
  ['name', 'first'],
  ['service', 'service-column'],
  ['created', 'created'],
  ['expires', 'expires'],
  ['opened', 'opened'],
] as const;

export function ColumnHeads({ order, onOrder, selected, onSelectAll }: ColumnHeadsProps) {
  const { t } = useWords();
  return (
    <>
      {columns.map(([by, style]) => (
        <div
          key={by}
          role="columnheader"
          className={styles[style]}
          aria-sort={order.by === by ? order.direction : 'none'}
        >
          {by === 'name' && <SelectAll selected={selected} onSelectAll={onSelectAll} />}
          <button
            type="button"
            className={styles['sort']}
            onClick={() => {
              onOrder(orderAfter(order, by));
            }}
          >
            <span className={styles['clipped']}>{t(`sent.columns.${by}`)}</span>
            {order.by === by && <Direction direction={order.direction} />}
          </button>
        </div>
      ))}
      <div role="columnheader" className={cx(styles['actions'], styles['last'])}>
        <VisuallyHidden>{t('sent.columns.actions')}</VisuallyHidden>
      </div>
    </>
  );
}

function Direction({ direction }: Pick<LedgerOrder, 'direction'>) {
  const Icon = direction === 'ascending' ? ArrowUp : ArrowDown;
  return <Icon size={12} strokeWidth={2.25} aria-hidden />;
}

function SelectAll({ selected, onSelectAll }: Pick<ColumnHeadsProps, 'selected' | 'onSelectAll'>) {
  const { t } = useWords();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = selected === 'some';
  }, [selected]);
  return (
    <input
      ref={box}
      type="checkbox"
      className={styles['all']}
      aria-label={t('ledger.selectAll')}
      checked={selected === 'all'}
      onChange={(event) => {
        onSelectAll(event.target.checked);
      }}
    />
  );
}
