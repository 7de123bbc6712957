import { useState } from 'react';
import { answered } from '../../state/answered.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { FormDialog } from './form-dialog.tsx';
import { MIN_PASSPHRASE, PassphraseField } from './passphrase-field.tsx';

interface PassphraseDialogProps {
  readonly isOpen: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Where there is no keychain: a passphrase of the person's own seals the list. */
export function SetPassphraseDialog({ isOpen, onDone, onClose }: PassphraseDialogProps) {
  const { t } = useWords();
  const form = useNewPassphrase(onDone, onClose);
  const short = t('listSettings.setPassphrase.short', { count: MIN_PASSPHRASE });
  return (
    <FormDialog
      isOpen={isOpen}
      title={t('listSettings.setPassphrase.title')}
      lead={t('listSettings.setPassphrase.text')}
      action={t('listSettings.setPassphrase.do')}
      isBusy={form.isBusy}
      problem={form.problem}
      onSubmit={() => void form.seal()}
      onClose={form.close}
    >
      <PassphraseField
        isNew
        label={t('listSettings.setPassphrase.first')}
        hint={short}
        problem={form.isShort ? short : undefined}
        value={form.first}
        onChange={form.setFirst}
      />
      <PassphraseField
        isNew
        label={t('listSettings.setPassphrase.second')}
        problem={form.isDifferent ? t('listSettings.setPassphrase.differ') : undefined}
        value={form.second}
        onChange={form.setSecond}
      />
    </FormDialog>
  );
}

function useNewPassphrase(onDone: () => void, onClose: () => void) {
  const { t } = useWords();
  const { bridge } = useServices();
  const toast = useToast();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isShort = first.length < MIN_PASSPHRASE;
  const close = (): void => {
    setFirst('');
    setSecond('');
    setWasTried(false);
    setProblem(null);
    onClose();
  };
  const seal = async (): Promise<void> => {
    setWasTried(true);
    if (isShort || first !== second) return;
    setIsBusy(true);
    const answer = await answered(bridge.call('ledger.setPassphrase', { passphrase: first }));
    setIsBusy(false);
    if (answer === 'opened' || answer === 'not-needed') {
      close();
      onDone();
      toast({ text: t(answer === 'opened' ? 'listSettings.setPassphrase.done' : 'listSettings.notNeeded') });
    } else setProblem(t(answer === null ? 'app.unreachableTitle' : 'listSettings.storage'));
  };
  return {
    ...{ first, setFirst, second, setSecond, isBusy, problem, seal, close },
    isShort: wasTried && isShort,
    isDifferent: wasTried && !isShort && first !== second,
  };
}
