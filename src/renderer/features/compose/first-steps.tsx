import { KeyRound, Link, PenLine } from 'lucide-react';
import { useWords } from '../../state/services.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import styles from './first-steps.module.css';

const icon = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** On the empty page: the whole program in one line. It goes with the first letter. */
export function FirstSteps() {
  const { t } = useWords();
  return (
    <ol className={styles['steps']}>
      <li className={styles['step']}>
        <span className={styles['sign']}>
          <PenLine {...icon} />
        </span>
        {t('compose.steps.write')}
      </li>
      <li className={styles['step']}>
        <span className={styles['sign']}>
          <Seal shape="whole" size={20} />
        </span>
        {t('compose.steps.seal')}
      </li>
      <li className={styles['step']}>
        <span className={styles['sign']}>
          <Link {...icon} />
          <KeyRound {...icon} />
        </span>
        {t('compose.steps.send')}
      </li>
    </ol>
  );
}
