import type { Share } from '../../../shared/bridge/models.ts';
import { useWords } from '../../state/services.tsx';

/** "4 of 10", or that it is not told: never a number nobody reported. */
export function Opened({ share }: { readonly share: Share }) {
  const { t } = useWords();
  const { accessCount, maxAccess, reports, state } = share;
  if (accessCount === null || reports === false)
    return state === 'not-reported' || (reports === false && share.link !== null)
      ? t('sent.opened.unknown')
      : '–';
  return maxAccess === null
    ? t('sent.opened.unlimited', { n: accessCount })
    : t('sent.opened.of', { n: accessCount, m: maxAccess });
}
