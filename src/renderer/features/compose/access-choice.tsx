import { MAX_ACCESS_LIMIT } from '../../../core/secret/policy.ts';
import { accessCounts, withChosen } from '../../state/offered-policies.ts';
import { useWords } from '../../state/services.tsx';
import { TextField } from '../../ui/field/field.tsx';
import { InlineChoice } from '../../ui/popover/inline-choice.tsx';
import { RadioList, type RadioOption } from '../../ui/radio-list/radio-list.tsx';
import { type AccessChoice as Choice, resolveAccess } from './draft.ts';

interface AccessChoiceProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly isDisabled: boolean;
}

const keyOf = (count: number | null): string => (count === null ? 'unlimited' : String(count));

export function AccessChoice({ choice, onChange, isDisabled }: AccessChoiceProps) {
  const { t } = useWords();
  const words = (count: number | null): string => {
    if (count === null) return t('compose.access.unlimited');
    return count === 1 ? t('compose.access.once') : t('compose.access.times', { count });
  };
  const count = resolveAccess(choice);
  const offered = withChosen(accessCounts, choice.kind === 'count' ? choice.count : undefined);
  const options: RadioOption<string>[] = [
    ...offered.map((each) => ({ value: keyOf(each), label: words(each) })),
    {
      value: 'exact',
      label: t('compose.access.exact'),
      detail: choice.kind === 'exact' && <ExactAccess text={choice.text} onChange={onChange} />,
    },
  ];
  return (
    <InlineChoice
      value={count === undefined ? t('compose.access.exactUnset') : words(count)}
      title={t('compose.access.title')}
      isDisabled={isDisabled}
    >
      {(close) => (
        <RadioList
          label={t('compose.access.title')}
          options={options}
          value={choice.kind === 'exact' ? 'exact' : keyOf(choice.count)}
          onChange={(picked) => {
            onChange(
              picked === 'exact'
                ? { kind: 'exact', text: '3' }
                : { kind: 'count', count: picked === 'unlimited' ? null : Number(picked) },
            );
          }}
          onPick={(picked) => {
            if (picked !== 'exact') close();
          }}
        />
      )}
    </InlineChoice>
  );
}

function ExactAccess(props: { readonly text: string; readonly onChange: (choice: Choice) => void }) {
  const { t } = useWords();
  const isFine = resolveAccess({ kind: 'exact', text: props.text }) !== undefined;
  return (
    <TextField
      label={t('compose.access.exactLabel')}
      isLabelHidden
      inputMode="numeric"
      autoComplete="off"
      value={props.text}
      problem={isFine ? undefined : t('compose.access.exactProblem', { max: MAX_ACCESS_LIMIT })}
      onChange={(event) => {
        props.onChange({ kind: 'exact', text: event.target.value });
      }}
    />
  );
}
