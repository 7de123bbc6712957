import { useWords } from '../../state/services.tsx';
import { Page } from '../../ui/page/page.tsx';

export function OpenView() {
  const { t } = useWords();
  return (
    <Page title={t('open.title')} lead={t('open.lead')}>
      {null}
    </Page>
  );
}
