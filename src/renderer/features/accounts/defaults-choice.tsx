import type { Account, AccountDefaults } from '../../../shared/bridge/models.ts';
import { accessCounts, lifetimes, withChosen } from '../../state/offered-policies.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { Select } from '../../ui/select/select.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import styles from './accounts-view.module.css';

/** What new secrets get unless the person says otherwise. */
export function DefaultsChoice({ account }: { readonly account: Account }) {
  const { t, format } = useWords();
  const toast = useToast();
  const change = useAccounts((state) => state.change);
  const { lifetimeSeconds, maxAccess } = account.defaults;
  const store = async (part: Partial<AccountDefaults>): Promise<void> => {
    const changed = await change({ id: account.id, defaults: { ...account.defaults, ...part } });
    if (changed === null) toast({ text: t('accounts.failed'), isUrgent: true });
  };
  const times = (count: number | null): string => {
    if (count === null) return t('accounts.defaults.unlimited');
    return count === 1 ? t('accounts.defaults.once') : t('accounts.defaults.times', { count });
  };
  return (
    <div className={styles['defaults']}>
      <Select
        label={t('accounts.defaults.expires')}
        options={withChosen(lifetimes, lifetimeSeconds).map((seconds) => ({
          value: textOf(seconds),
          label: seconds === null ? t('accounts.defaults.never') : format.ahead(seconds * 1000),
        }))}
        value={textOf(lifetimeSeconds)}
        onChange={(picked) => void store({ lifetimeSeconds: numberOf(picked) })}
      />
      <Select
        label={t('accounts.defaults.opens')}
        options={withChosen(accessCounts, maxAccess).map((count) => ({
          value: textOf(count),
          label: times(count),
        }))}
        value={textOf(maxAccess)}
        onChange={(picked) => void store({ maxAccess: numberOf(picked) })}
      />
    </div>
  );
}

/** A list's values are texts; without end is the empty one. */
const textOf = (value: number | null): string => (value === null ? '' : String(value));
const numberOf = (text: string): number | null => (text === '' ? null : Number(text));
