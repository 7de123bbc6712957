import { useState } from 'react';
import { exportFormats } from '../../../shared/bridge/ledger.ts';
import { answered } from '../../state/answered.ts';
import { NO_FILTER } from '../../state/ledger-pages.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { FormDialog } from './form-dialog.tsx';
import { MIN_PASSPHRASE, PassphraseField } from './passphrase-field.tsx';

interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

type Format = (typeof exportFormats)[number];

/** What goes into the file; where it goes is asked by the system. */
export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  const { t } = useWords();
  const form = useExportForm(onClose);
  return (
    <FormDialog
      isOpen={isOpen}
      title={t('listSettings.export.title')}
      lead={t('listSettings.export.lead')}
      action={t('listSettings.export.do')}
      isBusy={form.isBusy}
      problem={form.problem}
      onSubmit={() => void form.save()}
      onClose={form.close}
    >
      <RadioList
        label={t('listSettings.export.format')}
        options={exportFormats.toReversed().map((value) => ({
          value,
          label: t(`listSettings.export.${value}`),
          hint: t(`listSettings.export.${value}Hint`),
        }))}
        value={form.format}
        onChange={form.setFormat}
      />
      {form.format === 'json' && (
        <Checkbox
          label={t('listSettings.export.sealed')}
          hint={t('listSettings.export.sealedHint')}
          isChecked={form.isSealed}
          onChange={form.setIsSealed}
        />
      )}
      {form.takesPassphrase && (
        <PassphraseField
          isNew
          label={t('listSettings.export.passphrase')}
          hint={t('listSettings.setPassphrase.short', { count: MIN_PASSPHRASE })}
          problem={
            form.isTooShort ? t('listSettings.setPassphrase.short', { count: MIN_PASSPHRASE }) : undefined
          }
          value={form.passphrase}
          onChange={form.setPassphrase}
        />
      )}
    </FormDialog>
  );
}

function useExportForm(onClose: () => void) {
  const { t } = useWords();
  const toast = useToast();
  const { bridge } = useServices();
  const [format, setFormat] = useState<Format>('json');
  const [isSealed, setIsSealed] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const takesPassphrase = format === 'json' && isSealed;
  const isShort = takesPassphrase && passphrase.length < MIN_PASSPHRASE;
  const close = (): void => {
    setPassphrase('');
    setWasTried(false);
    setProblem(null);
    onClose();
  };
  const save = async (): Promise<void> => {
    setWasTried(true);
    if (isShort) return;
    setIsBusy(true);
    const input = { format, filter: NO_FILTER, passphrase: takesPassphrase ? passphrase : null };
    const answer = await answered(bridge.call('ledger.export', input));
    setIsBusy(false);
    if (answer?.outcome === 'saved') {
      close();
      toast({ text: t('listSettings.export.saved', { count: answer.count, file: answer.file }) });
    } else if (answer?.outcome !== 'cancelled')
      setProblem(t(answer === null ? 'app.unreachableTitle' : `listSettings.export.${answer.why}`));
  };
  return {
    ...{ format, setFormat, isSealed, setIsSealed, passphrase, setPassphrase, takesPassphrase },
    ...{ isBusy, problem, save, close, isTooShort: wasTried && isShort },
  };
}
