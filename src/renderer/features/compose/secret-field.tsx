import { useWords } from '../../state/services.tsx';
import { FirstSteps } from './first-steps.tsx';
import { LargeText } from './large-text.tsx';
import styles from './secret-field.module.css';
import type { SecretText } from './use-secret-text.ts';

interface SecretFieldProps {
  readonly text: SecretText;
  readonly isLocked: boolean;
  readonly isMissing: boolean;
}

/** The page one writes on. A text too large for it lies beside it, with its beginning in sight. */
export function SecretField({ text, isLocked, isMissing }: SecretFieldProps) {
  const { t } = useWords();
  const { setField, isEmpty, large, onInput, onPaste, removeLarge } = text;
  if (large !== null) return <LargeText text={large} isLocked={isLocked} onRemove={removeLarge} />;
  return (
    <div className={styles['sheet']}>
      <textarea
        ref={setField}
        className={styles['page']}
        aria-label={t('compose.field')}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? 'compose-problem' : undefined}
        placeholder={t('compose.placeholder')}
        spellCheck={false}
        autoComplete="off"
        readOnly={isLocked}
        data-view-focus
        onInput={onInput}
        onPaste={onPaste}
      />
      {isEmpty && <FirstSteps />}
    </div>
  );
}
