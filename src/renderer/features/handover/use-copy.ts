import { copyText } from '../../clipboard.ts';
import { useWords } from '../../state/services.tsx';
import { useToast } from '../../ui/toast/toast.tsx';

/** Copies, and says so where it failed. */
export function useCopy(): (text: string) => boolean {
  const { t } = useWords();
  const toast = useToast();
  return (text) => {
    const isCopied = copyText(text);
    if (!isCopied) toast({ text: t('handover.copyFailed'), isUrgent: true });
    return isCopied;
  };
}
