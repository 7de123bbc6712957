import { MAX_NAME_LENGTH } from '../../../core/secret/policy.ts';
import { useWords } from '../../state/services.tsx';
import { TextField } from '../../ui/field/field.tsx';
import { InlineChoice } from '../../ui/popover/inline-choice.tsx';

interface NamingChoiceProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
  readonly isDisabled: boolean;
}

const SHOWN_LENGTH = 24;

export function NamingChoice({ name, onChange, isDisabled }: NamingChoiceProps) {
  const { t } = useWords();
  const trimmed = name.trim();
  const shown = trimmed.length > SHOWN_LENGTH ? `${trimmed.slice(0, SHOWN_LENGTH - 1).trimEnd()}…` : trimmed;
  return (
    <InlineChoice
      value={shown === '' ? t('compose.naming.none') : shown}
      title={t('compose.naming.title')}
      isDisabled={isDisabled}
    >
      {(close) => (
        <TextField
          label={t('compose.naming.label')}
          isLabelHidden
          hint={t('compose.naming.hint')}
          value={name}
          maxLength={MAX_NAME_LENGTH}
          autoComplete="off"
          onChange={(event) => {
            onChange(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) close();
          }}
        />
      )}
    </InlineChoice>
  );
}
