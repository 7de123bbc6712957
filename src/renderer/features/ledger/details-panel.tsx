import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { LedgerEntry } from '../../../shared/bridge/ledger.ts';
import type { Share } from '../../../shared/bridge/models.ts';
import { useServiceName } from '../../state/accounts.ts';
import { failureWords } from '../../state/failure-words.ts';
import { useKeptPasswords, useWords } from '../../state/services.tsx';
import { useEntry } from '../../state/use-entry.ts';
import { useNow } from '../../state/use-now.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import { DetailsActions } from './details-actions.tsx';
import styles from './details-panel.module.css';
import { ExpiryLine, isRunning } from './expiry-cell.tsx';
import { KeptPassword } from './kept-password.tsx';
import { NoteField } from './note-field.tsx';
import { isInOutbox, type RowAction } from './offered-actions.ts';
import { Opened } from './opened.tsx';
import { sealOf } from './seal-of.ts';
import { Timeline } from './timeline.tsx';

interface DetailsPanelProps {
  readonly id: string;
  /** The line as the table shows it, to stand here until all that is known is read. */
  readonly line: Share | null;
  /** It takes the focus when it was asked for by a key. */
  readonly takesFocus: boolean;
  readonly onAct: (action: RowAction, share: Share) => void;
  readonly onWriteAgain: (share: Share) => void;
  readonly onClose: () => void;
  /** It has left the list while it was looked at. */
  readonly onGone: () => void;
}

/** All that is known of one secret, and from whom. */
export function DetailsPanel(props: DetailsPanelProps) {
  const { id, line, onClose, onGone } = props;
  const { t } = useWords();
  const known = useEntry(id);
  const share = known.status === 'there' ? known.entry.share : line;
  useLeaving(known.status, onGone);
  return (
    <aside
      className={styles['panel']}
      aria-label={t('sent.details.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className={styles['head']}>
        {share === null ? <span /> : <Seal shape={sealOf[share.state]} size={40} />}
        <IconButton
          label={t('sent.details.close')}
          icon={<X size={18} strokeWidth={1.75} aria-hidden />}
          onClick={onClose}
        />
      </header>
      {share === null || known.status === 'gone' || known.status === 'failed' ? (
        <Missing status={known.status} />
      ) : (
        <Known {...props} share={share} entry={known.status === 'there' ? known.entry : null} />
      )}
    </aside>
  );
}

/** Tells of an entry that was there and is no longer. */
function useLeaving(status: ReturnType<typeof useEntry>['status'], onGone: () => void): void {
  const wasThere = useRef(false);
  useEffect(() => {
    if (status === 'gone' && wasThere.current) onGone();
    wasThere.current = status === 'there';
    // Only a change of what is known is news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [status]);
}

function Missing({ status }: { readonly status: ReturnType<typeof useEntry>['status'] }) {
  const { t } = useWords();
  if (status === 'loading') return null;
  return (
    <p className={styles['explain']} role="status">
      {t(status === 'failed' ? 'ledger.details.failed' : 'ledger.details.gone')}
    </p>
  );
}

interface KnownProps extends DetailsPanelProps {
  readonly share: Share;
  readonly entry: LedgerEntry | null;
}

const MINUTE = 60_000;

function Known({ share, entry, takesFocus, onAct, onWriteAgain }: KnownProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const isKept = useKeptPasswords((state) => state.ids.has(share.id));
  const now = useNow(MINUTE);
  useEffect(() => {
    const panel = heading.current?.parentElement ?? null;
    // Where it lies over the table, nothing under it may have the focus.
    const isOver = panel !== null && getComputedStyle(panel).position === 'absolute';
    if (takesFocus || isOver) heading.current?.focus();
  }, [share.id, takesFocus]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles['name']} data-view-focus>
        {share.name ?? t('sent.unnamed')}
      </h2>
      <p className={styles['state']}>{t(`sent.state.${share.state}`)}</p>
      <Explanation share={share} />
      <DetailsActions share={share} onAct={onAct} onWriteAgain={onWriteAgain} />
      <Facts share={share} now={now} />
      {isKept && <KeptPassword key={share.id} share={share} />}
      {entry !== null && (
        <>
          <NoteField key={share.id} id={share.id} note={entry.note} />
          <Timeline events={entry.timeline} now={now} />
        </>
      )}
      {!isKept && <p className={styles['note']}>{t('sent.details.secret')}</p>}
    </>
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

interface FactsProps {
  readonly share: Share;
  readonly now: number;
}

function Facts({ share, now }: FactsProps) {
  const { t, format } = useWords();
  const serviceName = useServiceName();
  const moment = (at: string, relative: string): ReactNode => (
    <>
      {format.dateTime(at)} <span className={styles['soft']}>{relative}</span>
    </>
  );
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
      <Fact name={t('sent.details.created')}>
        {moment(share.createdAt, format.since(share.createdAt, now))}
      </Fact>
      <Fact name={t('sent.details.expires')}>
        {share.expiresAt === null ? (
          t('sent.never')
        ) : isRunning(share) ? (
          <Countdown share={share} expiresAt={share.expiresAt} />
        ) : (
          moment(share.expiresAt, format.relative(share.expiresAt, now))
        )}
      </Fact>
      <Fact name={t('sent.details.opened')}>
        {share.reports === false ? t('sent.opened.noReports') : <Opened share={share} />}
      </Fact>
    </dl>
  );
}

const SECOND = 1000;
const HOUR = 60 * MINUTE;

/** The date, what is left, and the line that shortens; by the second in its last hour. */
function Countdown({ share, expiresAt }: { readonly share: Share; readonly expiresAt: string }) {
  const { t, format } = useWords();
  const [isClose, setIsClose] = useState(false);
  const now = useNow(isClose ? SECOND : MINUTE / 2);
  const left = Date.parse(expiresAt) - now;
  if (left < HOUR !== isClose) setIsClose(left < HOUR);
  return (
    <span className={styles['countdown']}>
      <span>
        {format.dateTime(expiresAt)}{' '}
        <span className={styles['soft']}>
          {left > 0 ? t('ledger.details.left', { time: format.span(left) }) : format.relative(expiresAt, now)}
        </span>
      </span>
      <ExpiryLine share={share} now={now} />
    </span>
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
