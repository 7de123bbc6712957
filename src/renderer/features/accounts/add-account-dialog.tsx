import { type SubmitEvent, useId, useState } from 'react';
import type { AddAccountOutput } from '../../../shared/bridge/models.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { AccountFields } from './account-fields.tsx';
import styles from './accounts-view.module.css';
import { useAccountForm } from './use-account-form.ts';

interface AddAccountDialogProps {
  readonly isOpen: boolean;
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}

/** What is typed here is gone with the dialog: each opening begins empty. */
export function AddAccountDialog({ isOpen, onAdded, onClose }: AddAccountDialogProps) {
  const { t } = useWords();
  const form = useId();
  const [isBusy, setIsBusy] = useState(false);
  return (
    <Dialog
      isOpen={isOpen}
      title={t('accounts.form.title')}
      close={t('accounts.form.cancel')}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={form} isBusy={isBusy}>
          {t('accounts.form.submit')}
        </Button>
      }
    >
      <AddAccountForm {...{ form, isBusy, setIsBusy, onAdded, onClose }} />
    </Dialog>
  );
}

interface AddAccountFormProps extends Omit<AddAccountDialogProps, 'isOpen'> {
  readonly form: string;
  readonly isBusy: boolean;
  readonly setIsBusy: (isBusy: boolean) => void;
}

type Refusal = Extract<AddAccountOutput, { outcome: 'invalid' }>['why'];

function AddAccountForm({ form, isBusy, setIsBusy, onAdded, onClose }: AddAccountFormProps) {
  const { t } = useWords();
  const toast = useToast();
  const { add, use: makeCurrent, check } = useAccounts((state) => state);
  const fields = useAccountForm();
  const [isUsed, setIsUsed] = useState(true);
  const [refusal, setRefusal] = useState<Refusal | 'unanswered' | null>(null);
  const submit = async (): Promise<void> => {
    setRefusal(null);
    const input = fields.take();
    if (input === null) return;
    setIsBusy(true);
    const output = await add(input);
    setIsBusy(false);
    if (output?.outcome !== 'added') {
      setRefusal(output?.why ?? 'unanswered');
      return;
    }
    fields.token.wipe();
    const { id } = output.account;
    if (isUsed) await makeCurrent(id);
    onAdded(id);
    onClose();
    toast({ text: t('accounts.form.added', { name: input.name }) });
    // What it can do is told in its details as soon as it has answered.
    void check({ id });
  };
  return (
    <form
      id={form}
      className={styles['form']}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (!isBusy) void submit();
      }}
    >
      <AccountFields fields={fields} />
      <Checkbox label={t('accounts.form.use')} isChecked={isUsed} onChange={setIsUsed} />
      {refusal !== null && <Notice tone="bad" role="alert" title={t(refusalKeys[refusal])} />}
    </form>
  );
}

const refusalKeys = {
  'origin-malformed': 'accounts.form.originMalformed',
  'origin-insecure': 'accounts.form.originInsecure',
  'origin-private': 'accounts.form.privateMissing',
  'token-malformed': 'accounts.form.tokenMalformed',
  keychain: 'accounts.form.keychain',
  storage: 'accounts.form.storage',
  unanswered: 'app.unreachableTitle',
} as const satisfies Record<Refusal | 'unanswered', string>;
