import { RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import { useNavigation, useShares, useWords } from '../../state/services.tsx';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { DetailsPanel } from './details-panel.tsx';
import styles from './ledger-view.module.css';
import { LedgerTable } from './ledger-table.tsx';
import { ResendDialog } from './resend-dialog.tsx';
import { sealOf } from './seal-of.ts';
import { useLedgerActions } from './use-ledger-actions.ts';
import { useRefreshOnFocus } from './use-refresh-on-focus.ts';

/** What became of what was sent. */
export function LedgerView() {
  const { t } = useWords();
  const status = useShares((state) => state.status);
  const load = useShares((state) => state.load);
  useEffect(() => {
    if (status === 'loading') void load();
  }, [status, load]);
  useRefreshOnFocus();
  switch (status) {
    case 'loading':
      return <Page title={t('sent.title')}>{null}</Page>;
    case 'failed':
      return (
        <Page title={t('sent.title')}>
          <Notice
            tone="bad"
            role="alert"
            title={t('app.unreachableTitle')}
            actions={<Button onClick={() => void load()}>{t('compose.failed.retry')}</Button>}
          >
            {t('sent.failed')}
          </Notice>
        </Page>
      );
    case 'ready':
      return <Ledger />;
  }
}

/** A question before something is done with a line. */
interface Asking {
  readonly about: 'delete' | 'cancel' | 'resend';
  readonly share: Share;
}

function Ledger() {
  const { t } = useWords();
  const all = useShares((state) => state.shares);
  const actions = useLedgerActions();
  const shares = all.filter((share) => !actions.hidden.has(share.id));
  const [selected, setSelected] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const detailed = shares.find((share) => share.id === selected);
  if (shares.length === 0) return <EmptyLedger />;
  const select = (id: string): void => {
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    setSelected(id);
  };
  const closeDetails = (): void => {
    setSelected(null);
    opener.current?.focus();
  };
  const rowActions = {
    onCopy: actions.copy,
    onDelete: (share: Share) => {
      setAsking({ about: 'delete', share });
    },
    onForget: actions.forget,
    onRetry: (share: Share) => actions.retry(share),
    onCancel: (share: Share) => {
      setAsking({ about: 'cancel', share });
    },
    onResend: (share: Share) => {
      setAsking({ about: 'resend', share });
    },
  };
  const about = (what: Asking['about']): Share | null => (asking?.about === what ? asking.share : null);
  const stopAsking = (): void => {
    setAsking(null);
  };
  return (
    <div className={styles['ledger']}>
      <Page
        width="wide"
        title={t('sent.title')}
        lead={t('sent.count', { count: shares.length })}
        actions={<RefreshButton onRefresh={actions.refresh} />}
      >
        <LedgerTable
          shares={shares}
          selected={selected}
          onDetails={({ id }) => {
            select(id);
          }}
          {...rowActions}
        />
      </Page>
      {detailed !== undefined && <DetailsPanel share={detailed} onClose={closeDetails} {...rowActions} />}
      <DeleteDialog share={about('delete')} onDelete={actions.remove} onClose={stopAsking} />
      <CancelDialog share={about('cancel')} onCancel={actions.cancel} onClose={stopAsking} />
      <ResendDialog share={about('resend')} onResend={actions.retry} onClose={stopAsking} />
    </div>
  );
}

function RefreshButton({ onRefresh }: { readonly onRefresh: () => Promise<void> }) {
  const { t } = useWords();
  const isRefreshing = useShares((state) => state.isRefreshing);
  return (
    <IconButton
      label={t('sent.refresh')}
      icon={<RefreshCw size={16} strokeWidth={1.75} aria-hidden />}
      aria-busy={isRefreshing || undefined}
      onClick={() => void onRefresh()}
    />
  );
}

/** What a secret goes through, for those who have not sent one yet. */
const legend = ['active', 'opened', 'used-up', 'expired'] as const;

function EmptyLedger() {
  const { t } = useWords();
  const go = useNavigation((state) => state.go);
  return (
    <div className={styles['empty']}>
      <h1 tabIndex={-1} className={styles['emptyTitle']}>
        {t('sent.empty.title')}
      </h1>
      <p className={styles['emptyText']}>{t('sent.empty.text')}</p>
      <ul className={styles['legend']}>
        {legend.map((state) => (
          <li key={state} className={styles['sign']}>
            <Seal shape={sealOf[state]} size={44} />
            {t(`sent.state.${state}`)}
          </li>
        ))}
      </ul>
      <Button
        look="primary"
        size="l"
        onClick={() => {
          go('compose');
        }}
      >
        {t('sent.empty.action')}
      </Button>
    </div>
  );
}
