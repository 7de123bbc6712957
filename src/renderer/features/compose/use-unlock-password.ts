import { useCallback, useEffect, useState } from 'react';
import { generateCharacters, generateWords, loadWordList } from '../../../core/password/index.ts';
import type { UnlockChoice } from './draft.ts';

export interface UnlockPassword {
  /** Null while it is being made, and empty while one's own is. */
  readonly password: string | null;
  /** Of the generator; null for one's own. */
  readonly entropyBits: number | null;
  readonly renew: () => void;
  /** The password to seal with, made now if it is not there yet. */
  readonly obtain: () => Promise<string>;
}

interface Made {
  readonly choice: UnlockChoice;
  readonly serial: number;
  readonly password: string;
  readonly entropyBits: number;
}

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** A generated password stays the same until the choice changes or another one is asked for. */
export function useUnlockPassword(choice: UnlockChoice, own: string): UnlockPassword {
  const [serial, setSerial] = useState(0);
  const [made, setMade] = useState<Made | null>(null);
  const isCurrent = made?.choice === choice && made.serial === serial;
  useEffect(() => {
    if (choice.kind === 'own' || isCurrent) return undefined;
    let isStale = false;
    void make(choice).then((next) => {
      if (!isStale) setMade({ choice, serial, ...next });
    });
    return () => {
      isStale = true;
    };
  }, [choice, serial, isCurrent]);
  const renew = useCallback(() => {
    setSerial((count) => count + 1);
  }, []);
  const obtain = async (): Promise<string> => {
    if (choice.kind === 'own') return own;
    if (isCurrent) return made.password;
    const next = await make(choice);
    setMade({ choice, serial, ...next });
    return next.password;
  };
  if (choice.kind === 'own') return { password: own, entropyBits: null, renew, obtain };
  // The last entropy stays in sight while the next password is made.
  return {
    password: isCurrent ? made.password : null,
    entropyBits: made?.entropyBits ?? null,
    renew,
    obtain,
  };
}

async function make(choice: UnlockChoice): Promise<{ password: string; entropyBits: number }> {
  if (choice.kind === 'characters') {
    return generateCharacters({ length: choice.length, lookAlikes: choice.lookAlikes }, random);
  }
  const list = await loadWordList(choice.list);
  return generateWords({ count: choice.wordCount, separator: choice.separator, list }, random);
}
