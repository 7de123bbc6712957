import { useState } from 'react';
import { MIN_PASSPHRASE_LENGTH } from '../../../shared/bridge/ledger.ts';
import { answered } from '../../state/answered.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { FormDialog } from '../../ui/form-dialog/form-dialog.tsx';
import { PassphraseField } from '../../ui/field/passphrase-field.tsx';

interface UnlockDialogProps {
  readonly isOpen: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Opens the list that is sealed under a passphrase. */
export function UnlockDialog({ isOpen, onDone, onClose }: UnlockDialogProps) {
  const { t } = useWords();
  const { bridge } = useServices();
  const toast = useToast();
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = (): void => {
    setPassphrase('');
    setProblem(null);
    onClose();
  };
  const open = async (): Promise<void> => {
    // One too short to have been set is as wrong as any other.
    const isSettable = passphrase.length >= MIN_PASSPHRASE_LENGTH;
    setIsBusy(true);
    const answer = isSettable ? await answered(bridge.call('ledger.unlock', { passphrase })) : 'wrong';
    setIsBusy(false);
    if (answer === 'opened' || answer === 'not-needed') {
      close();
      onDone();
      toast({ text: t(answer === 'opened' ? 'listSettings.unlock.done' : 'listSettings.notNeeded') });
    } else if (answer === 'wrong') setProblem(t('listSettings.unlock.wrong'));
    else setProblem(t(answer === null ? 'app.unreachableTitle' : 'listSettings.storage'));
  };
  return (
    <FormDialog
      close={t('listSettings.cancel')}
      isOpen={isOpen}
      title={t('listSettings.unlock.title')}
      lead={t('listSettings.unlock.text')}
      action={t('listSettings.unlock.do')}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void open()}
      onClose={close}
    >
      <PassphraseField label={t('listSettings.unlock.field')} value={passphrase} onChange={setPassphrase} />
    </FormDialog>
  );
}
