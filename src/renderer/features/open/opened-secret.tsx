import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { timeOf } from '../../../core/envelope/index.ts';
import { useWords } from '../../state/services.tsx';
import { useCopy } from '../../state/use-copy.ts';
import { Button } from '../../ui/button/button.tsx';
import { CopyButton } from '../../ui/copy-button/copy-button.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import styles from './open-view.module.css';
import type { Opened } from './use-opening.ts';

interface OpenedSecretProps {
  readonly opened: Opened;
  readonly onClose: () => void;
}

/** The secret, shown when asked for and wiped when closed. */
export function OpenedSecret({ opened, onClose }: OpenedSecretProps) {
  const { t } = useWords();
  const copy = useCopy();
  const [isShown, setIsShown] = useState(false);
  // Out of sight with the view: a glance at another one must not leave it open behind it.
  useEffect(
    () => () => {
      setIsShown(false);
    },
    [],
  );
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className={styles['result']}>
      <ResultHead opened={opened} />
      <div className={styles['sheet']}>
        {isShown ? (
          <Content content={opened.content} />
        ) : (
          <p className={styles['veil']}>{t('open.result.hidden')}</p>
        )}
      </div>
      <div className={styles['actions']}>
        <Button
          look={isShown ? 'plain' : 'primary'}
          icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
          aria-pressed={isShown}
          onClick={() => {
            setIsShown(!isShown);
          }}
        >
          {t(isShown ? 'open.result.hide' : 'open.result.show')}
        </Button>
        <CopyButton onCopy={() => copy(opened.content)} copied={t('open.result.copied')}>
          {t('open.result.copy')}
        </CopyButton>
        <span className={styles['gap']} />
        <Button look="quiet" onClick={onClose}>
          {t('open.result.close')}
        </Button>
      </div>
      <p className={styles['note']}>{t('open.result.note')}</p>
    </div>
  );
}

function ResultHead({ opened }: { readonly opened: Opened }) {
  const { t, format } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { access } = opened;
  const limit = access?.max ?? null;
  const count = access?.count ?? 0;
  const isLast = limit !== null && count >= limit;
  const time = timeOf(opened.created);
  // Whatever date a sender wrote, it must not keep the secret from being shown.
  const date = time === null ? opened.created : format.dateTime(new Date(time).toISOString());
  return (
    <header className={styles['head']}>
      <Seal shape={isLast ? 'broken' : 'opening'} size={56} settles />
      <div>
        <h1 ref={heading} tabIndex={-1} className={styles['title']} data-view-focus>
          {t('open.result.title')}
        </h1>
        <p className={styles['lead']}>
          {t('open.result.sealedOn', { date })}{' '}
          {isLast
            ? t('open.result.accessLast')
            : limit !== null && t('open.result.accessOf', { n: count, m: limit })}
        </p>
      </div>
    </header>
  );
}

/** What is shown of a large secret, in UTF-16 units: laying out more would hold up the window. */
const SHOWN_LENGTH = 100_000;

function Content({ content }: { readonly content: string }) {
  const { t, format } = useWords();
  const isCut = content.length > SHOWN_LENGTH;
  return (
    <>
      <pre className={styles['content']} tabIndex={0} role="region" aria-label={t('open.result.label')}>
        {isCut ? content.slice(0, SHOWN_LENGTH) : content}
      </pre>
      {isCut && (
        <p className={styles['cut']}>
          {t('open.result.truncated', { size: format.size(new Blob([content]).size) })}
        </p>
      )}
    </>
  );
}
