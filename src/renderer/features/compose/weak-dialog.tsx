import { useWords } from '../../state/services.tsx';
import { AlertDialog } from '../../ui/dialog/alert-dialog.tsx';

interface WeakDialogProps {
  readonly isOpen: boolean;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}

/** A weak password is one's own decision, made with the risk in sight. */
export function WeakDialog({ isOpen, onAccept, onCancel }: WeakDialogProps) {
  const { t } = useWords();
  return (
    <AlertDialog
      isOpen={isOpen}
      title={t('compose.weak.title')}
      action={t('compose.weak.action')}
      cancel={t('compose.weak.cancel')}
      onAction={onAccept}
      onClose={onCancel}
    >
      <p>{t('compose.weak.text')}</p>
      <p>{t('compose.weak.advice')}</p>
    </AlertDialog>
  );
}
