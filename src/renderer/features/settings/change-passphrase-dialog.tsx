import { useState } from 'react';
import { answered } from '../../state/answered.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { PassphraseField } from '../../ui/field/passphrase-field.tsx';
import { FormDialog } from '../../ui/form-dialog/form-dialog.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';
import { useAttempt } from './use-attempt.ts';

interface ChangePassphraseDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Another passphrase for the list that is under one. */
export function ChangePassphraseDialog({ isOpen, onClose }: ChangePassphraseDialogProps) {
  const { t } = useWords();
  const { bridge } = useServices();
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const fields = useNewPassphrase();
  const attempt = useAttempt();
  const close = (): void => {
    setCurrent('');
    fields.clear();
    attempt.clear();
    onClose();
  };
  const change = async (): Promise<void> => {
    const next = fields.take();
    if (next === null || current === '') return;
    const answer = await attempt.run(() =>
      answered(bridge.call('ledger.changePassphrase', { current, next })),
    );
    if (answer === 'opened') {
      close();
      toast({ text: t('listSettings.changePassphrase.done') });
    } else if (answer === 'wrong') attempt.fail(t('listSettings.changePassphrase.wrong'));
    else attempt.fail(t(answer === null ? 'app.unreachableTitle' : 'listSettings.storage'));
  };
  return (
    <FormDialog
      isOpen={isOpen}
      title={t('listSettings.changePassphrase.title')}
      lead={t('listSettings.changePassphrase.text')}
      action={t('listSettings.changePassphrase.do')}
      close={t('listSettings.cancel')}
      isBusy={attempt.isBusy}
      problem={attempt.problem}
      onSubmit={() => void change()}
      onClose={close}
    >
      <PassphraseField
        label={t('listSettings.changePassphrase.current')}
        value={current}
        onChange={setCurrent}
      />
      <NewPassphraseFields fields={fields} of="changePassphrase" />
    </FormDialog>
  );
}
