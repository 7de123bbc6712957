import { useState } from 'react';
import { lifetimes, withChosen } from '../../state/offered-policies.ts';
import { useWords } from '../../state/services.tsx';
import { useNow } from '../../state/use-now.ts';
import { InlineChoice } from '../../ui/popover/inline-choice.tsx';
import { RadioList, type RadioOption } from '../../ui/radio-list/radio-list.tsx';
import { TextField } from '../../ui/field/field.tsx';
import { type ExpiryChoice as Choice, resolveExpiry, toLocalInput } from './draft.ts';

interface ExpiryChoiceProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly isDisabled: boolean;
}

const DAY_MS = 24 * 3_600_000;
const CHECK_STEP_MS = 10_000;

const keyOf = (seconds: number | null): string => (seconds === null ? 'never' : String(seconds));

export function ExpiryChoice({ choice, onChange, isDisabled }: ExpiryChoiceProps) {
  const { t, format } = useWords();
  const value = useExpiryWords(choice);
  // What each lifetime comes to, as seen when the view was drawn: minutes do not matter here.
  const [now] = useState(() => Date.now());
  const offered = withChosen(lifetimes, choice.kind === 'lifetime' ? choice.seconds : undefined);
  const options: RadioOption<string>[] = [
    ...offered.map((seconds) => ({
      value: keyOf(seconds),
      label: seconds === null ? t('compose.expiry.never') : format.ahead(seconds * 1000),
      hint:
        seconds === null
          ? t('compose.expiry.neverHint')
          : format.short(new Date(now + seconds * 1000).toISOString(), now),
    })),
    {
      value: 'exact',
      label: t('compose.expiry.exact'),
      detail: choice.kind === 'exact' && <ExactExpiry choice={choice} onChange={onChange} />,
    },
  ];
  return (
    <InlineChoice value={value} title={t('compose.expiry.title')} isDisabled={isDisabled}>
      {(close) => (
        <RadioList
          label={t('compose.expiry.title')}
          options={options}
          value={choice.kind === 'exact' ? 'exact' : keyOf(choice.seconds)}
          onChange={(picked) => {
            onChange(
              picked === 'exact'
                ? { kind: 'exact', local: toLocalInput(now + DAY_MS) }
                : { kind: 'lifetime', seconds: picked === 'never' ? null : Number(picked) },
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

function ExactExpiry(props: {
  readonly choice: Extract<Choice, { kind: 'exact' }>;
  readonly onChange: (choice: Choice) => void;
}) {
  const { t } = useWords();
  const [now] = useState(() => Date.now());
  return (
    <TextField
      type="datetime-local"
      label={t('compose.expiry.exactLabel')}
      isLabelHidden
      value={props.choice.local}
      min={toLocalInput(now)}
      required
      problem={useExpiryProblem(props.choice)}
      onChange={(event) => {
        props.onChange({ kind: 'exact', local: event.target.value });
      }}
    />
  );
}

/** What is wrong with the choice at this moment, in words. */
function useExpiryProblem(choice: Choice): string | undefined {
  const { t } = useWords();
  const resolved = resolveExpiry(choice, useNow(CHECK_STEP_MS));
  if (resolved === null || typeof resolved === 'string') return undefined;
  return t(resolved.problem === 'past' ? 'compose.expiry.exactPast' : 'compose.expiry.exactMissing');
}

function useExpiryWords(choice: Choice): string {
  const { t, format } = useWords();
  if (choice.kind === 'lifetime') {
    return choice.seconds === null ? t('compose.expiry.never') : format.ahead(choice.seconds * 1000);
  }
  const moment = Date.parse(choice.local);
  if (Number.isNaN(moment)) return t('compose.expiry.exactUnset');
  return t('compose.expiry.on', { date: format.dateTime(new Date(moment).toISOString()) });
}
