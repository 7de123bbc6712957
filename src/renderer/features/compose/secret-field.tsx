import { useWords } from '../../state/services.tsx';
import { FirstSteps } from './first-steps.tsx';
import { ChooseFile, DropHint } from './from-elsewhere.tsx';
import { LargeText } from './large-text.tsx';
import styles from './secret-field.module.css';
import type { SecretText } from './use-secret-text.ts';
import type { FromElsewhere } from './use-text-from-elsewhere.ts';

interface SecretFieldProps {
  readonly text: SecretText;
  readonly isLocked: boolean;
  readonly isMissing: boolean;
  readonly elsewhere: FromElsewhere;
}

/** The page one writes on. A text too large for it lies beside it, with its beginning in sight. */
export function SecretField({ text, isLocked, isMissing, elsewhere }: SecretFieldProps) {
  const { t } = useWords();
  const { setField, isEmpty, beside, initial, onInput, onPaste, removeBeside, editBeside } = text;
  if (beside !== null) {
    return (
      <div className={styles['sheet']}>
        <LargeText {...beside} isLocked={isLocked} onRemove={removeBeside} onEdit={editBeside} />
        {elsewhere.isOver && <DropHint />}
      </div>
    );
  }
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
        defaultValue={initial}
        onInput={() => {
          elsewhere.forgetRefused();
          onInput();
        }}
        onPaste={(event) => {
          elsewhere.onPaste(event);
          if (!event.defaultPrevented) onPaste(event);
        }}
      />
      {isEmpty && <FirstSteps />}
      {isEmpty && !isLocked && <ChooseFile onFiles={elsewhere.takeFiles} />}
      {elsewhere.isOver && <DropHint />}
    </div>
  );
}
