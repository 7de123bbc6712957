import { useOverlay, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import styles from './settings-view.module.css';

/** The way back to the introduction, and to what the program is made of. */
export function GuideRow() {
  const { t } = useWords();
  const show = useOverlay((state) => state.show);
  return (
    <>
      <div className={styles['row']}>
        <p className={styles['beside']}>{t('introduction.againText')}</p>
        <Button
          onClick={() => {
            show('introduction');
          }}
        >
          {t('introduction.again')}
        </Button>
      </div>
      <div className={styles['row']}>
        <p className={styles['beside']}>{t('about.licencesText')}</p>
        <Button
          onClick={() => {
            show('licences');
          }}
        >
          {t('about.licences')}
        </Button>
      </div>
    </>
  );
}
