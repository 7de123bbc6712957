import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useAccounts, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { AccountItem } from './account-item.tsx';
import styles from './accounts-view.module.css';
import { AddAccountDialog } from './add-account-dialog.tsx';

/** While it is looked at, budgets grow: asked for again every so often, in milliseconds. */
const NEWS_STEP_MS = 30_000;

/** Every service there is, and as whom it is used. */
export function AccountsView() {
  const { t } = useWords();
  const accounts = useAccounts((state) => state.accounts);
  const load = useAccounts((state) => state.load);
  const [isAdding, setIsAdding] = useState(false);
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({});
  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), NEWS_STEP_MS);
    return () => {
      clearInterval(timer);
    };
  }, [load]);
  const toggle = (id: string, isOpen: boolean): void => {
    setToggled((before) => ({ ...before, [id]: isOpen }));
  };
  return (
    <Page
      title={t('accounts.title')}
      lead={t('accounts.lead')}
      actions={
        <Button
          look="primary"
          icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            setIsAdding(true);
          }}
        >
          {t('accounts.add')}
        </Button>
      }
    >
      {accounts === null ? (
        <Skeleton label={t('accounts.loading')} lines={4} />
      ) : (
        <ul className={styles['accounts']}>
          {accounts.map((account) => (
            <AccountItem
              key={account.id}
              account={account}
              isOpen={toggled[account.id] ?? account.isCurrent}
              onToggle={(isOpen) => {
                toggle(account.id, isOpen);
              }}
            />
          ))}
        </ul>
      )}
      <AddAccountDialog
        isOpen={isAdding}
        onAdded={(id) => {
          toggle(id, true);
        }}
        onClose={() => {
          setIsAdding(false);
        }}
      />
    </Page>
  );
}
