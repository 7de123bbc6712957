import { useTranslation } from 'react-i18next';
import { Seal } from '../ui/seal/seal.tsx';
import styles from './waiting.module.css';

/**
 * What shows while the main process waits for the keychain: the system may be asking the person to unlock it,
 * in a window that is easily overlooked.
 */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <main className={styles['waiting']} role="status">
      <Seal shape="dotted" size={56} />
      <h1 className={styles['title']}>{t('app.waitingTitle')}</h1>
      <p className={styles['text']}>{t('app.waitingText')}</p>
    </main>
  );
}
