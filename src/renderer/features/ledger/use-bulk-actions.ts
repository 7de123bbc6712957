import { useRef } from 'react';
import { UNDO_MS } from '../../../shared/bridge/ledger.ts';
import { useBulk, useServices, useWords } from '../../state/services.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { dropKept } from './use-ledger-actions.ts';

export interface BulkActions {
  readonly remove: (ids: readonly string[]) => Promise<void>;
  /** @param name of the one, where it is one alone */
  readonly forget: (ids: readonly string[], name?: string) => Promise<void>;
  /** Brings back what was removed from the list last, as long as that can be done. */
  readonly undo: () => Promise<void>;
}

/** What can be done with many lines at once. @param onBack what is in the list again */
export function useBulkActions(onBack: (ids: readonly string[]) => void): BulkActions {
  const { bulk } = useServices();
  const { t } = useWords();
  const toast = useToast();
  const deleteMany = useBulk((state) => state.deleteMany);
  const forgetting = useForgetting(onBack);
  return {
    ...forgetting,
    remove: async (ids) => {
      if (bulk.getState().progress !== null) return;
      const output = await deleteMany(ids);
      if (output === null) {
        toast({ text: t('app.unreachableTitle'), isUrgent: true });
        return;
      }
      const { done, already, stopped, failed } = output;
      const sentences = [
        done > 0 || failed.length === 0 ? t('ledger.bulk.done', { count: done }) : '',
        already > 0 ? t('ledger.bulk.already', { count: already }) : '',
        stopped > 0 ? t('ledger.bulk.stopped', { count: stopped }) : '',
      ].filter((sentence) => sentence !== '');
      // What failed is told where the many were, and on each line.
      if (sentences.length > 0) toast({ text: sentences.join(' ') });
    },
  };
}

function useForgetting(onBack: (ids: readonly string[]) => void): Pick<BulkActions, 'forget' | 'undo'> {
  const { bulk, keptPasswords } = useServices();
  const { t } = useWords();
  const toast = useToast();
  const putAway = useRef<(() => void) | null>(null);
  const undo = async (): Promise<void> => {
    const ids = bulk.getState().forgotten;
    if (ids.length === 0) return;
    const count = await bulk.getState().restore();
    putAway.current?.();
    if (count === null) toast({ text: t('app.unreachableTitle'), isUrgent: true });
    else if (count > 0) toast({ text: t('ledger.bulk.restored', { count }) });
    onBack(ids);
  };
  const forget: BulkActions['forget'] = async (ids, name) => {
    const count = await bulk.getState().forgetMany(ids);
    if (count === null) {
      toast({ text: t('app.unreachableTitle'), isUrgent: true });
      return;
    }
    const stays = ids.length - count;
    const text = name === undefined ? t('ledger.bulk.forgotten', { count }) : t('sent.forgotten', { name });
    const words = stays > 0 ? `${text} ${t('ledger.bulk.stays', { count: stays })}` : text;
    putAway.current = toast({
      text: words,
      duration: UNDO_MS,
      action: { label: t('sent.undo'), onAction: () => void undo() },
      onExpire: () => {
        if (bulk.getState().forgotten !== ids) return;
        bulk.getState().letGo(ids);
        // What has left the list for good needs no password any more.
        dropKept(keptPasswords.getState(), ids);
      },
    });
  };
  return { forget, undo };
}
