import { useMirror, useWords } from '../state/services.tsx';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/notice/notice.tsx';
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
    <div className={styles['bar']}>
      <Notice
        tone="warn"
        title={t(`notice.${notice}.title`)}
        actions={
          <Button
            look="quiet"
            onClick={() => {
              dismiss(notice);
            }}
          >
            {t('notice.dismiss')}
          </Button>
        }
      >
        {t(`notice.${notice}.text`)}
      </Notice>
    </div>
  );
}
