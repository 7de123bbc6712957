import type { KeyboardEvent } from 'react';
import type { Handover } from '../../state/handover.ts';
import { useWords } from '../../state/services.tsx';
import { usePreparedService } from '../../state/use-prepared-service.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import { AgainNotice } from './again-notice.tsx';
import { Choices } from './choices.tsx';
import { ComposeFoot } from './compose-foot.tsx';
import styles from './compose-view.module.css';
import { resolveAccess } from './draft.ts';
import { ElsewhereWords } from './from-elsewhere.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { SecretField } from './secret-field.tsx';
import { ServiceNotice } from './service-notice.tsx';
import { useDraft } from './use-draft.ts';
import { useSubmit } from './use-submit.ts';
import { useTextFromElsewhere } from './use-text-from-elsewhere.ts';
import { WeakDialog } from './weak-dialog.tsx';

interface ComposeViewProps {
  readonly onSealed: (handover: Handover) => void;
}

/** The page one writes on, one line of choices, one button. */
export function ComposeView({ onSealed }: ComposeViewProps) {
  const { t } = useWords();
  const draft = useDraft();
  const { sealing, blocked, weak, submit } = useSubmit(draft, onSealed);
  usePreparedService(!draft.text.isEmpty);
  const isLocked = sealing.phase.name === 'sealing' || sealing.phase.name === 'sending';
  const elsewhere = useTextFromElsewhere(draft.text, isLocked);
  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <div className={styles['compose']} onKeyDown={submitByKey} {...elsewhere.drop}>
      <VisuallyHidden>
        <h1 tabIndex={-1}>{t('compose.title')}</h1>
      </VisuallyHidden>
      <ServiceNotice />
      <AgainNotice />
      {sealing.problem !== null && sealing.problem !== 'cancelled' && (
        <ProblemNotice problem={sealing.problem} />
      )}
      <ElsewhereWords elsewhere={elsewhere} />
      <SecretField {...{ isLocked, elsewhere }} text={draft.text} isMissing={blocked === 'empty'} />
      <Choices draft={draft} isDisabled={isLocked} />
      <ComposeFoot
        {...{ sealing, blocked }}
        size={draft.text.size}
        maxAccess={resolveAccess(draft.access)}
        onSubmit={submit}
      />
      <WeakDialog isOpen={weak.isAsking} onCancel={weak.cancel} onAccept={weak.accept} />
    </div>
  );
}
