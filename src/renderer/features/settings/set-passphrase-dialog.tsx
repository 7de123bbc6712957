import { answered } from '../../state/answered.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { FormDialog } from '../../ui/form-dialog/form-dialog.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';
import { useAttempt } from './use-attempt.ts';

interface SetPassphraseDialogProps {
  readonly isOpen: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Where there is no keychain: a passphrase of the person's own seals the list. */
export function SetPassphraseDialog({ isOpen, onDone, onClose }: SetPassphraseDialogProps) {
  const { t } = useWords();
  const { bridge } = useServices();
  const toast = useToast();
  const fields = useNewPassphrase();
  const attempt = useAttempt();
  const close = (): void => {
    fields.clear();
    attempt.clear();
    onClose();
  };
  const seal = async (): Promise<void> => {
    const passphrase = fields.take();
    if (passphrase === null) return;
    const answer = await attempt.run(() => answered(bridge.call('ledger.setPassphrase', { passphrase })));
    if (answer === 'opened' || answer === 'not-needed') {
      close();
      onDone();
      toast({ text: t(answer === 'opened' ? 'listSettings.setPassphrase.done' : 'listSettings.notNeeded') });
    } else attempt.fail(t(answer === null ? 'app.unreachableTitle' : 'listSettings.storage'));
  };
  return (
    <FormDialog
      isOpen={isOpen}
      title={t('listSettings.setPassphrase.title')}
      lead={t('listSettings.setPassphrase.text')}
      action={t('listSettings.setPassphrase.do')}
      close={t('listSettings.cancel')}
      isBusy={attempt.isBusy}
      problem={attempt.problem}
      onSubmit={() => void seal()}
      onClose={close}
    >
      <NewPassphraseFields fields={fields} of="setPassphrase" />
    </FormDialog>
  );
}
