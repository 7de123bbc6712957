import { useEffect, useRef, useState } from 'react';
import type { ServiceFailure } from '../../../core/api/failure.ts';
import type { Share } from '../../../shared/bridge/models.ts';
import { announcesDeleting } from '../../state/accounts.ts';
import { failureWords } from '../../state/failure-words.ts';
import { type Services, useServices, useShares, useWords } from '../../state/services.tsx';
import { useToast } from '../../ui/toast/toast.tsx';

export interface LedgerActions {
  /** Lines taken out of sight that can still be brought back. */
  readonly hidden: ReadonlySet<string>;
  readonly copy: (share: Share) => Promise<void>;
  readonly remove: (share: Share) => Promise<void>;
  readonly forget: (share: Share) => void;
  /** @param expiresAt another expiry to send it with */
  readonly retry: (share: Share, expiresAt?: string | null) => Promise<void>;
  readonly cancel: (share: Share) => Promise<void>;
  readonly refresh: () => Promise<void>;
}

/** What can be done with a line, each with its word at the end. */
export function useLedgerActions(): LedgerActions {
  const { accounts, copier } = useServices();
  const { t, format } = useWords();
  const toast = useToast();
  const remove = useShares((state) => state.remove);
  const refresh = useShares((state) => state.refresh);
  const forgetting = useForgetting();
  const nameOf = (share: Share): string => share.name ?? t('sent.unnamed');
  return {
    hidden: forgetting.hidden,
    copy: async ({ link }) => {
      const isCopied = link !== null && (await copier.copy(link));
      toast({ text: t(isCopied ? 'sent.actions.copied' : 'handover.copyFailed'), isUrgent: !isCopied });
    },
    remove: async (share) => {
      const output = await remove(share.id);
      if (output === null) toast({ text: t('app.unreachableTitle'), isUrgent: true });
      else if (output.outcome === 'failed') {
        const isUnsupported =
          announcesDeleting(accounts.getState().accounts, share) === false &&
          unsupported.has(output.reason.code);
        const words = { ...failureWords(output.reason, t, format) };
        toast({
          text: isUnsupported ? t('sent.deleteUnsupported') : t('sent.deleteFailed', words),
          isUrgent: true,
        });
      } else if (output.outcome === 'deleted') {
        toast({ text: t(output.already ? 'sent.deletedAlready' : 'sent.deleted') });
      }
    },
    forget: (share) => {
      forgetting.hide(share.id);
      toast({
        text: t('sent.forgotten', { name: nameOf(share) }),
        duration: UNDO_MS,
        action: {
          label: t('sent.undo'),
          onAction: () => {
            forgetting.bringBack(share.id);
          },
        },
        onExpire: () => {
          forgetting.carryOut(share.id);
        },
      });
    },
    ...useOutboxActions(),
    refresh: async () => {
      const isAnswered = await refresh();
      toast({ text: t(isAnswered ? 'sent.refreshed' : 'sent.refreshFailed') });
    },
  };
}

/** What a service answers to a call it does not know. */
const unsupported: ReadonlySet<ServiceFailure['code']> = new Set(['not-the-service', 'not-found']);

/** What can be done with a line that was not sent yet. */
function useOutboxActions(): Pick<LedgerActions, 'retry' | 'cancel'> {
  const { t, format } = useWords();
  const toast = useToast();
  const retry = useShares((state) => state.retry);
  const cancel = useShares((state) => state.cancel);
  const { keptPasswords } = useServices();
  return {
    retry: async ({ id }, expiresAt) => {
      const output = await retry(id, expiresAt);
      if (output?.outcome === 'sent') toast({ text: t('sent.retried') });
      else if (output !== null && 'reason' in output)
        toast({ text: t('sent.retryFailed', { ...failureWords(output.reason, t, format) }), isUrgent: true });
      else if (output?.outcome === 'invalid' && output.why === 'expiry-passed')
        toast({ text: t('sent.retryOverdue'), isUrgent: true });
      // Gone from the outbox, or under way this moment: the list shows what becomes of it.
      else if (output !== null) toast({ text: t('sent.retryUnderway') });
      else toast({ text: t('app.unreachableTitle'), isUrgent: true });
    },
    cancel: async ({ id, state }) => {
      const outcome = await cancel(id);
      if (outcome === 'cancelled') dropKept(keptPasswords, id);
      if (outcome === null) toast({ text: t('app.unreachableTitle'), isUrgent: true });
      else if (outcome !== 'cancelled') toast({ text: t(`sent.cancelled.${outcome}`), isUrgent: true });
      else
        toast({ text: t(state === 'uncertain' ? 'sent.cancelled.uncertain' : 'sent.cancelled.cancelled') });
    },
  };
}

/** What has left the list needs no password any more. */
function dropKept(keptPasswords: Services['keptPasswords'], id: string): void {
  const { ids, drop } = keptPasswords.getState();
  if (ids.has(id)) void drop(id);
}

const UNDO_MS = 6000;

interface Forgetting {
  readonly hidden: ReadonlySet<string>;
  readonly hide: (id: string) => void;
  readonly bringBack: (id: string) => void;
  readonly carryOut: (id: string) => void;
}

/** Forgetting waits for as long as it can be undone, and is carried out at the latest when the window goes. */
function useForgetting(): Forgetting {
  const { shares, keptPasswords } = useServices();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const pending = useRef(new Set<string>());
  const show = (id: string): void => {
    setHidden((before) => new Set([...before].filter((each) => each !== id)));
  };
  useEffect(() => {
    const ids = pending.current;
    const carryOutAll = (): void => {
      for (const id of ids) void shares.getState().forget(id);
      ids.clear();
    };
    window.addEventListener('pagehide', carryOutAll);
    return () => {
      window.removeEventListener('pagehide', carryOutAll);
    };
  }, [shares]);
  return {
    hidden,
    hide: (id) => {
      pending.current.add(id);
      setHidden((before) => new Set([...before, id]));
    },
    bringBack: (id) => {
      pending.current.delete(id);
      show(id);
    },
    carryOut: (id) => {
      if (!pending.current.delete(id)) return;
      void shares
        .getState()
        .forget(id)
        .then((isForgotten) => {
          show(id);
          if (isForgotten) dropKept(keptPasswords, id);
        });
    },
  };
}
