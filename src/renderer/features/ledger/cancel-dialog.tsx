import { useState } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import { useWords } from '../../state/services.tsx';
import { AlertDialog } from '../../ui/dialog/alert-dialog.tsx';

interface CancelDialogProps {
  /** What is not to be sent after all, or null while nothing is asked. */
  readonly share: Share | null;
  readonly onCancel: (share: Share) => Promise<void>;
  readonly onClose: () => void;
}

/** What waits is the only copy there is of the sealed text. */
export function CancelDialog({ share, onCancel, onClose }: CancelDialogProps) {
  const { t } = useWords();
  const [isBusy, setIsBusy] = useState(false);
  // The words stay while the dialog leaves.
  const [shown, setShown] = useState(share);
  if (share !== null && share !== shown) setShown(share);
  const confirm = async (): Promise<void> => {
    if (share === null) return;
    setIsBusy(true);
    await onCancel(share);
    setIsBusy(false);
    onClose();
  };
  return (
    <AlertDialog
      isOpen={share !== null}
      isBusy={isBusy}
      title={t('sent.confirmCancel.title', { name: shown?.name ?? t('sent.unnamed') })}
      action={t('sent.confirmCancel.action')}
      cancel={t('sent.confirmCancel.cancel')}
      onAction={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('sent.confirmCancel.text')}</p>
      {shown?.state === 'uncertain' && <p>{t('sent.confirmCancel.uncertain')}</p>}
    </AlertDialog>
  );
}
