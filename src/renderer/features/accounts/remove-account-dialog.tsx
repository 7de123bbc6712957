import { useState } from 'react';
import type { Account } from '../../../shared/bridge/models.ts';
import { useAccountName } from '../../state/accounts.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { useWaiting } from '../../state/use-waiting.ts';
import { AlertDialog } from '../../ui/dialog/alert-dialog.tsx';
import { useToast } from '../../ui/toast/toast.tsx';

interface RemoveAccountDialogProps {
  readonly account: Account;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What goes, what stays, and what can no longer be done with what stays. */
export function RemoveAccountDialog({ account, isOpen, onClose }: RemoveAccountDialogProps) {
  const { t } = useWords();
  const toast = useToast();
  const name = useAccountName()(account);
  const waiting = useWaiting(account.id, isOpen);
  const remove = useAccounts((state) => state.remove);
  const [isBusy, setIsBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setIsBusy(true);
    const outcome = await remove({ id: account.id });
    setIsBusy(false);
    onClose();
    if (outcome === 'removed') toast({ text: t('accounts.removing.done', { name }) });
    else
      toast({
        text: t(outcome === 'keychain' ? 'accounts.removing.keychain' : 'accounts.failed'),
        isUrgent: true,
      });
  };
  return (
    <AlertDialog
      isOpen={isOpen}
      isBusy={isBusy}
      title={t('accounts.removing.title', { name })}
      action={t('accounts.removing.action')}
      cancel={t('accounts.removing.cancel')}
      onAction={() => void confirm()}
      onClose={onClose}
    >
      {account.auth === 'token' && <p>{t('accounts.removing.text')}</p>}
      <p>{t('accounts.removing.history')}</p>
      {waiting > 0 && <p>{t('accounts.removing.waiting', { count: waiting })}</p>}
    </AlertDialog>
  );
}
