import type { Settings } from '../../../shared/bridge/models.ts';
import { useMirror, useWords } from '../../state/services.tsx';
import { useToast } from '../../ui/toast/toast.tsx';

/** Stores a setting, and says so where that could not be done. */
export function useStoreSetting(): (change: Partial<Settings>) => void {
  const { t } = useWords();
  const toast = useToast();
  const change = useMirror((state) => state.change);
  return (next) => {
    void change(next).then((isStored) => {
      if (!isStored) toast({ text: t('settings.failed'), isUrgent: true });
    });
  };
}
