import { useState } from 'react';
import { useServices } from '../../state/services.tsx';
import { ALL, type Choices, toQuestion } from './choices.ts';

export interface ChoicesControl {
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
  /** Lists everything, in the order that was chosen. */
  readonly clear: () => void;
}

/** What is chosen is asked for at once: with each key of a search, too. */
export function useChoices(onFilter: () => void): ChoicesControl {
  const { ledger } = useServices();
  const [choices, setChoices] = useState<Choices>(ALL);
  const change = (part: Partial<Choices>): void => {
    const next = { ...choices, ...part };
    setChoices(next);
    ledger.getState().ask(toQuestion(next, Date.now()));
    // What is no longer in sight must not stay selected; another order hides nothing.
    if (Object.keys(part).some((key) => key !== 'order')) onFilter();
  };
  return {
    choices,
    change,
    clear: () => {
      change({ ...ALL, order: choices.order });
    },
  };
}
