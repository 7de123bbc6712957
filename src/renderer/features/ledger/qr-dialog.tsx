import { useWords } from '../../state/services.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { QrCode } from '../../ui/qr-code/qr-code.tsx';
import styles from './details-panel.module.css';

interface QrDialogProps {
  readonly link: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function QrDialog({ link, isOpen, onClose }: QrDialogProps) {
  const { t } = useWords();
  return (
    <Dialog
      isOpen={isOpen}
      title={t('ledger.details.qrTitle')}
      lead={t('ledger.details.qrLead')}
      close={t('ledger.details.qrClose')}
      onClose={onClose}
    >
      <div className={styles['qr']}>
        <QrCode text={link} label={t('ledger.details.qrLabel')} />
      </div>
    </Dialog>
  );
}
