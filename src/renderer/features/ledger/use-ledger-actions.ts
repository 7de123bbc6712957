import type { ServiceFailure } from '../../../core/api/failure.ts';
import type { Share } from '../../../shared/bridge/models.ts';
import { announcesDeleting } from '../../state/accounts.ts';
import { failureWords } from '../../state/failure-words.ts';
import { useServices, useShares, useWords } from '../../state/services.tsx';
import { useToast } from '../../ui/toast/toast.tsx';

export interface LedgerActions {
  readonly copy: (share: Share) => Promise<void>;
  readonly remove: (share: Share) => Promise<void>;
  /** @param expiresAt another expiry to send it with */
  readonly retry: (share: Share, expiresAt?: string | null) => Promise<void>;
  readonly cancel: (share: Share) => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** To the first view, with the settings of this one. */
  readonly writeAgain: (share: Share) => void;
}

/** What can be done with one line, each with its word at the end. */
export function useLedgerActions(): LedgerActions {
  const { accounts, copier } = useServices();
  const { t, format } = useWords();
  const toast = useToast();
  const remove = useShares((state) => state.remove);
  const refresh = useShares((state) => state.refresh);
  const happened = useShares((state) => state.happened);
  return {
    copy: async ({ id, link }) => {
      const isCopied = link !== null && (await copier.copy(link));
      if (isCopied) happened(id, 'link-copied');
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
    ...useOutboxActions(),
    refresh: async () => {
      const asked = await refresh();
      const missed = asked === null ? { why: 'no-answer' as const } : asked.missed;
      if (missed === null) toast({ text: t('sent.refreshed') });
      else if (missed.why === 'no-answer') toast({ text: t('sent.refreshFailed') });
      else toast({ text: t('sent.refreshHeld', { time: format.time(missed.until) }) });
    },
    writeAgain: useWriteAgain(),
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
      // What has left the list needs no password any more.
      if (outcome === 'cancelled') dropKept(keptPasswords.getState(), [id]);
      if (outcome === null) toast({ text: t('app.unreachableTitle'), isUrgent: true });
      else if (outcome !== 'cancelled') toast({ text: t(`sent.cancelled.${outcome}`), isUrgent: true });
      else
        toast({ text: t(state === 'uncertain' ? 'sent.cancelled.uncertain' : 'sent.cancelled.cancelled') });
    },
  };
}

interface Kept {
  readonly ids: ReadonlySet<string>;
  readonly drop: (id: string) => Promise<boolean>;
}

export function dropKept({ ids, drop }: Kept, gone: readonly string[]): void {
  for (const id of gone) if (ids.has(id)) void drop(id);
}

function useWriteAgain(): LedgerActions['writeAgain'] {
  const { accounts, again, navigation } = useServices();
  return ({ id, accountId, name, createdAt, expiresAt, maxAccess }) => {
    const lifetime = expiresAt === null ? null : Date.parse(expiresAt) - Date.parse(createdAt);
    again.getState().write({
      extends: id,
      ...{ accountId, name, maxAccess },
      // The moment it was to expire was reckoned a little before it was listed.
      lifetimeSeconds: lifetime === null ? null : Math.max(60, Math.round(lifetime / 60_000) * 60),
    });
    const isThere = accounts.getState().accounts?.some((account) => account.id === accountId) === true;
    if (isThere) void accounts.getState().use(accountId);
    navigation.getState().go('compose');
  };
}
