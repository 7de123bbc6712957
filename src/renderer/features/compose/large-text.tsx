import { FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import styles from './large-text.module.css';

const PREVIEW_LENGTH = 6000;

interface LargeTextProps {
  readonly text: string;
  /** Where it came by a file. */
  readonly fileName: string | null;
  readonly isLocked: boolean;
  readonly onRemove: () => void;
  /** Null where it is too large to be edited. */
  readonly onEdit: (() => void) | null;
}

/** A text that is not in the field: what it is, how it begins, and the way to take it out again. */
export function LargeText({ text, fileName, isLocked, onRemove, onEdit }: LargeTextProps) {
  const { t, format } = useWords();
  const { bytes, lines } = useMeasures(text);
  return (
    <div className={styles['large']}>
      <div className={styles['head']}>
        <FileText size={28} strokeWidth={1.5} aria-hidden />
        <div className={styles['about']}>
          <p className={styles['title']}>
            <span className={styles['name']}>
              {fileName === null ? t('compose.large.title') : t('textFile.title', { name: fileName })}
            </span>
            <span className={styles['measures']}>
              {t('compose.large.summary', { size: format.size(bytes), count: lines })}
            </span>
          </p>
          <p className={styles['note']}>{t(fileName === null ? 'compose.large.note' : 'textFile.note')}</p>
        </div>
        {onEdit !== null && (
          <Button onClick={onEdit} disabled={isLocked}>
            {t('textFile.edit')}
          </Button>
        )}
        <Button onClick={onRemove} disabled={isLocked} data-view-focus>
          {t('compose.large.remove')}
        </Button>
      </div>
      <figure className={styles['beginning']}>
        <figcaption className={styles['label']}>{t('compose.large.preview')}</figcaption>
        <pre className={styles['preview']}>{text.slice(0, PREVIEW_LENGTH)}</pre>
      </figure>
    </div>
  );
}

/** Counted once, off the first frame. */
function useMeasures(text: string): { bytes: number; lines: number } {
  const [measures, setMeasures] = useState({ bytes: text.length, lines: 1 });
  useEffect(() => {
    const timer = setTimeout(() => {
      setMeasures({ bytes: new Blob([text]).size, lines: countLines(text) });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return measures;
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
