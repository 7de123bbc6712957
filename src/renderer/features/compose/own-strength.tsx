import { useEffect, useState } from 'react';
import type { Strength, StrengthLevel } from '../../../core/password/strength.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './own-strength.module.css';

const levels: readonly StrengthLevel[] = ['very-weak', 'weak', 'fair', 'strong', 'very-strong'];
const DELAY_MS = 150;

/** What a guesser has to pay for this password, in plain words. */
export function OwnStrength({ password }: { readonly password: string }) {
  const { t } = useWords();
  const strength = useStrength(password);
  if (strength === null) return <p className={styles['verdict']}>{t('compose.unlock.estimating')}</p>;
  const { level, weakness } = strength;
  const reached = levels.indexOf(level);
  const isWeak = reached < 2;
  return (
    <div className={cx(styles['strength'], isWeak && styles['weak'])}>
      <div className={styles['meter']} aria-hidden>
        {levels.map((each, index) => (
          <span key={each} className={cx(styles['step'], index <= reached && styles['reached'])} />
        ))}
      </div>
      <p className={styles['verdict']} role="status">
        {t(`compose.unlock.strength.${level}`)}
        {weakness !== null && isWeak && ` ${t(`compose.unlock.weakness.${weakness}`)}`}
      </p>
    </div>
  );
}

/** The estimate of the last pause in typing; null until there is one. */
function useStrength(password: string): Strength | null {
  const { crypto } = useServices();
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      void crypto.estimate(password).then((next) => {
        if (!isStale) setStrength(next);
      });
    }, DELAY_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [crypto, password]);
  return strength;
}
