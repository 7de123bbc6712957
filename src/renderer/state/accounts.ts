import type { Account, Share } from '../../shared/bridge/models.ts';
import { MAX_ENVELOPE_CHARS } from '../../shared/bridge/models.ts';
import { useAccounts, useMirror, useWords } from './services.tsx';

/** The account new secrets go to; null until the accounts are known. */
export const useCurrentAccount = (): Account | null =>
  useAccounts(({ accounts }) => accounts?.find((account) => account.isCurrent) ?? accounts?.[0] ?? null);

/** What a person calls an account: the built-in one has its name in their language. */
export function useAccountName(): (account: Account) => string {
  const { t } = useWords();
  return (account) => (account.isBuiltin ? t('service.builtIn') : account.name);
}

/** The service of a sent secret, which may be of an account that has gone. */
export function useServiceName(): (share: Share) => string {
  const name = useAccountName();
  const accounts = useAccounts((state) => state.accounts);
  return (share) => {
    const account = accounts?.find(({ id }) => id === share.accountId);
    return account === undefined ? share.serviceName : name(account);
  };
}

export type Readiness =
  /** `maxLength`: the longest envelope it takes, in characters, as far as is known. */
  { readonly status: 'ready'; readonly maxLength: number } | { readonly status: 'starting' | 'failed' };

/** Whether the current account's service can be sent to. Of one elsewhere, only sending will tell. */
export function useReadiness(): Readiness {
  const account = useCurrentAccount();
  const service = useMirror((state) => state.service);
  if (account === null) return { status: 'starting' };
  if (!account.isBuiltin) {
    const { abilities } = account;
    const announced = abilities.known === 'announced' ? abilities.maxContentBytes : MAX_ENVELOPE_CHARS;
    return { status: 'ready', maxLength: Math.min(announced, MAX_ENVELOPE_CHARS) };
  }
  return service.status === 'running'
    ? { status: 'ready', maxLength: Math.min(service.maxContentBytes, MAX_ENVELOPE_CHARS) }
    : { status: service.status };
}
