import { type ReactNode, useState } from 'react';
import { useAccountName, useCurrentAccount } from '../../state/accounts.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import styles from './introduction.module.css';

interface ServiceStepProps {
  readonly addAccount: (isOpen: boolean, onClose: () => void) => ReactNode;
}

type Where = 'builtin' | 'elsewhere';

/** Which service carries new secrets, and what choosing one means. */
export function ServiceStep({ addAccount }: ServiceStepProps) {
  const { t } = useWords();
  const account = useCurrentAccount();
  const name = useAccountName();
  const { accounts, use: makeCurrent } = useAccounts((state) => state);
  const [where, setWhere] = useState<Where>(account?.isBuiltin === false ? 'elsewhere' : 'builtin');
  const [isAdding, setIsAdding] = useState(false);
  const choose = (chosen: Where): void => {
    setWhere(chosen);
    const isThere = accounts?.find(({ isBuiltin }) => isBuiltin === (chosen === 'builtin'));
    if (isThere !== undefined) void makeCurrent(isThere.id);
  };
  const options = (['builtin', 'elsewhere'] as const).map((value) => ({
    value,
    label: t(`introduction.service.${value}`),
    hint: t(`introduction.service.${value}Hint`),
    ...(value === 'elsewhere' && {
      detail: (
        <Button
          onClick={() => {
            setIsAdding(true);
          }}
        >
          {t('introduction.service.add')}
        </Button>
      ),
    }),
  }));
  return (
    <div className={styles['service']}>
      <RadioList
        label={t('introduction.service.label')}
        isRoomy
        options={options}
        value={where}
        onChange={choose}
      />
      <p className={styles['chosen']} role="status">
        {account !== null && t('introduction.service.chosen', { name: name(account) })}
      </p>
      {addAccount(isAdding, () => {
        setIsAdding(false);
      })}
    </div>
  );
}
