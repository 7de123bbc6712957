import { useWords } from '../../state/services.tsx';
import { AccessChoice } from './access-choice.tsx';
import styles from './compose-view.module.css';
import { AccountChoice } from './account-choice.tsx';
import { ExpiryChoice } from './expiry-choice.tsx';
import { NamingChoice } from './naming-choice.tsx';
import { CHOICE_PLACE, Sentence } from './sentence.tsx';
import { UnlockChoice } from './unlock-choice.tsx';
import type { Draft } from './use-draft.ts';

/** All that can be chosen, as one line of words that are changed where they stand. */
export function Choices({ draft, isDisabled }: { readonly draft: Draft; readonly isDisabled: boolean }) {
  const { t } = useWords();
  const { expiry, access, choice, own, unlock, name } = draft;
  return (
    <div className={styles['choices']}>
      <div className={styles['line']}>
        <Sentence words={t('compose.expires', { value: CHOICE_PLACE })}>
          <ExpiryChoice choice={expiry} onChange={draft.setExpiry} isDisabled={isDisabled} />
        </Sentence>
        <Sentence words={t('compose.opens', { value: CHOICE_PLACE })}>
          <AccessChoice choice={access} onChange={draft.setAccess} isDisabled={isDisabled} />
        </Sentence>
        <Sentence words={t('compose.password', { value: CHOICE_PLACE })}>
          <UnlockChoice
            {...{ choice, own, unlock, isDisabled }}
            onChange={draft.setChoice}
            onOwnChange={draft.setOwn}
          />
        </Sentence>
        <Sentence words={t('compose.name', { value: CHOICE_PLACE })}>
          <NamingChoice name={name} onChange={draft.setName} isDisabled={isDisabled} />
        </Sentence>
        <AccountChoice isDisabled={isDisabled} />
      </div>
    </div>
  );
}
