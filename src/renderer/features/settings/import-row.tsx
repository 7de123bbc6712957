import { useState } from 'react';
import type { CallOutput } from '../../../shared/bridge/contract.ts';
import { answered } from '../../state/answered.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { FormDialog } from '../../ui/form-dialog/form-dialog.tsx';
import { PassphraseField } from '../../ui/field/passphrase-field.tsx';
import styles from './settings-view.module.css';

/** Reads an export. Only when the file turns out to be sealed is a passphrase asked for. */
export function ImportRow() {
  const { t } = useWords();
  const { bridge } = useServices();
  const tell = useImportWords();
  const [isSealed, setIsSealed] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = (): void => {
    setIsSealed(false);
    setPassphrase('');
    setProblem(null);
  };
  const read = async (given: string | null): Promise<void> => {
    setIsBusy(true);
    const answer = await answered(bridge.call('ledger.import', { passphrase: given }));
    setIsBusy(false);
    if (answer?.outcome === 'needs-passphrase') setIsSealed(true);
    else if (answer?.outcome === 'failed' && answer.why === 'wrong-passphrase')
      setProblem(t('listSettings.import.wrong-passphrase'));
    else {
      close();
      tell(answer);
    }
  };
  return (
    <div className={styles['row']}>
      <p className={styles['beside']}>{t('listSettings.import.text')}</p>
      <Button isBusy={isBusy && !isSealed} onClick={() => void read(null)}>
        {t('listSettings.import.action')}
      </Button>
      <FormDialog
        close={t('listSettings.cancel')}
        isOpen={isSealed}
        title={t('listSettings.import.title')}
        lead={t('listSettings.import.lead')}
        action={t('listSettings.import.do')}
        isBusy={isBusy}
        problem={problem}
        onSubmit={() => {
          if (passphrase !== '') void read(passphrase);
        }}
        onClose={close}
      >
        <PassphraseField
          label={t('listSettings.import.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
        />
      </FormDialog>
    </div>
  );
}

/** Says what became of it. */
function useImportWords(): (answer: CallOutput<'ledger.import'> | null) => void {
  const { t } = useWords();
  const toast = useToast();
  return (answer) => {
    if (answer?.outcome === 'imported') {
      const { added, known, unreadable } = answer;
      const sentences = [
        t('listSettings.import.added', { count: added }),
        known > 0 ? t('listSettings.import.known', { count: known }) : '',
        unreadable > 0 ? t('listSettings.import.unreadable', { count: unreadable }) : '',
      ];
      toast({ text: sentences.filter((sentence) => sentence !== '').join(' '), isUrgent: unreadable > 0 });
    } else if (answer?.outcome === 'failed')
      toast({ text: t(`listSettings.import.${answer.why}`), isUrgent: true });
    else if (answer === null) toast({ text: t('app.unreachableTitle'), isUrgent: true });
  };
}
