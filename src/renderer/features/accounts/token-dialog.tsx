import { type SubmitEvent, useId, useState } from 'react';
import type { Account } from '../../../shared/bridge/models.ts';
import { useAccountName } from '../../state/accounts.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import styles from './accounts-view.module.css';
import { TokenField } from './token-field.tsx';
import { useTokenInput } from './use-token-input.ts';

interface TokenDialogProps {
  readonly account: Account;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds a token or replaces it. The old one is not shown: nothing here could. */
export function TokenDialog({ account, isOpen, onClose }: TokenDialogProps) {
  const { t } = useWords();
  const toast = useToast();
  const form = useId();
  const name = useAccountName();
  const setToken = useAccounts((state) => state.setToken);
  const input = useTokenInput();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = (): void => {
    input.wipe();
    setProblem(null);
    onClose();
  };
  const store = async (): Promise<void> => {
    const token = input.take();
    if (token === null) return;
    setIsBusy(true);
    const outcome = await setToken({ id: account.id, token });
    setIsBusy(false);
    if (outcome !== 'stored') {
      setProblem(t(outcome === 'keychain' ? 'accounts.tokenForm.keychain' : 'accounts.failed'));
      return;
    }
    close();
    toast({ text: t('accounts.tokenForm.stored') });
  };
  const isReplacing = account.auth === 'token' && account.token !== 'missing';
  return (
    <Dialog
      isOpen={isOpen}
      title={t(isReplacing ? 'accounts.tokenForm.replaceTitle' : 'accounts.tokenForm.addTitle', {
        name: name(account),
      })}
      close={t('accounts.form.cancel')}
      onClose={close}
      actions={
        <Button look="primary" type="submit" form={form} isBusy={isBusy}>
          {t('accounts.tokenForm.submit')}
        </Button>
      }
    >
      <form
        id={form}
        className={styles['form']}
        noValidate
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          if (!isBusy) void store();
        }}
      >
        <TokenField input={input} />
        {problem !== null && <Notice tone="bad" role="alert" title={problem} />}
      </form>
    </Dialog>
  );
}
