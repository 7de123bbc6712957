import { useState } from 'react';
import type { Account } from '../../../shared/bridge/models.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import styles from './accounts-view.module.css';

/** How the key is derived. Hardly anyone needs the other one, so it is explained before it is offered. */
export function HashChoice({ account }: { readonly account: Account }) {
  const { t } = useWords();
  const toast = useToast();
  const change = useAccounts((state) => state.change);
  const [isOpen, setIsOpen] = useState(false);
  const store = async (hash: Account['hash']): Promise<void> => {
    if ((await change({ id: account.id, hash })) === null)
      toast({ text: t('accounts.failed'), isUrgent: true });
  };
  return (
    <div className={styles['row']}>
      <p>{account.hash === 'SHA-1' ? t('accounts.hash.oldName') : t('accounts.hash.modern')}</p>
      {!account.isBuiltin && (
        <span className={styles['buttons']}>
          <Button
            look="quiet"
            onClick={() => {
              setIsOpen(true);
            }}
          >
            {t('accounts.hash.change')}
          </Button>
        </span>
      )}
      <Dialog
        isOpen={isOpen}
        title={t('accounts.hash.question')}
        lead={t('accounts.hash.text')}
        close={t('accounts.hash.close')}
        onClose={() => {
          setIsOpen(false);
        }}
      >
        <RadioList
          label={t('accounts.hash.question')}
          options={[
            { value: 'SHA-256', label: t('accounts.hash.modern'), hint: t('accounts.hash.modernHint') },
            { value: 'SHA-1', label: t('accounts.hash.old'), hint: t('accounts.hash.oldHint') },
          ]}
          value={account.hash}
          onChange={(hash) => void store(hash)}
        />
      </Dialog>
    </div>
  );
}
