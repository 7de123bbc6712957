import { useRef, useState } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import { useServiceName } from '../../state/accounts.ts';
import { useWords } from '../../state/services.tsx';
import { useNow } from '../../state/use-now.ts';
import { Seal } from '../../ui/seal/seal.tsx';
import { ExpiryCell } from './expiry-cell.tsx';
import styles from './ledger-table.module.css';
import { moveInGrid } from './move-in-grid.ts';
import { canDelete, type RowActionHandlers } from './offered-actions.ts';
import { RowActions } from './row-actions.tsx';
import { sealOf } from './seal-of.ts';

interface LedgerTableProps extends RowActionHandlers {
  readonly shares: readonly Share[];
  readonly onDetails: (share: Share) => void;
  readonly selected: string | null;
}

const NEWS_STEP_MS = 30_000;

/** A grid of rows: up and down between them, right into a row's actions, Enter for its details. */
export function LedgerTable({ shares, selected, ...handlers }: LedgerTableProps) {
  const { t } = useWords();
  const now = useNow(NEWS_STEP_MS);
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  // The tabulator finds exactly one row, also after the one it knew has gone.
  const reachable = shares.some((share) => share.id === current) ? current : shares[0]?.id;
  return (
    <table
      className={styles['table']}
      role="grid"
      data-detailed={selected === null ? undefined : ''}
      aria-label={t('sent.table')}
      aria-rowcount={shares.length + 1}
      onKeyDown={(event) => {
        if (body.current !== null && moveInGrid(event, body.current)) event.preventDefault();
      }}
    >
      <thead>
        <tr>
          <th scope="col">{t('sent.columns.name')}</th>
          <th scope="col" className={styles['created']}>
            {t('sent.columns.created')}
          </th>
          <th scope="col" className={styles['expires']}>
            {t('sent.columns.expires')}
          </th>
          <th scope="col" className={styles['opened']}>
            {t('sent.columns.opened')}
          </th>
          <th scope="col" className={styles['actions']}>
            <span className={styles['hidden']}>{t('sent.columns.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {shares.map((share, index) => (
          <LedgerRow
            key={share.id}
            share={share}
            place={index + 2}
            now={now}
            isReachable={share.id === reachable}
            isSelected={share.id === selected}
            onReach={() => {
              setCurrent(share.id);
            }}
            {...handlers}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LedgerRowProps extends RowActionHandlers {
  readonly share: Share;
  readonly onDetails: (share: Share) => void;
  readonly place: number;
  readonly now: number;
  readonly isReachable: boolean;
  readonly isSelected: boolean;
  readonly onReach: () => void;
}

function LedgerRow(props: LedgerRowProps) {
  const { share, place, now, isReachable, isSelected, onReach, onDetails, ...handlers } = props;
  const { t, format } = useWords();
  const serviceName = useServiceName();
  const tabIndex = isReachable ? 0 : -1;
  return (
    <tr
      className={styles['row']}
      tabIndex={tabIndex}
      aria-rowindex={place}
      aria-selected={isSelected}
      data-state={share.state}
      onFocus={onReach}
      onClick={(event) => {
        if (!isButton(event.target)) onDetails(share);
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter') onDetails(share);
        if (event.key === 'Delete' && canDelete(share)) handlers.onDelete(share);
      }}
    >
      <td>
        <div className={styles['name']}>
          <Seal shape={sealOf[share.state]} size={20} />
          <div className={styles['words']}>
            <p className={styles['title']}>{share.name ?? t('sent.unnamed')}</p>
            <p className={styles['state']}>{t(`sent.state.${share.state}`)}</p>
          </div>
        </div>
      </td>
      <td className={styles['created']}>
        <p>{format.short(share.createdAt, now)}</p>
        <p className={styles['service']}>
          {share.isAccountGone ? t('sent.gone', { name: serviceName(share) }) : serviceName(share)}
        </p>
      </td>
      <td>
        <ExpiryCell share={share} now={now} />
      </td>
      <td className={styles['opened']}>
        <Opened share={share} />
      </td>
      <td className={styles['actions']}>
        <div className={styles['buttons']}>
          <RowActions share={share} tabIndex={tabIndex} {...handlers} />
        </div>
      </td>
    </tr>
  );
}

export function Opened({ share }: { readonly share: Share }) {
  const { t } = useWords();
  const { accessCount, maxAccess, reports, state } = share;
  if (accessCount === null || reports === false)
    return state === 'not-reported' || (reports === false && share.link !== null)
      ? t('sent.opened.unknown')
      : '–';
  return maxAccess === null
    ? t('sent.opened.unlimited', { n: accessCount })
    : t('sent.opened.of', { n: accessCount, m: maxAccess });
}

const isButton = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button') !== null;
