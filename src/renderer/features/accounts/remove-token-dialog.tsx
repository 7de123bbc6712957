import { useState } from 'react';
import type { Account } from '../../../shared/bridge/models.ts';
import { useAccountName } from '../../state/accounts.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { AlertDialog } from '../../ui/dialog/alert-dialog.tsx';
import { useToast } from '../../ui/toast/toast.tsx';

interface RemoveTokenDialogProps {
  readonly account: Account;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RemoveTokenDialog({ account, isOpen, onClose }: RemoveTokenDialogProps) {
  const { t } = useWords();
  const toast = useToast();
  const name = useAccountName();
  const setToken = useAccounts((state) => state.setToken);
  const [isBusy, setIsBusy] = useState(false);
  const remove = async (): Promise<void> => {
    setIsBusy(true);
    const outcome = await setToken({ id: account.id, token: null });
    setIsBusy(false);
    onClose();
    if (outcome === 'stored') toast({ text: t('accounts.removeToken.done') });
    else
      toast({
        text: t(outcome === 'keychain' ? 'accounts.tokenForm.keychain' : 'accounts.failed'),
        isUrgent: true,
      });
  };
  return (
    <AlertDialog
      isOpen={isOpen}
      isBusy={isBusy}
      title={t('accounts.removeToken.title', { name: name(account) })}
      action={t('accounts.removeToken.action')}
      cancel={t('accounts.removeToken.cancel')}
      onAction={() => void remove()}
      onClose={onClose}
    >
      <p>{t('accounts.removeToken.text')}</p>
    </AlertDialog>
  );
}
