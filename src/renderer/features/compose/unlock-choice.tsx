import { Eye, EyeOff, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import {
  CHARACTER_COUNT,
  hasKeyboardVariants,
  SEPARATORS,
  WORD_COUNT,
} from '../../../core/password/index.ts';
import { useWords } from '../../state/services.tsx';
import { IconButton } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { TextField } from '../../ui/field/field.tsx';
import { InlineChoice } from '../../ui/popover/inline-choice.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import { SecretText } from '../../ui/secret-text/secret-text.tsx';
import { Select } from '../../ui/select/select.tsx';
import { Stepper } from '../../ui/stepper/stepper.tsx';
import { divisionOf } from './division.ts';
import type { UnlockChoice as Choice } from './draft.ts';
import { OwnStrength } from './own-strength.tsx';
import styles from './unlock-choice.module.css';
import type { UnlockPassword } from './use-unlock-password.ts';

interface UnlockChoiceProps {
  readonly choice: Choice;
  readonly own: string;
  readonly unlock: UnlockPassword;
  readonly onChange: (choice: Choice) => void;
  readonly onOwnChange: (own: string) => void;
  readonly isDisabled: boolean;
}

export function UnlockChoice(props: UnlockChoiceProps) {
  const { t } = useWords();
  const { choice, own, onChange, isDisabled } = props;
  const value = {
    words: t('compose.unlock.wordsValue', { count: choice.wordCount }),
    characters: t('compose.unlock.charactersValue', { count: choice.length }),
    own: t(own === '' ? 'compose.unlock.ownMissing' : 'compose.unlock.ownValue'),
  }[choice.kind];
  return (
    <InlineChoice value={value} title={t('compose.unlock.title')} isDisabled={isDisabled}>
      {(close) => (
        <>
          <RadioList
            isInline
            label={t('compose.unlock.kind')}
            options={[
              { value: 'words', label: t('compose.unlock.words') },
              { value: 'characters', label: t('compose.unlock.characters') },
              { value: 'own', label: t('compose.unlock.own') },
            ]}
            value={choice.kind}
            onChange={(kind) => {
              onChange({ ...choice, kind });
            }}
          />
          {choice.kind === 'own' ? (
            <OwnPassword own={own} onChange={props.onOwnChange} onDone={close} />
          ) : (
            <>
              <Generated choice={choice} unlock={props.unlock} />
              {choice.kind === 'words' ? (
                <WordOptions choice={choice} onChange={onChange} />
              ) : (
                <CharacterOptions choice={choice} onChange={onChange} />
              )}
            </>
          )}
        </>
      )}
    </InlineChoice>
  );
}

function Generated({ choice, unlock }: { readonly choice: Choice; readonly unlock: UnlockPassword }) {
  const { t } = useWords();
  const { password, entropyBits, renew } = unlock;
  const bits = entropyBits ?? 0;
  const guess = bits >= 70 ? 'excellent' : bits >= 50 ? 'strong' : 'fair';
  return (
    <div>
      <div className={styles['generated']} role="group" aria-label={t('compose.unlock.generated')}>
        <div className={styles['password']} aria-live="polite">
          {password === null ? (
            t('compose.unlock.making')
          ) : (
            <SecretText text={password} division={divisionOf(choice)} />
          )}
        </div>
        <IconButton
          label={t('compose.unlock.renew')}
          icon={<RefreshCw size={16} strokeWidth={1.75} aria-hidden />}
          onClick={renew}
        />
      </div>
      <p className={styles['entropy']}>
        {entropyBits !== null &&
          t('compose.unlock.entropy', {
            bits: Math.floor(bits),
            guess: t(`compose.unlock.guess.${guess}`),
          })}
      </p>
    </div>
  );
}

interface OptionsProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function WordOptions({ choice, onChange }: OptionsProps) {
  const { t } = useWords();
  return (
    <div className={styles['options']}>
      <Stepper
        label={t('compose.unlock.wordCount')}
        fewer={t('compose.unlock.fewer')}
        more={t('compose.unlock.more')}
        {...bounds(WORD_COUNT)}
        value={choice.wordCount}
        onChange={(wordCount) => {
          onChange({ ...choice, wordCount });
        }}
      />
      <Select
        label={t('compose.unlock.separator')}
        options={SEPARATORS.map((value) => ({ value, label: t(`compose.unlock.separators.${value}`) }))}
        value={choice.separator}
        onChange={(separator) => {
          onChange({ ...choice, separator });
        }}
      />
      <Select
        label={t('compose.unlock.list')}
        options={(['en', 'es'] as const).map((value) => ({
          value,
          label: t(`compose.unlock.lists.${value}`),
        }))}
        value={choice.list}
        onChange={(list) => {
          onChange({ ...choice, list });
        }}
      />
    </div>
  );
}

function CharacterOptions({ choice, onChange }: OptionsProps) {
  const { t } = useWords();
  return (
    <div className={styles['options']}>
      <Stepper
        label={t('compose.unlock.length')}
        fewer={t('compose.unlock.fewer')}
        more={t('compose.unlock.more')}
        {...bounds(CHARACTER_COUNT)}
        value={choice.length}
        onChange={(length) => {
          onChange({ ...choice, length });
        }}
      />
      <Checkbox
        label={t('compose.unlock.lookAlikes')}
        isChecked={choice.lookAlikes}
        onChange={(lookAlikes) => {
          onChange({ ...choice, lookAlikes });
        }}
      />
    </div>
  );
}

const bounds = ({ min, max }: { readonly min: number; readonly max: number }) => ({ min, max });

interface OwnPasswordProps {
  readonly own: string;
  readonly onChange: (own: string) => void;
  readonly onDone: () => void;
}

function OwnPassword({ own, onChange, onDone }: OwnPasswordProps) {
  const { t } = useWords();
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className={styles['own']}>
      <TextField
        type={isShown ? 'text' : 'password'}
        label={t('compose.unlock.ownLabel')}
        isLabelHidden
        hint={t('compose.unlock.ownHint')}
        isMono
        autoComplete="off"
        spellCheck={false}
        value={own}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onDone();
        }}
        trailing={
          <IconButton
            label={t(isShown ? 'compose.unlock.hide' : 'compose.unlock.show')}
            icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => {
              setIsShown(!isShown);
            }}
          />
        }
      />
      {own !== '' && <OwnStrength password={own} />}
      {hasKeyboardVariants(own) && <p className={styles['mixed']}>{t('compose.unlock.mixed')}</p>}
    </div>
  );
}
