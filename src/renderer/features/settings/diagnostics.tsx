import { useState } from 'react';
import { copyText } from '../../clipboard.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { CopyButton } from '../../ui/copy-button/copy-button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextArea } from '../../ui/field/field.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import styles from './settings-view.module.css';

/** What the program did, to be looked at before it is copied. */
export function Diagnostics() {
  const { t } = useWords();
  const { bridge } = useServices();
  const toast = useToast();
  const [text, setText] = useState<string | null>(null);
  const read = async (): Promise<void> => {
    try {
      setText(await bridge.call('diagnostics.read'));
    } catch {
      toast({ text: t('app.unreachableTitle'), isUrgent: true });
    }
  };
  const copy = (): boolean => {
    const isCopied = copyText(text ?? '');
    if (!isCopied) toast({ text: t('handover.copyFailed'), isUrgent: true });
    return isCopied;
  };
  return (
    <div className={styles['row']}>
      <p className={styles['beside']}>{t('settings.diagnosticsText')}</p>
      <Button onClick={() => void read()}>{t('settings.diagnosticsShow')}</Button>
      <Dialog
        isOpen={text !== null}
        title={t('settings.diagnostics')}
        lead={t('settings.diagnosticsLead')}
        close={t('settings.diagnosticsClose')}
        onClose={() => {
          setText(null);
        }}
        actions={
          <CopyButton look="primary" onCopy={copy} copied={t('settings.diagnosticsCopied')}>
            {t('settings.diagnosticsCopy')}
          </CopyButton>
        }
      >
        <TextArea
          label={t('settings.diagnosticsLabel')}
          isLabelHidden
          isMono
          readOnly
          wrap="off"
          rows={12}
          value={text ?? ''}
        />
      </Dialog>
    </div>
  );
}
