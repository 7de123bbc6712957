import { useWords } from '../../state/services.tsx';
import { Page } from '../../ui/page/page.tsx';

export function SettingsView() {
  const { t } = useWords();
  return <Page title={t('settings.title')}>{null}</Page>;
}
