import { type RefObject, useEffect, useRef, useState } from 'react';
import { useMirror, useWords } from '../../state/services.tsx';
import { useProblemWords } from '../../state/problem-words.ts';
import type { SealingProblem } from '../../state/use-sealing.ts';
import { Button } from '../../ui/button/button.tsx';
import { Kbd } from '../../ui/kbd/kbd.tsx';
import { PolicyLine } from './policy-line.tsx';
import styles from './quick-view.module.css';
import type { ClipboardText } from './use-clipboard-text.ts';
import { cycle } from './policy-choices.ts';
import type { QuickShare } from './use-quick-share.ts';
import { useWindowKeys } from './use-window-keys.ts';

interface WritePaneProps {
  readonly share: QuickShare;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly clipboard: ClipboardText;
}

/** The field, one line of choices, Enter. */
export function WritePane({ share, field, clipboard }: WritePaneProps) {
  const { t } = useWords();
  const { sealing, blocked } = share;
  const isBusy = sealing.phase.name !== 'idle';
  const seal = (): void => {
    void share.seal(clipboard.text ?? field.current?.value ?? '');
  };
  useWindowKeys((event) => {
    const isChoice = event.target instanceof HTMLSelectElement || event.target instanceof HTMLButtonElement;
    if (event.key === 'Enter' && !event.shiftKey && !isChoice) {
      event.preventDefault();
      seal();
    } else if (event.ctrlKey || event.metaKey) cycle(event, share.policy);
  });
  return (
    <div className={styles['pane']}>
      {clipboard.text === null ? (
        <textarea
          ref={field}
          className={styles['field']}
          aria-label={t('quick.field')}
          placeholder={t(placeholderOf(clipboard.status))}
          aria-invalid={blocked === 'empty' || undefined}
          aria-describedby="quick-says"
          spellCheck={false}
          autoComplete="off"
          readOnly={isBusy}
        />
      ) : (
        <Preview text={clipboard.text} />
      )}
      <Says share={share} />
      <footer className={styles['foot']}>
        <PolicyLine policy={share.policy} isDisabled={isBusy} />
        <Button
          look="primary"
          isBusy={isBusy}
          onClick={seal}
          hint={<Kbd keys={['↵']} />}
          aria-keyshortcuts="Enter"
        >
          {t('quick.seal')}
        </Button>
      </footer>
    </div>
  );
}

function placeholderOf(status: ClipboardText['status']) {
  switch (status) {
    case 'reading':
      return 'quick.clipboard.reading';
    case 'empty':
      return 'quick.clipboard.empty';
    case 'unread':
      return 'quick.clipboard.unread';
    default:
      return 'quick.placeholder';
  }
}

const SHOWN_LENGTH = 2_000;

/**
 * What is about to be shared, masked: whoever looks over one's shoulder sees how much, not what. It takes the focus,
 * so that Enter is heard where there is no field.
 */
function Preview({ text }: { readonly text: string }) {
  const { t } = useWords();
  const [isShown, setIsShown] = useState(false);
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    sheet.current?.focus();
  }, []);
  return (
    <section ref={sheet} tabIndex={-1} className={styles['preview']} aria-label={t('quick.clipboard.label')}>
      <p className={styles['previewText']} data-masked={!isShown || undefined} aria-hidden={!isShown}>
        {isShown ? text.slice(0, SHOWN_LENGTH) : '•'.repeat(Math.min(text.length, 120))}
      </p>
      <p className={styles['previewNote']}>
        <span>{t('quick.clipboard.size', { count: text.length })}</span>
        <Button
          look="quiet"
          aria-pressed={isShown}
          onClick={() => {
            setIsShown(!isShown);
          }}
        >
          {t(isShown ? 'quick.clipboard.hide' : 'quick.clipboard.show')}
        </Button>
      </p>
    </section>
  );
}

/** What happens, or what went wrong, in one line. */
function Says({ share }: { readonly share: QuickShare }) {
  const { t } = useWords();
  const { sealing, blocked } = share;
  const isStarting = useMirror((state) => state.service.status === 'starting');
  const { phase, problem } = sealing;
  if (problem !== null && problem !== 'cancelled') return <Problem problem={problem} />;
  const words =
    blocked !== null
      ? t(`quick.${blocked}`)
      : phase.name === 'idle'
        ? ''
        : t(phase.name === 'preparing' && !isStarting ? 'quick.sealing' : `quick.${phase.name}`);
  return (
    <p
      id="quick-says"
      role="status"
      className={styles['says']}
      data-tone={blocked === null ? undefined : 'bad'}
    >
      {words}
    </p>
  );
}

function Problem({ problem }: { readonly problem: SealingProblem }) {
  return (
    <p id="quick-says" role="alert" className={styles['says']} data-tone="bad">
      {useProblemWords(problem)}
    </p>
  );
}
