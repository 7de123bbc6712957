import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import { useServiceName } from '../../state/accounts.ts';
import { failureWords } from '../../state/failure-words.ts';
import { useKeptPasswords, useWords } from '../../state/services.tsx';
import { useNow } from '../../state/use-now.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import styles from './details-panel.module.css';
import { KeptPassword } from './kept-password.tsx';
import { Opened } from './ledger-table.tsx';
import { isInOutbox, offeredActions, type RowAction, type RowActionHandlers } from './offered-actions.ts';
import { sealOf } from './seal-of.ts';

interface DetailsPanelProps extends RowActionHandlers {
  readonly share: Share;
  readonly onClose: () => void;
}

/** All that is known of one secret, and from whom. */
export function DetailsPanel({ share, onClose, ...handlers }: DetailsPanelProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const isKept = useKeptPasswords((state) => state.ids.has(share.id));
  useEffect(() => {
    heading.current?.focus();
  }, [share.id]);
  return (
    <aside
      className={styles['panel']}
      aria-label={t('sent.details.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles['head']}>
        <Seal shape={sealOf[share.state]} size={40} />
        <IconButton
          label={t('sent.details.close')}
          icon={<X size={18} strokeWidth={1.75} aria-hidden />}
          onClick={onClose}
        />
      </header>
      <h2 ref={heading} tabIndex={-1} className={styles['name']}>
        {share.name ?? t('sent.unnamed')}
      </h2>
      <p className={styles['state']}>{t(`sent.state.${share.state}`)}</p>
      <Explanation share={share} />
      <Facts share={share} />
      <Actions share={share} {...handlers} />
      {isKept ? (
        <KeptPassword key={share.id} share={share} />
      ) : (
        <p className={styles['note']}>{t('sent.details.secret')}</p>
      )}
    </aside>
  );
}

function Explanation({ share }: { readonly share: Share }) {
  const { t, format } = useWords();
  // Why it once waited is no longer what stands in its way.
  const reason = share.state === 'overdue' ? null : share.reason;
  const why = reason === null ? null : failureWords(reason, t, format);
  return (
    <p className={styles['explain']}>
      {share.isAccountGone && isInOutbox(share)
        ? t('sent.explain.stranded')
        : `${t(`sent.explain.${share.state}`)}${why === null ? '' : ` ${why.what} ${why.next}`}`}
    </p>
  );
}

const MINUTE = 60_000;

function Facts({ share }: { readonly share: Share }) {
  const { t, format } = useWords();
  const now = useNow(MINUTE);
  const serviceName = useServiceName();
  const moment = (at: string): string => `${format.dateTime(at)} (${format.relative(at, now)})`;
  return (
    <dl className={styles['facts']}>
      <Fact name={t('sent.details.link')}>
        {share.link === null ? (
          t('sent.details.noLink')
        ) : (
          <span className={styles['link']} translate="no">
            {share.link}
          </span>
        )}
      </Fact>
      <Fact name={t('sent.details.service')}>
        {share.isAccountGone ? t('sent.gone', { name: serviceName(share) }) : serviceName(share)}
      </Fact>
      <Fact name={t('sent.details.created')}>{moment(share.createdAt)}</Fact>
      <Fact name={t('sent.details.expires')}>
        {share.expiresAt === null ? t('sent.never') : moment(share.expiresAt)}
      </Fact>
      <Fact name={t('sent.details.opened')}>
        {share.reports === false ? t('sent.opened.noReports') : <Opened share={share} />}
      </Fact>
      {share.firstAccessAt !== null && (
        <Fact name={t('sent.details.firstOpened')}>{moment(share.firstAccessAt)}</Fact>
      )}
      {share.deletedAt !== null && <Fact name={t('sent.details.deleted')}>{moment(share.deletedAt)}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const looks: Partial<Record<RowAction, 'danger' | 'quiet'>> = {
  delete: 'danger',
  cancel: 'danger',
  forget: 'quiet',
};

function Actions({ share, ...handlers }: Omit<DetailsPanelProps, 'onClose'>) {
  const { t } = useWords();
  return (
    <div className={styles['actions']}>
      {offeredActions(share, handlers).map(({ action, act }) => (
        <Button key={action} isWide look={looks[action] ?? 'plain'} onClick={act}>
          {t(`sent.actions.${action}`)}
        </Button>
      ))}
      {share.isAccountGone && <p className={styles['note']}>{t('sent.details.accountGone')}</p>}
    </div>
  );
}
