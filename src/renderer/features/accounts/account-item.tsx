import { ChevronDown, Globe, Laptop } from 'lucide-react';
import { useId } from 'react';
import type { Account } from '../../../shared/bridge/models.ts';
import { isBudgetLow, useAccountName } from '../../state/accounts.ts';
import { useWords } from '../../state/services.tsx';
import { AccountDetails } from './account-details.tsx';
import { useSummary } from './account-words.ts';
import styles from './accounts-view.module.css';

interface AccountItemProps {
  readonly account: Account;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** One account as a line, and below it all there is to know and to change. */
export function AccountItem({ account, isOpen, onToggle }: AccountItemProps) {
  const { t } = useWords();
  const id = useId();
  const name = useAccountName();
  const summary = useSummary();
  const Icon = account.isBuiltin ? Laptop : Globe;
  const { limit, remaining } = account.budget;
  return (
    <li className={styles['account']} aria-label={name(account)}>
      <h2>
        <button
          type="button"
          className={styles['head']}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            onToggle(!isOpen);
          }}
        >
          <Icon size={18} strokeWidth={1.75} aria-hidden className={styles['icon']} />
          <span className={styles['names']}>
            <span className={styles['name']}>{name(account)}</span>
            <span className={styles['summary']}>
              {summary(account)}
              {isBudgetLow(account) && ` · ${t('accounts.budget.leftShort', { n: remaining, m: limit })}`}
            </span>
          </span>
          {account.isCurrent && <span className={styles['current']}>{t('accounts.current')}</span>}
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden className={styles['chevron']} />
        </button>
      </h2>
      <div id={id} hidden={!isOpen}>
        {isOpen && <AccountDetails account={account} />}
      </div>
    </li>
  );
}
