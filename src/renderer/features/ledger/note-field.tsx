import { useState } from 'react';
import { MAX_NOTE_LENGTH } from '../../../shared/bridge/ledger.ts';
import { useShares, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { TextArea } from '../../ui/field/field.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import styles from './details-panel.module.css';

interface NoteFieldProps {
  readonly id: string;
  readonly note: string | null;
}

/** Whom it was for and why, in the person's own words. Kept sealed, like the rest of the line. */
export function NoteField({ id, note }: NoteFieldProps) {
  const { t } = useWords();
  const toast = useToast();
  const setNote = useShares((state) => state.setNote);
  const [draft, setDraft] = useState(note ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const isChanged = draft.trim() !== (note ?? '');
  const keep = async (): Promise<void> => {
    if (!isChanged || isBusy) return;
    setIsBusy(true);
    const isStored = await setNote(id, draft.trim() === '' ? null : draft.trim());
    setIsBusy(false);
    toast({
      text: t(isStored ? 'ledger.details.noteSaved' : 'ledger.details.noteFailed'),
      isUrgent: !isStored,
    });
  };
  return (
    <div className={styles['noteField']}>
      <TextArea
        label={t('ledger.details.note')}
        placeholder={t('ledger.details.notePlaceholder')}
        rows={2}
        maxLength={MAX_NOTE_LENGTH}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          // Escape closes the panel; what was written is kept first, by leaving the field.
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep();
        }}
      />
      {isChanged && (
        <Button isBusy={isBusy} onClick={() => void keep()}>
          {t('ledger.details.noteSave')}
        </Button>
      )}
    </div>
  );
}
