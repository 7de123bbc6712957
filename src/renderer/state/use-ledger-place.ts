import { useEffect, useState } from 'react';
import type { LedgerPlace } from '../../shared/bridge/ledger.ts';
import { answered } from './answered.ts';
import { useServices } from './services.tsx';

/** Where the list is kept in this run; null until that is known. */
export function useLedgerPlace(): { readonly place: LedgerPlace | null; readonly look: () => void } {
  const { bridge } = useServices();
  const [place, setPlace] = useState<LedgerPlace | null>(null);
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    let isOver = false;
    void answered(bridge.call('ledger.place')).then((answer) => {
      if (!isOver && answer !== null) setPlace(answer);
    });
    return () => {
      isOver = true;
    };
  }, [bridge, looks]);
  return {
    place,
    look: () => {
      setLooks((count) => count + 1);
    },
  };
}
