import { useState } from 'react';
import type { CallOutput } from '../../../shared/bridge/contract.ts';
import { answered } from '../../state/answered.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import styles from './settings-view.module.css';

interface EraseDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Says what goes before, and what went and what remains after. */
export function EraseDialog({ isOpen, onClose }: EraseDialogProps) {
  const { t } = useWords();
  const { bridge } = useServices();
  const toast = useToast();
  const [isSure, setIsSure] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [erased, setErased] = useState<CallOutput<'program.erase'> | null>(null);
  const close = (): void => {
    setIsSure(false);
    onClose();
    if (erased === null) return;
    setErased(null);
    // Nothing of what this window remembers is true any more.
    location.reload();
  };
  const erase = async (): Promise<void> => {
    setIsBusy(true);
    const output = await answered(bridge.call('program.erase'));
    setIsBusy(false);
    if (output === null) toast({ text: t('app.unreachableTitle'), isUrgent: true });
    else setErased(output);
  };
  if (erased !== null) return <Erased isOpen={isOpen} output={erased} onClose={close} />;
  return (
    <Dialog
      isOpen={isOpen}
      title={t('listSettings.erase.title')}
      lead={t('listSettings.erase.lead')}
      close={t('listSettings.erase.keep')}
      onClose={close}
      actions={
        <Button look="danger" isBusy={isBusy} disabled={!isSure} onClick={() => void erase()}>
          {t('listSettings.erase.do')}
        </Button>
      }
    >
      <p>{t('listSettings.erase.stays')}</p>
      <p>{t('listSettings.erase.builtin')}</p>
      <Checkbox label={t('listSettings.erase.confirm')} isChecked={isSure} onChange={setIsSure} />
    </Dialog>
  );
}

interface ErasedProps extends EraseDialogProps {
  readonly output: CallOutput<'program.erase'>;
}

function Erased({ isOpen, output: { erased, kept, remains }, onClose }: ErasedProps) {
  const { t } = useWords();
  return (
    <Dialog
      isOpen={isOpen}
      title={t(kept.length === 0 ? 'listSettings.erase.doneTitle' : 'listSettings.erase.keptTitle')}
      close={t('listSettings.close')}
      onClose={onClose}
    >
      <div className={styles['outcome']} role="status">
        <Parts
          title={t('listSettings.erase.done')}
          lines={erased.map((part) => t(`listSettings.erase.parts.${part}`))}
        />
        <Parts
          title={t('listSettings.erase.kept')}
          lines={kept.map((part) => t(`listSettings.erase.parts.${part}`))}
        />
        <Parts
          title={t('listSettings.erase.remains')}
          lines={remains.map(({ name, count }) => t('listSettings.erase.remainsAt', { name, count }))}
        />
        {remains.length === 0 && <p>{t('listSettings.erase.nothingRemains')}</p>}
      </div>
    </Dialog>
  );
}

function Parts({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <p className={styles['heading']}>{title}</p>
      <ul className={styles['parts']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
