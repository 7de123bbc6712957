import { hostOf } from '../../state/accounts.ts';
import { useWords } from '../../state/services.tsx';
import type { Account } from '../../../shared/bridge/models.ts';

/** Where its token is, in a few words. */
export function useTokenWords(): (account: Account) => string {
  const { t } = useWords();
  return ({ isBuiltin, auth, token }) => {
    if (isBuiltin) return t('accounts.token.builtin');
    return auth === 'anonymous' ? t('accounts.token.anonymous') : t(`accounts.token.place.${token}`);
  };
}

/** The line under its name: where it is and as whom. */
export function useSummary(): (account: Account) => string {
  const { t } = useWords();
  return (account) => {
    if (account.isBuiltin) return t('service.running');
    const place = account.token === 'none' ? 'anonymous' : account.token;
    return `${hostOf(account)} · ${t(`accounts.token.short.${place}`)}`;
  };
}

/** What the service still takes. @param now milliseconds since the epoch */
export function useBudgetWords(): (account: Account, now: number) => string {
  const { t, format } = useWords();
  return ({ budget: { limit, remaining, freeAt } }, now) => {
    if (freeAt === null || Date.parse(freeAt) <= now) {
      // Once the moment has come there is one, also before the main process was asked again.
      return t('accounts.budget.left', { n: freeAt === null ? remaining : Math.max(1, remaining), m: limit });
    }
    return t('accounts.budget.none', { when: format.relative(freeAt, now), time: format.time(freeAt) });
  };
}

/** One sentence for each thing a person may count on, or not. */
export function useAbilityWords(): (account: Account) => readonly string[] {
  const { t, format } = useWords();
  return ({ abilities }) => {
    switch (abilities.known) {
      case 'not-asked':
        return [t('accounts.abilities.notAsked')];
      case 'documented-only':
        return [
          t('accounts.abilities.documentedOnly'),
          t('accounts.abilities.noReports'),
          t('accounts.abilities.noDeletes'),
          t('accounts.abilities.noOpens'),
          t('accounts.abilities.noRepeats'),
        ];
      case 'announced':
        return [
          t(abilities.reports ? 'accounts.abilities.reports' : 'accounts.abilities.noReports'),
          t(abilities.deletes ? 'accounts.abilities.deletes' : 'accounts.abilities.noDeletes'),
          t(abilities.opens ? 'accounts.abilities.opens' : 'accounts.abilities.noOpens'),
          t(abilities.repeatsSafely ? 'accounts.abilities.repeats' : 'accounts.abilities.noRepeats'),
          t('accounts.abilities.size', { size: format.size(abilities.maxContentBytes) }),
        ];
    }
  };
}
