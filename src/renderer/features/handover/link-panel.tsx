import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { failureWords } from '../../state/failure-words.ts';
import type { Handover } from '../../state/handover.ts';
import { useShares, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { CopyButton } from '../../ui/copy-button/copy-button.tsx';
import { QrCode } from '../../ui/qr-code/qr-code.tsx';
import styles from './handover-view.module.css';
import { MessageDialog } from './message-dialog.tsx';
import { Panel } from './panel.tsx';
import { useCopy } from '../../state/use-copy.ts';

export function LinkPanel({ sent }: { readonly sent: Handover['sent'] }) {
  const { t } = useWords();
  const { link } = sent.share;
  if (sent.outcome !== 'sent' || link === null) return <NoLinkPanel sent={sent} />;
  return (
    <Panel
      number={1}
      title={t('handover.link.title')}
      hint={t('handover.link.hint')}
      aside={<QrCode text={link} label={t('handover.link.qr')} />}
    >
      <p className={styles['value']}>
        <span className={styles['link']} translate="no">
          {link}
        </span>
      </p>
      <LinkActions link={link} share={sent.share} />
    </Panel>
  );
}

function LinkActions({ link, share }: { readonly link: string; readonly share: Handover['sent']['share'] }) {
  const { t } = useWords();
  const copy = useCopy();
  const happened = useShares((state) => state.happened);
  const copyLink = async (): Promise<boolean> => {
    const isCopied = await copy(link);
    if (isCopied) happened(share.id, 'link-copied');
    return isCopied;
  };
  const [isMessageOpen, setIsMessageOpen] = useState(false);
  return (
    <div className={styles['actions']}>
      <CopyButton look="primary" onCopy={copyLink} copied={t('handover.link.copied')}>
        {t('handover.link.copy')}
      </CopyButton>
      <Button
        look="quiet"
        icon={<MessageSquareText size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          setIsMessageOpen(true);
        }}
      >
        {t('handover.link.message')}
      </Button>
      <MessageDialog
        isOpen={isMessageOpen}
        link={link}
        share={share}
        onClose={() => {
          setIsMessageOpen(false);
        }}
      />
    </div>
  );
}

function NoLinkPanel({ sent }: { readonly sent: Handover['sent'] }) {
  const { t, format } = useWords();
  const isWaiting = sent.outcome === 'waiting';
  const why = 'reason' in sent ? failureWords(sent.reason, t, format).what : '';
  return (
    <Panel number={1} title={t('handover.link.title')} hint={why}>
      <p>{t(isWaiting ? 'handover.link.waiting' : 'handover.link.uncertain')}</p>
    </Panel>
  );
}
