import { useState } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import { announcesDeleting } from '../../state/accounts.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { AlertDialog } from '../../ui/dialog/alert-dialog.tsx';

interface DeleteDialogProps {
  /** What is to be deleted, or null while nothing is. */
  readonly share: Share | null;
  readonly onDelete: (share: Share) => Promise<void>;
  readonly onClose: () => void;
}

export function DeleteDialog({ share, onDelete, onClose }: DeleteDialogProps) {
  const { t } = useWords();
  const accounts = useAccounts((state) => state.accounts);
  const [isBusy, setIsBusy] = useState(false);
  // The words stay while the dialog leaves.
  const [shown, setShown] = useState(share);
  if (share !== null && share !== shown) setShown(share);
  const confirm = async (): Promise<void> => {
    if (share === null) return;
    setIsBusy(true);
    await onDelete(share);
    setIsBusy(false);
    onClose();
  };
  return (
    <AlertDialog
      isOpen={share !== null}
      isBusy={isBusy}
      title={t('sent.confirmDelete.title', { name: shown?.name ?? t('sent.unnamed') })}
      action={t('sent.confirmDelete.action')}
      cancel={t('sent.confirmDelete.cancel')}
      onAction={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('sent.confirmDelete.text')}</p>
      <p>{t('sent.confirmDelete.keep')}</p>
      {shown !== null && announcesDeleting(accounts, shown) === false && (
        <p>{t('sent.confirmDelete.unannounced')}</p>
      )}
    </AlertDialog>
  );
}
