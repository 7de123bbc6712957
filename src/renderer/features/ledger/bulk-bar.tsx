import { Ban, EyeOff, FileDown, TriangleAlert } from 'lucide-react';
import { useBulk, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ProgressBar } from '../../ui/progress/progress.tsx';
import styles from './bulk-bar.module.css';

interface SelectionBarProps {
  readonly count: number;
  readonly onDelete: () => void;
  readonly onForget: () => void;
  readonly onExport: () => void;
  readonly onClear: () => void;
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Stands where the filters are while several are selected: what can be done with all of them. */
export function SelectionBar({ count, onDelete, onForget, onExport, onClear }: SelectionBarProps) {
  const { t } = useWords();
  return (
    <div className={styles['bar']} role="group" aria-label={t('ledger.selected.label')}>
      <p className={styles['count']} role="status">
        {t('ledger.selected.count', { count })}
      </p>
      <Button look="quiet" onClick={onClear}>
        {t('ledger.selected.clear')}
      </Button>
      <Button look="danger" icon={<Ban {...icon} />} onClick={onDelete}>
        {t('ledger.selected.delete')}
      </Button>
      <Button icon={<EyeOff {...icon} />} onClick={onForget}>
        {t('ledger.selected.forget')}
      </Button>
      <Button icon={<FileDown {...icon} />} onClick={onExport}>
        {t('ledger.selected.export')}
      </Button>
    </div>
  );
}

/** How far a deletion of many is. Null when none is under way. */
export function ProgressLine() {
  const { t, format } = useWords();
  const progress = useBulk((state) => state.progress);
  const isStopping = useBulk((state) => state.isStopping);
  const stop = useBulk((state) => state.stop);
  if (progress === null) return null;
  const { done, total, waitsUntil } = progress;
  return (
    <div className={styles['line']} role="group" aria-label={t('ledger.bulk.progressLabel')}>
      <div className={styles['how']}>
        <p className={styles['count']}>
          {t('ledger.bulk.progress', { done, total })}
          {waitsUntil !== null && (
            <span className={styles['faint']}>
              {' '}
              {t('ledger.bulk.waits', { time: format.time(waitsUntil) })}
            </span>
          )}
        </p>
        <ProgressBar label={t('ledger.bulk.progressLabel')} share={done / total} />
      </div>
      <Button isBusy={isStopping} onClick={() => void stop()}>
        {t('ledger.bulk.stop')}
      </Button>
    </div>
  );
}

interface FailuresLineProps {
  readonly onNext: () => void;
  readonly onAgain: () => void;
}

/** That some were not deleted, and the way to each of them. */
export function FailuresLine({ onNext, onAgain }: FailuresLineProps) {
  const { t } = useWords();
  const count = useBulk((state) => state.failures.size);
  const isRunning = useBulk((state) => state.progress !== null);
  const dismiss = useBulk((state) => state.dismissFailures);
  if (count === 0 || isRunning) return null;
  return (
    <div className={styles['line']} data-bad="" role="alert">
      <TriangleAlert className={styles['icon']} size={18} strokeWidth={1.75} aria-hidden />
      <p className={styles['how']}>
        <strong className={styles['count']}>{t('ledger.bulk.failed', { count })}.</strong>{' '}
        {t('ledger.bulk.failedText')}
      </p>
      <Button onClick={onNext}>{t('ledger.bulk.next')}</Button>
      <Button onClick={onAgain}>{t('ledger.bulk.again')}</Button>
      <Button look="quiet" onClick={dismiss}>
        {t('ledger.bulk.dismiss')}
      </Button>
    </div>
  );
}
