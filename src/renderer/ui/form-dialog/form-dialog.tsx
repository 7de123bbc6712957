import { type ReactNode, useId } from 'react';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { Notice } from '../notice/notice.tsx';
import styles from './form-dialog.module.css';

interface FormDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  /** What leaves it undone. */
  readonly close: string;
  readonly isBusy: boolean;
  /** What stands in the way, once it was tried. */
  readonly problem: string | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Some fields and one button that Enter presses, too. */
export function FormDialog(props: FormDialogProps) {
  const { isOpen, title, lead, action, close, isBusy, problem, onSubmit, onClose, children } = props;
  const form = useId();
  return (
    <Dialog
      isOpen={isOpen}
      title={title}
      lead={lead}
      close={close}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={form} isBusy={isBusy}>
          {action}
        </Button>
      }
    >
      <form
        id={form}
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) onSubmit();
        }}
      >
        {children}
        {problem !== null && <Notice tone="bad" role="alert" title={problem} />}
      </form>
    </Dialog>
  );
}
