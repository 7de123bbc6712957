import { type KeyboardEvent, useState } from 'react';
import type { CryptoClient } from '../../crypto/client.ts';
import type { Handover } from '../../state/handover.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import { Choices } from './choices.tsx';
import { ComposeFoot } from './compose-foot.tsx';
import styles from './compose-view.module.css';
import { divisionOf } from './division.ts';
import { resolveAccess } from './draft.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { SecretField } from './secret-field.tsx';
import { ServiceNotice } from './service-notice.tsx';
import { type Blocked, useDraft } from './use-draft.ts';
import { type SealRequest, useSealing } from './use-sealing.ts';
import { WeakDialog } from './weak-dialog.tsx';

interface ComposeViewProps {
  readonly onSealed: (handover: Handover) => void;
}

/** The page one writes on, one line of choices, one button. */
export function ComposeView({ onSealed }: ComposeViewProps) {
  const { t } = useWords();
  const draft = useDraft();
  const { sealing, blocked, weak, submit } = useSubmit(draft, onSealed);
  const isBusy = sealing.phase.name !== 'idle';
  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <div className={styles['compose']} onKeyDown={submitByKey}>
      <VisuallyHidden>
        <h1 tabIndex={-1}>{t('compose.title')}</h1>
      </VisuallyHidden>
      <ServiceNotice />
      {sealing.problem !== null && sealing.problem !== 'cancelled' && (
        <ProblemNotice problem={sealing.problem} />
      )}
      <SecretField text={draft.text} isLocked={isBusy} isMissing={blocked === 'empty'} />
      <Choices draft={draft} isDisabled={isBusy} />
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

/** From the draft to what is handed over, with a question in between where the password is weak. */
function useSubmit(draft: ReturnType<typeof useDraft>, onSealed: ComposeViewProps['onSealed']) {
  const { crypto } = useServices();
  const sealing = useSealing();
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const [weakRequest, setWeakRequest] = useState<SealRequest | null>(null);
  const seal = async (request: SealRequest): Promise<void> => {
    const division = divisionOf(draft.choice);
    const sent = await sealing.run(request);
    if (sent === null) return;
    onSealed({ sent, password: request.password, ...(division === undefined ? {} : { division }) });
  };
  const attempt = async (): Promise<void> => {
    const request = draft.toRequest();
    setBlocked(typeof request === 'string' ? request : null);
    if (request === 'empty') draft.text.focus();
    if (typeof request === 'string') return;
    if (draft.choice.kind === 'own' && (await isWeak(crypto, request.password))) setWeakRequest(request);
    else await seal(request);
  };
  return {
    sealing,
    // What was missing is said until it is there.
    blocked: blocked !== null && draft.isMissing(blocked) ? blocked : null,
    submit: () => {
      if (sealing.phase.name === 'idle' && weakRequest === null) void attempt();
    },
    weak: {
      isAsking: weakRequest !== null,
      cancel: () => {
        setWeakRequest(null);
      },
      accept: () => {
        setWeakRequest(null);
        if (weakRequest !== null) void seal(weakRequest);
      },
    },
  };
}

async function isWeak(crypto: CryptoClient, password: string): Promise<boolean> {
  const strength = await crypto.estimate(password);
  return strength?.level === 'very-weak' || strength?.level === 'weak';
}
