import { useWords } from '../../state/services.tsx';
import { AlertDialog } from '../../ui/dialog/alert-dialog.tsx';
import { useState } from 'react';

interface BulkDeleteDialogProps {
  /** What is to be deleted, or null while nothing is. */
  readonly ids: readonly string[] | null;
  readonly onDelete: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** So many that a service's rate budget may make one wait. */
const MANY = 20;

/** Asks once, for all of them. */
export function BulkDeleteDialog({ ids, onDelete, onClose }: BulkDeleteDialogProps) {
  const { t } = useWords();
  // The words stay while the dialog leaves.
  const [shown, setShown] = useState(ids);
  if (ids !== null && ids !== shown) setShown(ids);
  const count = shown?.length ?? 0;
  return (
    <AlertDialog
      isOpen={ids !== null}
      title={t('ledger.bulk.confirmTitle', { count })}
      action={t('ledger.bulk.confirmAction')}
      cancel={t('ledger.bulk.confirmCancel')}
      onAction={() => {
        if (ids !== null) onDelete(ids);
        onClose();
      }}
      onClose={onClose}
    >
      <p>{t('ledger.bulk.confirmText')}</p>
      {count > MANY && <p>{t('ledger.bulk.confirmPace')}</p>}
    </AlertDialog>
  );
}
