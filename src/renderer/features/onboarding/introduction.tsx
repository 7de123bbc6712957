import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMirror, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Kbd } from '../../ui/kbd/kbd.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import styles from './introduction.module.css';
import { ServiceStep } from './service-step.tsx';
import { TwoWays } from './two-ways.tsx';

const STEPS = ['picture', 'service', 'keys'] as const;

interface IntroductionProps {
  /** The dialog that adds an account, where one was asked for. */
  readonly addAccount: (isOpen: boolean, onClose: () => void) => ReactNode;
  /** Where the quick window's shortcut is recorded. */
  readonly shortcut: ReactNode;
  /** Gone through or skipped: the next thing is to write. */
  readonly onDone: () => void;
}

/** Under a minute: what it does in one picture, who carries it, the keys. Can be left at every step. */
export function Introduction({ addAccount, shortcut, onDone }: IntroductionProps) {
  const { t } = useWords();
  const [place, setPlace] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = STEPS[place] ?? 'picture';
  const isLast = place === STEPS.length - 1;
  useEffect(() => {
    heading.current?.focus();
  }, [place]);
  return (
    <main className={styles['introduction']} aria-label={t('introduction.label')}>
      <header className={styles['head']}>
        <span className={styles['mark']}>
          <Seal shape="whole" size={22} />
          {t('app.name')}
        </span>
        {!isLast && (
          <Button look="quiet" onClick={onDone}>
            {t('introduction.skip')}
          </Button>
        )}
      </header>
      <div className={styles['step']}>
        <div className={styles['titles']}>
          <p className={styles['count']}>{t('introduction.step', { n: place + 1, m: STEPS.length })}</p>
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {t(`introduction.${step}.title`)}
          </h1>
          <p className={styles['lead']}>{t(`introduction.${step}.text`)}</p>
        </div>
        {step === 'picture' && <TwoWays />}
        {step === 'service' && <ServiceStep addAccount={addAccount} />}
        {step === 'keys' && <KeysStep>{shortcut}</KeysStep>}
      </div>
      <footer className={styles['foot']}>
        {place > 0 && (
          <Button
            size="l"
            onClick={() => {
              setPlace(place - 1);
            }}
          >
            {t('introduction.back')}
          </Button>
        )}
        <Button
          look="primary"
          size="l"
          onClick={() => {
            if (isLast) onDone();
            else setPlace(place + 1);
          }}
        >
          {t(isLast ? 'introduction.finish' : 'introduction.next')}
        </Button>
      </footer>
    </main>
  );
}

function KeysStep({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const isMac = useMirror((state) => state.info.platform === 'darwin');
  const command = isMac ? '⌘' : 'Ctrl';
  const rows = [
    ['seal', [command, '↵']],
    ['palette', [command, 'K']],
    ['sheet', ['?']],
  ] as const;
  return (
    <>
      <dl className={styles['keys']}>
        {rows.map(([name, keys]) => (
          <div key={name} className={styles['key']}>
            <dt>
              <Kbd keys={keys} isSpoken size="l" />
            </dt>
            <dd>{t(`introduction.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      {children}
    </>
  );
}
