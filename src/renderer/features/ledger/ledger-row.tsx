import { Ban, Check, Copy, EyeOff, type LucideIcon, SendHorizontal, TriangleAlert, X } from 'lucide-react';
import { memo, useState } from 'react';
import type { ServiceFailure } from '../../../core/api/failure.ts';
import type { Share } from '../../../shared/bridge/models.ts';
import { useServiceName } from '../../state/accounts.ts';
import { failureWords } from '../../state/failure-words.ts';
import { useWords } from '../../state/services.tsx';
import { IconButton } from '../../ui/button/button.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import { ExpiryCell } from './expiry-cell.tsx';
import styles from './ledger-table.module.css';
import { offeredActions, type RowAction } from './offered-actions.ts';
import { Opened } from './opened.tsx';
import { sealOf } from './seal-of.ts';

interface LedgerRowProps {
  /** Null while its page is on the way. */
  readonly share: Share | null;
  readonly index: number;
  readonly now: number;
  /** The tabulator finds it. */
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  /** Its details are open. */
  readonly isDetailed: boolean;
  /** Why a command about many could not delete it. */
  readonly failure: ServiceFailure | null;
}

/** One line. What is done with it is heard by the table, so that a line is drawn again only when it changed. */
export const LedgerRow = memo(function LedgerRow(props: LedgerRowProps) {
  const { share, index, now, isCursor, isSelected, isDetailed, failure } = props;
  const [isHovered, setIsHovered] = useState(false);
  return (
    <div
      role="row"
      className={styles['row']}
      tabIndex={isCursor ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isDetailed || undefined}
      aria-busy={share === null || undefined}
      data-state={share?.state}
      data-failed={failure === null ? undefined : ''}
      onPointerEnter={() => {
        setIsHovered(true);
      }}
      onPointerLeave={() => {
        setIsHovered(false);
      }}
    >
      {share === null ? (
        <div role="gridcell" className={styles['coming']} />
      ) : (
        <Cells
          share={share}
          now={now}
          failure={failure}
          isActive={isHovered || isCursor}
          isCursor={isCursor}
        />
      )}
    </div>
  );
});

interface CellsProps {
  readonly share: Share;
  readonly now: number;
  readonly failure: ServiceFailure | null;
  /** Its actions can be seen; the others have none, which is what makes a long list light. */
  readonly isActive: boolean;
  readonly isCursor: boolean;
}

function Cells({ share, now, failure, isActive, isCursor }: CellsProps) {
  const { t, format } = useWords();
  const nameOf = useServiceName();
  const service = share.isAccountGone ? t('sent.gone', { name: nameOf(share) }) : nameOf(share);
  return (
    <>
      <div role="gridcell" className={styles['name']}>
        <span className={styles['tick']} data-pick="" aria-hidden>
          <Check size={12} strokeWidth={3} />
        </span>
        <Seal shape={sealOf[share.state]} size={20} />
        <div className={styles['words']}>
          <p className={styles['title']} title={share.name ?? undefined}>
            {share.name ?? t('sent.unnamed')}
          </p>
          {failure === null ? (
            <p className={styles['state']}>
              {t(`sent.state.${share.state}`)}
              <span className={styles['service']}> · {service}</span>
            </p>
          ) : (
            <p className={styles['failure']}>
              <TriangleAlert size={12} strokeWidth={2} aria-hidden />
              <span>
                {/* The sign says it to the eye, and there is little room. */}
                <VisuallyHidden>{t('ledger.bulk.notDeleted')} </VisuallyHidden>
                {failureWords(failure, t, format).what}
              </span>
            </p>
          )}
        </div>
      </div>
      <div role="gridcell" className={styles['service-column']}>
        <p className={styles['clipped']}>{service}</p>
      </div>
      <div role="gridcell" className={styles['created']}>
        <p>{format.short(share.createdAt, now)}</p>
        <p className={styles['faint']}>{format.since(share.createdAt, now)}</p>
      </div>
      <div role="gridcell" className={styles['expires']}>
        <ExpiryCell share={share} now={now} />
      </div>
      <div role="gridcell" className={styles['opened']}>
        <Opened share={share} />
      </div>
      <div role="gridcell" className={styles['actions']}>
        {isActive && <RowActions share={share} tabIndex={isCursor ? 0 : -1} />}
      </div>
    </>
  );
}

const icons: Record<RowAction, LucideIcon> = {
  retry: SendHorizontal,
  resend: SendHorizontal,
  copy: Copy,
  delete: Ban,
  cancel: X,
  forget: EyeOff,
};

function RowActions({ share, tabIndex }: { readonly share: Share; readonly tabIndex: number }) {
  const { t } = useWords();
  return offeredActions(share).map((action) => {
    const Icon = icons[action];
    return (
      <IconButton
        key={action}
        look={action === 'delete' || action === 'cancel' ? 'danger' : 'quiet'}
        label={t(`sent.actions.${action}`)}
        icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
        tabIndex={tabIndex}
        data-action={action}
      />
    );
  });
}
