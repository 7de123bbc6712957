import { useAgain, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

/** Only while a secret is written that continues an earlier one. */
export function AgainNotice() {
  const { t } = useWords();
  const again = useAgain((state) => state.again);
  const letGo = useAgain((state) => state.letGo);
  if (again === null) return null;
  return (
    <Notice
      tone="calm"
      role="status"
      title={t('ledger.again.title', { name: again.name ?? t('sent.unnamed') })}
      actions={<Button onClick={letGo}>{t('ledger.again.dismiss')}</Button>}
    >
      {t('ledger.again.text')}
    </Notice>
  );
}
