import { useEffect, useRef } from 'react';
import { useNavigation, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import styles from './ledger-view.module.css';
import { sealOf } from './seal-of.ts';

/** What a secret goes through, for those who have not sent one yet. */
const legend = ['active', 'opened', 'used-up', 'expired'] as const;

export function EmptyLedger() {
  const { t } = useWords();
  const go = useNavigation((state) => state.go);
  return (
    <div className={styles['empty']}>
      <h1 ref={useLostFocus()} tabIndex={-1} className={styles['emptyTitle']}>
        {t('sent.empty.title')}
      </h1>
      <p className={styles['emptyText']}>{t('sent.empty.text')}</p>
      <ul className={styles['legend']}>
        {legend.map((state) => (
          <li key={state} className={styles['sign']}>
            <Seal shape={sealOf[state]} size={44} />
            {t(`sent.state.${state}`)}
          </li>
        ))}
      </ul>
      <Button
        look="primary"
        size="l"
        onClick={() => {
          go('compose');
        }}
      >
        {t('sent.empty.action')}
      </Button>
    </div>
  );
}

/** Nothing is as it was asked for. */
export function NothingFound({ onClear }: { readonly onClear: () => void }) {
  const { t } = useWords();
  return (
    <div className={styles['nothing']}>
      <Seal shape="faded" size={44} />
      <h2 className={styles['emptyTitle']}>{t('ledger.nothing.title')}</h2>
      <p className={styles['emptyText']}>{t('ledger.nothing.text')}</p>
      <Button onClick={onClear}>{t('ledger.nothing.action')}</Button>
    </div>
  );
}

/** Takes the focus when what had it has just gone. */
function useLostFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return heading;
}
