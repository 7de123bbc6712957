import { type ReactNode, useState } from 'react';
import type { Account } from '../../../shared/bridge/models.ts';
import { useAccountName } from '../../state/accounts.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button/button.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { Abilities } from './abilities.tsx';
import styles from './accounts-view.module.css';
import { useBudgetWords, useTokenWords } from './account-words.ts';
import { DefaultsChoice } from './defaults-choice.tsx';
import { HashChoice } from './hash-choice.tsx';
import { RemoveAccountDialog } from './remove-account-dialog.tsx';
import { RemoveTokenDialog } from './remove-token-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { TokenDialog } from './token-dialog.tsx';

/** All there is to know and to change of one account. */
export function AccountDetails({ account }: { readonly account: Account }) {
  const { t } = useWords();
  return (
    <div className={styles['details']}>
      <dl className={styles['facts']}>
        <Fact name={t('accounts.service')}>
          <p className={styles['origin']} translate="no">
            {account.origin}
          </p>
          {account.isInsecure && <p className={styles['warning']}>{t('accounts.insecure')}</p>}
        </Fact>
        <TokenFact account={account} />
        <Fact name={t('accounts.defaults.title')}>
          <DefaultsChoice account={account} />
        </Fact>
        <Fact name={t('accounts.hash.title')}>
          <HashChoice account={account} />
        </Fact>
        <Fact name={t('accounts.abilities.title')}>
          <Abilities account={account} />
        </Fact>
        <BudgetFact account={account} />
      </dl>
      <AccountActions account={account} />
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TokenFact({ account }: { readonly account: Account }) {
  const { t } = useWords();
  const tokenWords = useTokenWords();
  const [dialog, setDialog] = useState<'token' | 'remove' | null>(null);
  const { isBuiltin, auth, token } = account;
  const close = (): void => {
    setDialog(null);
  };
  return (
    <Fact name={t('accounts.token.title')}>
      <div className={styles['row']}>
        <p>{tokenWords(account)}</p>
        {!isBuiltin && (
          <span className={styles['buttons']}>
            <Button
              onClick={() => {
                setDialog('token');
              }}
            >
              {t(auth === 'token' && token !== 'missing' ? 'accounts.token.replace' : 'accounts.token.add')}
            </Button>
            {auth === 'token' && (
              <Button
                look="quiet"
                onClick={() => {
                  setDialog('remove');
                }}
              >
                {t('accounts.token.remove')}
              </Button>
            )}
          </span>
        )}
      </div>
      {(token === 'this-run' || token === 'missing' || token === 'unavailable') && (
        <p className={styles['note']}>{t(`accounts.token.explain.${token}`)}</p>
      )}
      {auth === 'anonymous' && <p className={styles['note']}>{t('accounts.form.anonymousText')}</p>}
      <TokenDialog account={account} isOpen={dialog === 'token'} onClose={close} />
      <RemoveTokenDialog account={account} isOpen={dialog === 'remove'} onClose={close} />
    </Fact>
  );
}

const NEWS_STEP_MS = 10_000;

function BudgetFact({ account }: { readonly account: Account }) {
  const { t } = useWords();
  const budgetWords = useBudgetWords();
  const now = useNow(NEWS_STEP_MS);
  return (
    <Fact name={t('accounts.budget.title')}>
      <p>{budgetWords(account, now)}</p>
      <p className={styles['note']}>{t('accounts.budget.hint')}</p>
    </Fact>
  );
}

function AccountActions({ account }: { readonly account: Account }) {
  const { t } = useWords();
  const toast = useToast();
  const name = useAccountName();
  const makeCurrent = useAccounts((state) => state.use);
  const [dialog, setDialog] = useState<'rename' | 'remove' | null>(null);
  const close = (): void => {
    setDialog(null);
  };
  const choose = async (): Promise<void> => {
    const isUsed = await makeCurrent(account.id);
    if (isUsed) toast({ text: t('accounts.used', { name: name(account) }) });
    else toast({ text: t('accounts.failed'), isUrgent: true });
  };
  if (account.isBuiltin && account.isCurrent) return null;
  return (
    <div className={styles['actions']}>
      {!account.isCurrent && <Button onClick={() => void choose()}>{t('accounts.use')}</Button>}
      {!account.isBuiltin && (
        <>
          <Button
            look="quiet"
            onClick={() => {
              setDialog('rename');
            }}
          >
            {t('accounts.rename')}
          </Button>
          <Button
            look="danger"
            onClick={() => {
              setDialog('remove');
            }}
          >
            {t('accounts.remove')}
          </Button>
        </>
      )}
      <RenameDialog account={account} isOpen={dialog === 'rename'} onClose={close} />
      <RemoveAccountDialog account={account} isOpen={dialog === 'remove'} onClose={close} />
    </div>
  );
}
