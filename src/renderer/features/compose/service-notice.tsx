import { useCurrentAccount } from '../../state/accounts.ts';
import { useMirror, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

/** Only when the service is down: what is kept, and the one thing to do. */
export function ServiceNotice() {
  const { t } = useWords();
  const service = useMirror((state) => state.service);
  const restart = useMirror((state) => state.restartService);
  const account = useCurrentAccount();
  if (service.status !== 'failed' || account?.isBuiltin === false) return null;
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t('service.failedTitle')}
      actions={<Button onClick={() => void restart()}>{t('service.restart')}</Button>}
    >
      {t(`service.failedText.${service.reason}`)}
    </Notice>
  );
}
