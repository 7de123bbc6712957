import { useEffect, useState } from 'react';
import { useTarget } from '../../state/accounts.ts';
import { ReadingWords } from '../../state/reading-words.tsx';
import { useMirror, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { cx } from '../../ui/cx.ts';
import { LiveWords } from '../../ui/live-words/live-words.tsx';
import { Kbd } from '../../ui/kbd/kbd.tsx';
import { ProgressBar } from '../../ui/progress/progress.tsx';
import styles from './compose-foot.module.css';
import type { Blocked } from './use-draft.ts';
import type { Sealing } from '../../state/use-sealing.ts';

interface ComposeFootProps {
  readonly sealing: Sealing;
  /** Of the envelope, where the text is large. */
  readonly size: number | null;
  readonly blocked: Blocked | null;
  /** Undefined while no number is chosen. */
  readonly maxAccess: number | null | undefined;
  readonly onSubmit: () => void;
}

/** Before this there is nothing to look at. */
const PROGRESS_DELAY_MS = 300;

/** The one action, and beside it what has to be known about it now. */
export function ComposeFoot({ onSubmit, ...status }: ComposeFootProps) {
  const { sealing } = status;
  const { t } = useWords();
  const isMac = useMirror((state) => state.info.platform === 'darwin');
  const { phase } = sealing;
  const isSlow = useIsLasting(phase.name === 'sealing', PROGRESS_DELAY_MS);
  const label = {
    idle: 'compose.submit',
    preparing: 'compose.preparing',
    sealing: 'compose.sealing',
    sending: 'compose.sending',
  } as const;
  return (
    <div className={styles['foot']}>
      <div className={styles['status']}>
        {phase.name === 'sealing' && isSlow ? (
          <ProgressBar label={t('compose.progress')} share={phase.share} />
        ) : (
          <Status {...status} />
        )}
      </div>
      {phase.name === 'sealing' && isSlow && <Button onClick={sealing.cancel}>{t('compose.cancel')}</Button>}
      <LiveWords>{phase.name === 'idle' ? '' : t(label[phase.name])}</LiveWords>
      <Button
        look="primary"
        size="l"
        isBusy={phase.name !== 'idle'}
        aria-keyshortcuts={isMac ? 'Meta+Enter' : 'Control+Enter'}
        hint={phase.name === 'idle' ? <Kbd keys={isMac ? ['⌘', '↵'] : ['Ctrl', '↵']} /> : undefined}
        onClick={onSubmit}
      >
        {t(label[phase.name])}
      </Button>
    </div>
  );
}

function Status({ sealing, size, blocked, maxAccess }: Omit<ComposeFootProps, 'onSubmit'>) {
  const { t, format } = useWords();
  const target = useTarget();
  const max = target.status === 'ready' ? target.maxLength : null;
  const isTooLarge = size !== null && max !== null && size > max;
  const sizes = { size: format.size(size ?? 0), max: format.size(max ?? 0) };
  const problem = isTooLarge ? 'tooLarge' : blocked;
  return (
    <p
      className={cx(styles['words'], problem !== null && styles['problem'])}
      id="compose-problem"
      role="status"
    >
      {problem !== null
        ? t(`compose.blocked.${problem}`, sizes)
        : sealing.problem === 'cancelled'
          ? t('compose.cancelled')
          : size !== null && max !== null
            ? t('compose.size', sizes)
            : maxAccess !== undefined && <ReadingWords maxAccess={maxAccess} />}
    </p>
  );
}

/** Whether something has been going on for longer than a delay. */
function useIsLasting(isOn: boolean, delay: number): boolean {
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => {
      setIsLasting(true);
    }, delay);
    return () => {
      clearTimeout(timer);
      setIsLasting(false);
    };
  }, [isOn, delay]);
  return isLasting;
}
