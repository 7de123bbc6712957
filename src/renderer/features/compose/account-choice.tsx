import { useAccountName, useCurrentAccount } from '../../state/accounts.ts';
import { useAccounts, useWords } from '../../state/services.tsx';
import { InlineChoice } from '../../ui/popover/inline-choice.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import { CHOICE_PLACE, Sentence } from './sentence.tsx';

/** To which service it goes. Nothing to choose while there is only one. */
export function AccountChoice({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useWords();
  const accounts = useAccounts((state) => state.accounts) ?? [];
  const use = useAccounts((state) => state.use);
  const current = useCurrentAccount();
  const name = useAccountName();
  if (accounts.length < 2 || current === null) return null;
  return (
    <Sentence words={t('compose.to', { value: CHOICE_PLACE })}>
      <InlineChoice value={name(current)} title={t('compose.account.title')} isDisabled={isDisabled}>
        {(close) => (
          <RadioList
            label={t('compose.account.title')}
            options={accounts.map((account) => ({
              value: account.id,
              label: name(account),
              hint: account.isBuiltin ? t('service.running') : hostOf(account.origin),
            }))}
            value={current.id}
            onChange={(id) => void use(id)}
            onPick={close}
          />
        )}
      </InlineChoice>
    </Sentence>
  );
}

const hostOf = (origin: string): string => origin.replace(/^https?:\/\//, '');
