import { useState } from 'react';
import type { ServiceFailure } from '../../../core/api/failure.ts';
import type { Account } from '../../../shared/bridge/models.ts';
import { useAccountName } from '../../state/accounts.ts';
import { failureWords } from '../../state/failure-words.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { useAbilityWords } from './account-words.ts';
import styles from './accounts-view.module.css';

/** What the service can do, said where it matters; and a way to ask it again. */
export function Abilities({ account }: { readonly account: Account }) {
  const { t, format } = useWords();
  const toast = useToast();
  const name = useAccountName();
  const abilityWords = useAbilityWords();
  const check = useAccounts((state) => state.check);
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<ServiceFailure | null>(null);
  const ask = async (): Promise<void> => {
    setIsAsking(true);
    setFailure(null);
    const output = await check({ id: account.id });
    setIsAsking(false);
    if (output === null) toast({ text: t('app.unreachableTitle'), isUrgent: true });
    else if (output.outcome === 'failed') setFailure(output.reason);
    else if (output.outcome === 'answered')
      toast({ text: t('accounts.abilities.checked', { name: name(account) }) });
  };
  return (
    <>
      <div className={styles['row']}>
        <ul className={styles['abilities']}>
          {abilityWords(account).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <span className={styles['buttons']}>
          <Button isBusy={isAsking} onClick={() => void ask()}>
            {t(isAsking ? 'accounts.abilities.checking' : 'accounts.abilities.check')}
          </Button>
        </span>
      </div>
      {failure !== null && (
        <p className={styles['warning']} role="alert">
          {t('accounts.abilities.checkFailed', { ...failureWords(failure, t, format) })}
        </p>
      )}
    </>
  );
}
