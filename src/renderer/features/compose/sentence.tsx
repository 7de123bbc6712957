import type { ReactNode } from 'react';

/** A character no translation has: where the choice stands within its words. */
export const CHOICE_PLACE = '\u0001';

interface SentenceProps {
  /** The words, with {@link CHOICE_PLACE} where the choice belongs. */
  readonly words: string;
  readonly children: ReactNode;
}

/** Words around a choice, in whatever order the language has them. */
export function Sentence({ words, children }: SentenceProps) {
  const [before, after] = words.split(CHOICE_PLACE);
  return (
    <span>
      {before}
      {children}
      {after}
    </span>
  );
}
