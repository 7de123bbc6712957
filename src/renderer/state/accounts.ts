import { MAX_ENVELOPE_CHARS } from '../../shared/bridge/bounds.ts';
import type { Account, ServiceState, Share } from '../../shared/bridge/models.ts';
import { type Services, useAccounts, useMirror, useWords } from './services.tsx';

/** The account new secrets go to; null until the accounts are known. */
export const useCurrentAccount = (): Account | null => useAccounts(({ accounts }) => currentOf(accounts));

const currentOf = (accounts: readonly Account[] | null): Account | null =>
  accounts?.find((account) => account.isCurrent) ?? accounts?.[0] ?? null;

/** What a person calls an account: the built-in one has its name in their language. */
export function useAccountName(): (account: Account) => string {
  const { t } = useWords();
  return (account) => (account.isBuiltin ? t('service.builtIn') : account.name);
}

/** Its address as it is read: what everybody has in front of it says nothing. */
export const hostOf = ({ origin }: Pick<Account, 'origin'>): string => origin.replace(/^https?:\/\//, '');

/** Whether it is worth saying how much the service still takes. */
export const isBudgetLow = ({ budget: { limit, remaining } }: Account): boolean => remaining <= limit / 5;

/** The service of a sent secret, which may be of an account that has gone. */
export function useServiceName(): (share: Share) => string {
  const name = useAccountName();
  const accounts = useAccounts((state) => state.accounts);
  return (share) => {
    const account = accounts?.find(({ id }) => id === share.accountId);
    return account === undefined ? share.serviceName : name(account);
  };
}

/** Whether the service of a sent secret announces that it deletes; null while that is not known. */
export function announcesDeleting(accounts: readonly Account[] | null, share: Share): boolean | null {
  const abilities = accounts?.find(({ id }) => id === share.accountId)?.abilities;
  if (abilities === undefined || abilities.known === 'not-asked') return null;
  return abilities.known === 'announced' && abilities.deletes;
}

/** Where a secret goes, or why it cannot go yet. */
export type Target =
  /** `maxLength`: the longest envelope it takes, in characters, as far as is known. */
  | { readonly status: 'ready'; readonly account: Account; readonly maxLength: number }
  | { readonly status: 'starting' | 'failed' };

/** Whether the current account's service can be sent to. Of one elsewhere, only sending will tell. */
export function targetOf(account: Account | null, service: ServiceState): Target {
  if (account === null) return { status: 'starting' };
  if (!account.isBuiltin) {
    const { abilities } = account;
    const announced = abilities.known === 'announced' ? abilities.maxContentBytes : MAX_ENVELOPE_CHARS;
    return { status: 'ready', account, maxLength: Math.min(announced, MAX_ENVELOPE_CHARS) };
  }
  return service.status === 'running'
    ? { status: 'ready', account, maxLength: Math.min(service.maxContentBytes, MAX_ENVELOPE_CHARS) }
    : { status: service.status };
}

export function useTarget(): Target {
  const account = useCurrentAccount();
  const service = useMirror((state) => state.service);
  return targetOf(account, service);
}

/** The target once the program has started, however long that takes. */
export function settledTarget({ accounts, mirror }: Services): Promise<Target> {
  const read = (): Target => targetOf(currentOf(accounts.getState().accounts), mirror.getState().service);
  return new Promise((resolve) => {
    const check = (): void => {
      const target = read();
      if (target.status === 'starting') return;
      for (const stop of subscriptions) stop();
      resolve(target);
    };
    const subscriptions = [accounts.subscribe(check), mirror.subscribe(check)];
    check();
  });
}
