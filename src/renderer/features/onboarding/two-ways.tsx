import { KeyRound, Link, User } from 'lucide-react';
import { useWords } from '../../state/services.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import styles from './introduction.module.css';

const icon = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** The whole idea in one picture. It reads as one sentence to those who do not see it. */
export function TwoWays() {
  const { t } = useWords();
  return (
    <figure className={styles['picture']}>
      <div role="img" aria-label={t('introduction.picture.alt')} className={styles['drawing']}>
        <span className={styles['end']} aria-hidden>
          <Letter />
          <span>{t('introduction.picture.you')}</span>
        </span>
        <span className={styles['ways']} aria-hidden>
          <span className={styles['way']}>
            <span className={styles['sign']}>
              <Link {...icon} />
            </span>
            <span className={styles['label']}>{t('introduction.picture.link')}</span>
          </span>
          <span className={styles['way']}>
            <span className={styles['sign']}>
              <KeyRound {...icon} />
            </span>
            <span className={styles['label']}>{t('introduction.picture.password')}</span>
          </span>
        </span>
        <span className={styles['end']} aria-hidden>
          <span className={styles['person']}>
            <User size={44} strokeWidth={1.25} />
          </span>
          <span>{t('introduction.picture.recipient')}</span>
        </span>
      </div>
      <figcaption className={styles['promise']}>{t('introduction.picture.promise')}</figcaption>
    </figure>
  );
}

/** A folded sheet under its seal, as on the program's icon. */
function Letter() {
  return (
    <span className={styles['letter']}>
      <svg viewBox="0 0 96 72" className={styles['sheet']} focusable="false">
        <rect x="1" y="1" width="94" height="70" rx="7" />
        <path d="M2 6L43 38Q48 42 53 38L94 6" />
      </svg>
      <span className={styles['wax']}>
        <Seal shape="whole" size={46} />
      </span>
    </span>
  );
}
