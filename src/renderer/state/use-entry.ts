import { useEffect, useState } from 'react';
import type { LedgerEntry } from '../../shared/bridge/ledger.ts';
import { answered } from './answered.ts';
import { useServices } from './services.tsx';

/** All that is known of one sent secret, kept up to date while it is looked at. */
export type Entry =
  | { readonly status: 'loading' }
  | { readonly status: 'there'; readonly entry: LedgerEntry }
  /** It was forgotten, or never was. */
  | { readonly status: 'gone' }
  | { readonly status: 'failed' };

const LOADING: Entry = { status: 'loading' };

export function useEntry(id: string | null): Entry {
  const { bridge } = useServices();
  const [held, setHeld] = useState<{ readonly id: string; readonly entry: Entry } | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    let isOver = false;
    let newest = 0;
    const load = async (): Promise<void> => {
      newest += 1;
      const mine = newest;
      const answer = await answered(bridge.call('ledger.entry', { id }).then((entry) => ({ entry })));
      // An answer that was overtaken by a change would show what was.
      if (isOver || mine !== newest) return;
      setHeld({ id, entry: toEntry(answer) });
    };
    void load();
    const stop = bridge.on('ledger.changed', ({ ids }) => {
      if (ids === null || ids.includes(id)) void load();
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [bridge, id]);
  return held !== null && held.id === id ? held.entry : LOADING;
}

function toEntry(answer: { readonly entry: LedgerEntry | null } | null): Entry {
  if (answer === null) return { status: 'failed' };
  return answer.entry === null ? { status: 'gone' } : { status: 'there', entry: answer.entry };
}
