import { type ReactNode, useId } from 'react';
import { useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import styles from './settings-view.module.css';

interface FormDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly isBusy: boolean;
  /** What stands in the way, once it was tried. */
  readonly problem: string | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Some fields and one button that Enter presses, too. */
export function FormDialog(props: FormDialogProps) {
  const { isOpen, title, lead, action, isBusy, problem, onSubmit, onClose, children } = props;
  const { t } = useWords();
  const form = useId();
  return (
    <Dialog
      isOpen={isOpen}
      title={title}
      lead={lead}
      close={t('listSettings.cancel')}
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
