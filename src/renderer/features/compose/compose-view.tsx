import { type KeyboardEvent, useState } from 'react';
import { WORD_COUNT, CHARACTER_COUNT } from '../../../core/password/index.ts';
import type { Handover } from '../../state/handover.ts';
import { useMirror, useServices, useWords } from '../../state/services.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import { AccessChoice } from './access-choice.tsx';
import { ComposeFoot } from './compose-foot.tsx';
import styles from './compose-view.module.css';
import { divisionOf } from './division.ts';
import {
  type AccessChoice as Access,
  type ExpiryChoice as Expiry,
  resolveAccess,
  resolveExpiry,
  type UnlockChoice as Unlock,
} from './draft.ts';
import { ExpiryChoice } from './expiry-choice.tsx';
import { NamingChoice } from './naming-choice.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { SecretField } from './secret-field.tsx';
import { CHOICE_PLACE, Sentence } from './sentence.tsx';
import { ServiceNotice } from './service-notice.tsx';
import { UnlockChoice } from './unlock-choice.tsx';
import { type SealRequest, useSealing } from './use-sealing.ts';
import { useSecretText } from './use-secret-text.ts';
import { useUnlockPassword } from './use-unlock-password.ts';
import { WeakDialog } from './weak-dialog.tsx';

/** What stands in the way of sealing. */
export type Blocked = 'empty' | 'password' | 'expiry' | 'access' | 'tooLarge' | 'service' | 'starting';

interface ComposeViewProps {
  readonly onSealed: (handover: Handover) => void;
}

export function ComposeView({ onSealed }: ComposeViewProps) {
  const { t, language } = useWords();
  const { crypto } = useServices();
  const service = useMirror((state) => state.service);
  const text = useSecretText();
  const [expiry, setExpiry] = useState<Expiry>({ kind: 'preset', preset: 'week' });
  const [access, setAccess] = useState<Access>({ kind: 'preset', preset: '1' });
  const [choice, setChoice] = useState<Unlock>(() => ({
    kind: 'words',
    wordCount: WORD_COUNT.default,
    separator: '-',
    list: language,
    length: CHARACTER_COUNT.default,
    lookAlikes: false,
  }));
  const [own, setOwn] = useState('');
  const [name, setName] = useState('');
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const [weakRequest, setWeakRequest] = useState<SealRequest | null>(null);
  const unlock = useUnlockPassword(choice, own);
  const sealing = useSealing();
  const isBusy = sealing.phase.name !== 'idle';

  /** The whole draft as one request, or what is missing. */
  const request = (): SealRequest | Blocked => {
    const content = text.read();
    const expiresAt = resolveExpiry(expiry, Date.now());
    const maxAccess = resolveAccess(access);
    if (content === '') return 'empty';
    if (expiresAt !== null && typeof expiresAt !== 'string') return 'expiry';
    if (maxAccess === undefined) return 'access';
    if (unlock.password === null || unlock.password === '') return 'password';
    if (service.status !== 'running') return service.status === 'starting' ? 'starting' : 'service';
    if (text.size !== null && text.size > service.maxContentBytes) return 'tooLarge';
    return {
      content,
      password: unlock.password,
      name: name.trim() === '' ? null : name.trim(),
      policy: { expiresAt, maxAccess },
      maxLength: service.maxContentBytes,
    };
  };

  const seal = async (ready: SealRequest): Promise<void> => {
    const division = divisionOf(choice);
    const sent = await sealing.run(ready);
    if (sent === null) return;
    onSealed({ sent, password: ready.password, ...(division === undefined ? {} : { division }) });
  };

  const submit = async (): Promise<void> => {
    if (isBusy || weakRequest !== null) return;
    const ready = request();
    setBlocked(typeof ready === 'string' ? ready : null);
    if (typeof ready === 'string') {
      if (ready === 'empty') text.field.current?.focus();
      return;
    }
    if (choice.kind === 'own' && (await isWeak(crypto, ready.password))) setWeakRequest(ready);
    else await seal(ready);
  };

  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit();
  };

  return (
    <div
      className={styles['compose']}
      onKeyDown={submitByKey}
      onInput={() => {
        setBlocked(null);
      }}
    >
      <VisuallyHidden>
        <h1 tabIndex={-1}>{t('compose.title')}</h1>
      </VisuallyHidden>
      <ServiceNotice />
      {sealing.problem !== null && sealing.problem !== 'cancelled' && (
        <ProblemNotice problem={sealing.problem} />
      )}
      <SecretField
        text={text}
        isLocked={isBusy}
        problem={blocked === 'empty' ? t('compose.blocked.empty') : undefined}
      />
      <div className={styles['choices']}>
        <Sentence words={t('compose.expires', { value: CHOICE_PLACE })}>
          <ExpiryChoice choice={expiry} onChange={setExpiry} isDisabled={isBusy} />
        </Sentence>
        <Sentence words={t('compose.opens', { value: CHOICE_PLACE })}>
          <AccessChoice choice={access} onChange={setAccess} isDisabled={isBusy} />
        </Sentence>
        <Sentence words={t('compose.password', { value: CHOICE_PLACE })}>
          <UnlockChoice
            {...{ choice, own, unlock, isDisabled: isBusy }}
            onChange={setChoice}
            onOwnChange={setOwn}
          />
        </Sentence>
        <Sentence words={t('compose.name', { value: CHOICE_PLACE })}>
          <NamingChoice name={name} onChange={setName} isDisabled={isBusy} />
        </Sentence>
      </div>
      <ComposeFoot sealing={sealing} size={text.size} blocked={blocked} onSubmit={() => void submit()} />
      <WeakDialog
        isOpen={weakRequest !== null}
        onCancel={() => {
          setWeakRequest(null);
        }}
        onAccept={() => {
          setWeakRequest(null);
          if (weakRequest !== null) void seal(weakRequest);
        }}
      />
    </div>
  );
}

async function isWeak(crypto: ReturnType<typeof useServices>['crypto'], password: string): Promise<boolean> {
  const strength = await crypto.estimate(password);
  return strength?.level === 'very-weak' || strength?.level === 'weak';
}
