import { useState } from 'react';
import { type ApiToken, cleanToken } from '../../../core/api/token.ts';

/** A token while it is typed or pasted. It lives in its form and goes with it. */
export interface TokenInput {
  readonly text: string;
  /** Something around it was taken away: said where it stands. */
  readonly isCleaned: boolean;
  readonly problem: 'missing' | 'malformed' | null;
  readonly type: (text: string) => void;
  /** Answers whether the paste was taken, so that the field need not do it. */
  readonly paste: (pasted: string) => boolean;
  readonly leave: () => void;
  /** The token, or null where the problem now says why not. */
  readonly take: () => ApiToken | null;
  readonly wipe: () => void;
}

export function useTokenInput(): TokenInput {
  const [text, setText] = useState('');
  const [isCleaned, setIsCleaned] = useState(false);
  const [problem, setProblem] = useState<TokenInput['problem']>(null);
  const settle = (given: string): ApiToken | null => {
    const cleaned = cleanToken(given);
    if (!cleaned.ok) {
      setProblem(cleaned.error.code === 'empty' ? 'missing' : 'malformed');
      return null;
    }
    setText(cleaned.value.token);
    setProblem(null);
    if (cleaned.value.isCleaned) setIsCleaned(true);
    return cleaned.value.token;
  };
  return {
    text,
    isCleaned,
    problem,
    type: (typed) => {
      setText(typed);
      setIsCleaned(false);
      setProblem(typed === '' || isBeginning(typed) || cleanToken(typed).ok ? null : 'malformed');
    },
    paste: (pasted) => {
      setIsCleaned(false);
      return settle(pasted) !== null;
    },
    leave: () => {
      if (text !== '') settle(text);
    },
    take: () => settle(text),
    wipe: () => {
      setText('');
      setIsCleaned(false);
      setProblem(null);
    },
  };
}

/** Somebody who types it letter by letter has not made a mistake yet. */
const isBeginning = (typed: string): boolean =>
  'enigma_'.startsWith(typed) || /^enigma_[\w-]{0,7}$/.test(typed);
