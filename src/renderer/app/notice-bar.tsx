import { TriangleAlert, X } from 'lucide-react';
import { useMirror, useWords } from '../state/services.tsx';
import { IconButton } from '../ui/button/button.tsx';
import styles from './notice-bar.module.css';

/** What a person should know about this run, one thing at a time. All of it is in the settings. */
export function NoticeBar() {
  const { t } = useWords();
  const notices = useMirror((state) => state.info.notices);
  const dismissed = useMirror((state) => state.dismissed);
  const dismiss = useMirror((state) => state.dismiss);
  const notice = notices.find((each) => !dismissed.includes(each));
  if (notice === undefined) return null;
  return (
    <div className={styles['bar']} role="note">
      <TriangleAlert className={styles['icon']} size={16} strokeWidth={1.75} aria-hidden />
      <p className={styles['words']}>
        <strong>{t(`notice.${notice}.title`)}.</strong> {t(`notice.${notice}.text`)}
      </p>
      <IconButton
        label={t('notice.dismiss')}
        icon={<X size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          dismiss(notice);
        }}
      />
    </div>
  );
}
