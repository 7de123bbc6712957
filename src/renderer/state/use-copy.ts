import type { CopiedThing } from '../copying.ts';
import { useToast } from '../ui/toast/toast.tsx';
import { useServices, useWords } from './services.tsx';

/** Copies, reads it back, and says so where it failed. Call it in the moment of the click or key. */
export function useCopy(): (text: string, what?: CopiedThing) => Promise<boolean> {
  const { t } = useWords();
  const { copier } = useServices();
  const toast = useToast();
  return async (text, what) => {
    const isCopied = await copier.copy(text, what);
    if (!isCopied) toast({ text: t('handover.copyFailed'), isUrgent: true });
    return isCopied;
  };
}
