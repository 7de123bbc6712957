import { useLedger, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

export function Unreadable() {
  const { t } = useWords();
  const reload = useLedger((state) => state.reload);
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t('app.unreachableTitle')}
      actions={<Button onClick={reload}>{t('compose.failed.retry')}</Button>}
    >
      {t('sent.failed')}
    </Notice>
  );
}
