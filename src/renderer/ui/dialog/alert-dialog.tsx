import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import styles from './dialog.module.css';

interface AlertDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** What happens, as a verb; never "OK". */
  readonly action: string;
  readonly cancel: string;
  readonly look?: 'primary' | 'danger';
  readonly isBusy?: boolean;
  readonly onAction: () => void;
  readonly onClose: () => void;
}

/** A question before something that cannot be undone. Escape and the first button keep everything as it is. */
export function AlertDialog(props: AlertDialogProps) {
  const {
    isOpen,
    title,
    children,
    action,
    cancel,
    look = 'danger',
    isBusy = false,
    onAction,
    onClose,
  } = props;
  const change = (open: boolean): void => {
    if (!open && !isBusy) onClose();
  };
  return (
    <Base.Root open={isOpen} onOpenChange={change}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup className={styles['popup']}>
          <Base.Title className={styles['title']}>{title}</Base.Title>
          <Base.Description render={<div />} className={styles['text']}>
            {children}
          </Base.Description>
          <div className={styles['actions']}>
            <Base.Close render={<Button disabled={isBusy} />}>{cancel}</Base.Close>
            <Button look={look} isBusy={isBusy} onClick={onAction}>
              {action}
            </Button>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
