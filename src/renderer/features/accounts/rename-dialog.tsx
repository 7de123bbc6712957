import { type SubmitEvent, useId, useState } from 'react';
import { type Account, MAX_ACCOUNT_NAME } from '../../../shared/bridge/models.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextField } from '../../ui/field/field.tsx';
import { useToast } from '../../ui/toast/toast.tsx';

interface RenameDialogProps {
  readonly account: Account;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RenameDialog({ account, isOpen, onClose }: RenameDialogProps) {
  const { t } = useWords();
  const toast = useToast();
  const form = useId();
  const change = useAccounts((state) => state.change);
  /** Null until it is touched. */
  const [typed, setTyped] = useState<string | null>(null);
  const name = (typed ?? account.name).trim();
  const close = (): void => {
    setTyped(null);
    onClose();
  };
  const store = async (): Promise<void> => {
    if ((await change({ id: account.id, name })) === null)
      toast({ text: t('accounts.failed'), isUrgent: true });
    close();
  };
  return (
    <Dialog
      isOpen={isOpen}
      title={t('accounts.renaming.title', { name: account.name })}
      close={t('accounts.form.cancel')}
      onClose={close}
      actions={
        <Button look="primary" type="submit" form={form}>
          {t('accounts.renaming.submit')}
        </Button>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          if (name !== '') void store();
        }}
      >
        <TextField
          label={t('accounts.form.name')}
          value={typed ?? account.name}
          maxLength={MAX_ACCOUNT_NAME}
          autoComplete="off"
          problem={name === '' ? t('accounts.form.nameMissing') : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </form>
    </Dialog>
  );
}
