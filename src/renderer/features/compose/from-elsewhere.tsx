import { FileText } from 'lucide-react';
import { useRef } from 'react';
import { useTarget } from '../../state/accounts.ts';
import { useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { AlertDialog } from '../../ui/dialog/alert-dialog.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ProgressBar } from '../../ui/progress/progress.tsx';
import styles from './from-elsewhere.module.css';
import type { FromElsewhere } from './use-text-from-elsewhere.ts';

/** What is said and asked about a text that comes by a file or by dropping. */
export function ElsewhereWords({ elsewhere }: { readonly elsewhere: FromElsewhere }) {
  const { t, format } = useWords();
  const target = useTarget();
  const { refused, reading, replacing } = elsewhere;
  const max = target.status === 'ready' ? target.maxLength : 0;
  return (
    <>
      {refused !== null && (
        <Notice tone="bad" role="alert" title={t('textFile.problemTitle')}>
          {t(`textFile.problem.${refused.why}`, { size: format.size(refused.size), max: format.size(max) })}
        </Notice>
      )}
      {reading !== null && (
        <div className={styles['reading']} role="status">
          <span className={styles['name']}>{t('textFile.reading', { name: reading.name })}</span>
          <ProgressBar label={t('textFile.reading', { name: reading.name })} share={reading.share} />
          <Button onClick={elsewhere.cancel}>{t('textFile.cancel')}</Button>
        </div>
      )}
      <AlertDialog
        isOpen={replacing.isAsking}
        title={t('textFile.replace.title')}
        action={t('textFile.replace.action')}
        cancel={t('textFile.replace.cancel')}
        onAction={replacing.accept}
        onClose={replacing.keep}
      >
        <p>{t('textFile.replace.text')}</p>
      </AlertDialog>
    </>
  );
}

/** On the empty page: the way to a file without a mouse. */
export function ChooseFile({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles['choose']}>
      <Button
        look="quiet"
        icon={<FileText size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('textFile.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('textFile.choose')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file once more is a choice, too.
          event.target.value = '';
        }}
      />
    </div>
  );
}

/** While something hovers above the page: where it would go, and what of it. */
export function DropHint() {
  const { t } = useWords();
  return (
    <div className={styles['drop']} aria-hidden>
      <FileText size={32} strokeWidth={1.5} />
      <p className={styles['dropTitle']}>{t('textFile.drop')}</p>
      <p>{t('textFile.dropHint')}</p>
    </div>
  );
}
