import { useEffect, useState } from 'react';
import { answered } from './answered.ts';
import { NEWEST_FIRST, NO_FILTER } from './ledger-pages.ts';
import { useServices } from './services.tsx';

/** How many secrets of an account are not sent yet, as counted when it was asked about. */
export function useWaiting(accountId: string, isAsked: boolean): number {
  const { bridge } = useServices();
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!isAsked) return undefined;
    let isOver = false;
    const filter = {
      ...NO_FILTER,
      accountIds: [accountId],
      states: ['waiting', 'overdue', 'uncertain'] as const,
    };
    const question = { filter: { ...filter, states: [...filter.states] }, order: NEWEST_FIRST };
    void answered(bridge.call('ledger.query', { ...question, offset: 0, limit: 1 })).then((page) => {
      if (!isOver && page !== null) setCount(page.total);
    });
    return () => {
      isOver = true;
    };
  }, [bridge, accountId, isAsked]);
  return count;
}
