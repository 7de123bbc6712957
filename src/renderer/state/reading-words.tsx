import { Trans } from 'react-i18next';
import { useWords } from './services.tsx';

/** "Anyone with the link and the password can read this once." @param maxAccess null for unlimited */
export function ReadingWords({ maxAccess }: { readonly maxAccess: number | null }) {
  const { t } = useWords();
  const times =
    maxAccess === null
      ? t('reading.unlimited')
      : maxAccess === 1
        ? t('reading.once')
        : t('reading.limited', { count: maxAccess });
  return <Trans i18nKey="reading.who" values={{ times }} components={{ strong: <strong /> }} />;
}
