import { FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import styles from './secret-field.module.css';
import type { SecretText } from './use-secret-text.ts';

interface SecretFieldProps {
  readonly text: SecretText;
  readonly isLocked: boolean;
  readonly problem: string | undefined;
}

/** The page one writes on. A text too large for it lies beside it, with its beginning in sight. */
export function SecretField({ text, isLocked, problem }: SecretFieldProps) {
  const { t } = useWords();
  if (text.large !== null) {
    return <LargeText text={text.large} isLocked={isLocked} onRemove={text.removeLarge} />;
  }
  return (
    <textarea
      ref={text.field}
      className={styles['page']}
      aria-label={t('compose.field')}
      aria-invalid={problem !== undefined || undefined}
      aria-describedby={problem === undefined ? undefined : 'compose-problem'}
      placeholder={t('compose.placeholder')}
      spellCheck={false}
      autoComplete="off"
      readOnly={isLocked}
      data-view-focus
      onInput={text.onInput}
      onPaste={text.onPaste}
    />
  );
}

const PREVIEW_LENGTH = 600;

interface LargeTextProps {
  readonly text: string;
  readonly isLocked: boolean;
  readonly onRemove: () => void;
}

function LargeText({ text, isLocked, onRemove }: LargeTextProps) {
  const { t, format } = useWords();
  const { bytes, lines } = useMeasures(text);
  return (
    <div className={styles['large']}>
      <div className={styles['card']}>
        <FileText size={28} strokeWidth={1.5} aria-hidden />
        <div className={styles['about']}>
          <p className={styles['title']}>{t('compose.large.title')}</p>
          <p>{t('compose.large.summary', { size: format.size(bytes), count: lines })}</p>
          <p className={styles['note']}>{t('compose.large.note')}</p>
        </div>
        <Button onClick={onRemove} disabled={isLocked} data-view-focus>
          {t('compose.large.remove')}
        </Button>
      </div>
      <p className={styles['label']} id="large-preview">
        {t('compose.large.preview')}
      </p>
      <pre className={styles['preview']} aria-labelledby="large-preview">
        {text.slice(0, PREVIEW_LENGTH)}
      </pre>
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
