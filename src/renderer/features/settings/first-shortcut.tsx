import { useId } from 'react';
import { useWords } from '../../state/services.tsx';
import styles from './shortcut-row.module.css';
import { ShortcutRow } from './shortcut-row.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** The one shortcut that is worth choosing before the first secret: the quick window's. */
export function FirstShortcut() {
  const { t } = useWords();
  const shortcuts = useShortcuts();
  const id = useId();
  if (shortcuts === null) return null;
  return (
    <section className={styles['first']} aria-labelledby={id}>
      <h2 id={id} className={styles['firstTitle']}>
        {t('introduction.anywhere.title')}
      </h2>
      <p className={styles['firstText']}>{t('introduction.anywhere.text')}</p>
      {shortcuts.obstacle === 'wayland' ? (
        <p className={styles['firstText']}>{t('quick.settings.wayland')}</p>
      ) : (
        <ShortcutRow mode="write" shortcut={shortcuts.write} />
      )}
    </section>
  );
}
