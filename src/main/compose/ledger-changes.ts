import { MAX_PAGE } from '../../shared/bridge/ledger.ts';
import type { Broadcast } from '../bridge/broadcast.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** What happens within so many milliseconds is told at once. */
const TOGETHER_MS = 20;

/** Tells the windows which entries changed. Answers what ends it. */
export function tellChanges(ledger: Ledger, broadcast: Broadcast): () => void {
  let changed: Set<string> | null = new Set();
  let timer: NodeJS.Timeout | undefined;
  const send = (): void => {
    timer = undefined;
    const ids = changed === null || changed.size > MAX_PAGE ? null : [...changed];
    changed = new Set();
    broadcast('ledger.changed', { revision: ledger.revision, ids });
  };
  const unsubscribe = ledger.onChange((ids) => {
    if (ids === null) changed = null;
    else if (changed !== null) for (const id of ids) changed.add(id);
    timer ??= setTimeout(send, TOGETHER_MS);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
