import { useEffect, useState } from 'react';
import type { Handover } from '../../state/handover.ts';
import { ClipboardRule } from '../../state/clipboard-words.tsx';
import { ReadingWords } from '../../state/reading-words.tsx';
import { useKeptPasswords, useServices, useShares, useWords } from '../../state/services.tsx';
import { useEntry } from '../../state/use-entry.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button/button.tsx';
import { AlertDialog } from '../../ui/dialog/alert-dialog.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import styles from './handover-view.module.css';
import { KeepPassword } from './keep-password.tsx';
import { LinkPanel } from './link-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';

interface HandoverViewProps {
  readonly handover: Handover;
  readonly onClose: () => void;
}

/** Two things to send, two ways. What is here is gone when it closes. */
export function HandoverView({ handover, onClose }: HandoverViewProps) {
  const { t } = useWords();
  const { password, division } = handover;
  const sent = useLive(handover.sent);
  const isKept = useKeptPasswords((state) => state.ids.has(sent.share.id));
  const drop = useKeptPasswords((state) => state.drop);
  const happened = useShares((state) => state.happened);
  const [isPasswordCopied, setIsPasswordCopied] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const isOwn = division === undefined;
  const isSafe = isPasswordCopied || isOwn || isKept;
  const { unfinished } = useServices();
  useEffect(() => {
    // Without an end of its own: while another view is looked at the password is still here.
    unfinished.setState({ password: !isSafe });
  }, [unfinished, isSafe]);
  const close = (): void => {
    if (isSafe) onClose();
    else setIsAsking(true);
  };
  return (
    <div className={styles['handover']}>
      <Head sent={sent} />
      <ol className={styles['panels']}>
        <LinkPanel sent={sent} />
        <PasswordPanel
          password={password}
          division={division}
          onCopied={() => {
            setIsPasswordCopied(true);
            happened(sent.share.id, 'password-copied');
            // Both halves are in the person's hands now.
            if (isKept && sent.outcome === 'sent') void drop(sent.share.id);
          }}
        >
          {sent.outcome !== 'sent' && (
            <KeepPassword shareId={sent.share.id} kept={{ password, division: division ?? null }} />
          )}
        </PasswordPanel>
      </ol>
      <footer className={styles['foot']}>
        <div className={styles['words']}>
          <p>{t(closing(sent.outcome, isKept))}</p>
          <ClipboardRule />
        </div>
        <Button onClick={close}>{t('handover.done')}</Button>
      </footer>
      <AlertDialog
        isOpen={isAsking}
        title={t('handover.unsaved.title')}
        action={t('handover.unsaved.action')}
        cancel={t('handover.unsaved.cancel')}
        onAction={onClose}
        onClose={() => {
          setIsAsking(false);
        }}
      >
        <p>{t('handover.unsaved.text')}</p>
      </AlertDialog>
    </div>
  );
}

/** What waited may go out while it is looked at: then here is the link. */
function useLive(sent: Handover['sent']): Handover['sent'] {
  const known = useEntry(sent.share.id);
  if (known.status !== 'there' || known.entry.share.link === null) return sent;
  return { outcome: 'sent', share: known.entry.share };
}

function closing(outcome: Handover['sent']['outcome'], isKept: boolean) {
  if (outcome === 'sent') return 'handover.closing';
  return isKept ? 'handover.closingKept' : 'handover.closingWaiting';
}

const titles = {
  sent: 'handover.title',
  waiting: 'handover.titleWaiting',
  uncertain: 'handover.titleUncertain',
} as const;
const shapes = { sent: 'whole', waiting: 'dotted', uncertain: 'question' } as const;
const MINUTE = 60_000;

function Head({ sent }: { readonly sent: Handover['sent'] }) {
  const { t, format } = useWords();
  const now = useNow(MINUTE);
  const { outcome, share } = sent;
  return (
    <header className={styles['head']}>
      <Seal shape={shapes[outcome]} size={56} settles />
      <div className={styles['titles']}>
        <h1 tabIndex={-1} className={styles['title']} data-view-focus>
          {t(titles[outcome])}
        </h1>
        <p className={styles['lead']}>
          <ReadingWords maxAccess={share.maxAccess} />{' '}
          {share.expiresAt === null
            ? t('handover.expiresNever')
            : t('handover.expires', {
                relative: format.relative(share.expiresAt, now),
                date: format.dateTime(share.expiresAt),
              })}
        </p>
      </div>
    </header>
  );
}
