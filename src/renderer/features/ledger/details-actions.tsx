import { Ban, Copy, CopyPlus, EyeOff, type LucideIcon, QrCode, SendHorizontal, X } from 'lucide-react';
import { useState } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import { useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import styles from './details-panel.module.css';
import { isInOutbox, offeredActions, type RowAction } from './offered-actions.ts';
import { QrDialog } from './qr-dialog.tsx';

interface DetailsActionsProps {
  readonly share: Share;
  readonly onAct: (action: RowAction, share: Share) => void;
  readonly onWriteAgain: (share: Share) => void;
}

const icons: Record<RowAction, LucideIcon> = {
  retry: SendHorizontal,
  resend: SendHorizontal,
  copy: Copy,
  delete: Ban,
  cancel: X,
  forget: EyeOff,
};

/** What gives something away first, what takes something away last. */
export function DetailsActions({ share, onAct, onWriteAgain }: DetailsActionsProps) {
  const { t } = useWords();
  const offered = offeredActions(share);
  const takes: readonly RowAction[] = ['delete', 'cancel', 'forget'];
  return (
    <div className={styles['actions']}>
      {offered
        .filter((action) => !takes.includes(action))
        .map((action) => (
          <ActionButton
            key={action}
            action={action}
            onAct={() => {
              onAct(action, share);
            }}
          />
        ))}
      {share.link !== null && <QrButton link={share.link} />}
      {!isInOutbox(share) && (
        <Button
          icon={<CopyPlus {...icon} />}
          onClick={() => {
            onWriteAgain(share);
          }}
        >
          {t('ledger.details.again')}
        </Button>
      )}
      {offered
        .filter((action) => takes.includes(action))
        .map((action) => (
          <ActionButton
            key={action}
            action={action}
            onAct={() => {
              onAct(action, share);
            }}
          />
        ))}
      {share.isAccountGone && <p className={styles['note']}>{t('sent.details.accountGone')}</p>}
    </div>
  );
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

function QrButton({ link }: { readonly link: string }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        icon={<QrCode {...icon} />}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('ledger.details.qr')}
      </Button>
      <QrDialog
        link={link}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
}

const looks: Partial<Record<RowAction, 'danger' | 'quiet'>> = {
  delete: 'danger',
  cancel: 'danger',
  forget: 'quiet',
};

function ActionButton({ action, onAct }: { readonly action: RowAction; readonly onAct: () => void }) {
  const { t } = useWords();
  const Icon = icons[action];
  return (
    <Button look={looks[action] ?? 'plain'} icon={<Icon {...icon} />} onClick={onAct}>
      {t(`sent.actions.${action}`)}
    </Button>
  );
}
