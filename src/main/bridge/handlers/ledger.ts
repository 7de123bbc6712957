/** Calls about the list of what was sent: asked for by the page, changed by commands about many. */
import { foldText, holdsAll, searchWords } from '../../../core/secret/search.ts';
import { secretStates } from '../../../core/secret/state.ts';
import type { CallHandlers, CallOutput } from '../../../shared/bridge/contract.ts';
import type { LedgerFilter, LedgerOrder } from '../../../shared/bridge/ledger.ts';
import type { Share } from '../../../shared/bridge/models.ts';
import { toShare } from '../../shares/to-share.ts';
import type { HandlerParts } from './parts.ts';

type LedgerCall = Extract<keyof CallHandlers, `ledger.${string}`> | 'program.erase';

export function ledgerCalls(parts: HandlerParts): Pick<CallHandlers, LedgerCall> {
  const { ledger, services, clock, reviewer } = parts;
  let revision = 0;
  const hidden = new Set<string>();
  const tell = (ids: readonly string[] | null): void => {
    revision += 1;
    parts.broadcast('ledger.changed', { revision, ids: ids === null ? null : [...ids] });
    parts.broadcast('shares.changed', all());
  };
  const all = (): Share[] =>
    ledger
      .list()
      .filter(({ id }) => !hidden.has(id))
      .map((record) => toShare(record, services, clock()));
  const found = (filter: LedgerFilter, order: LedgerOrder): Share[] =>
    all()
      .filter((share) => letsThrough(filter, share))
      .sort(comparing(order));
  return {
    'ledger.query': ({ filter, order, offset, limit }) => {
      const shares = found(filter, order);
      return Promise.resolve({
        total: shares.length,
        revision,
        shares: shares.slice(offset, offset + limit),
      });
    },
    'ledger.summary': () => Promise.resolve({ ...summaryOf(all()), revision }),
    'ledger.ids': ({ filter, order }) => Promise.resolve(found(filter, order).map(({ id }) => id)),
    'ledger.entry': ({ id }) => {
      const share = all().find((each) => each.id === id);
      return Promise.resolve(
        share === undefined ? null : { share, note: null, passwordPlace: 'not-kept', timeline: [] },
      );
    },
    'ledger.note': () => Promise.resolve(false),
    'ledger.happened': () => Promise.resolve(false),
    'ledger.deleteMany': async ({ ids }) => {
      const output: CallOutput<'ledger.deleteMany'> = { done: 0, already: 0, failed: [], stopped: 0 };
      for (const id of ids) {
        const answer = await reviewer.remove(id);
        if (answer.outcome === 'failed') output.failed.push({ id, reason: answer.reason });
        if (answer.outcome === 'deleted') output.done += 1;
        if (answer.outcome === 'deleted' && answer.already) output.already += 1;
      }
      tell(null);
      return output;
    },
    'ledger.stopBulk': () => Promise.resolve(false),
    'ledger.forgetMany': ({ ids }) => {
      for (const id of ids) hidden.add(id);
      tell(null);
      return Promise.resolve({ forgotten: ids.length });
    },
    'ledger.restore': ({ ids }) => {
      for (const id of ids) hidden.delete(id);
      tell(null);
      return Promise.resolve({ restored: ids.length });
    },
    ...fileCalls(parts),
  };
}

type FileCall =
  | 'ledger.export'
  | 'ledger.import'
  | 'ledger.place'
  | 'ledger.setPassphrase'
  | 'ledger.unlock'
  | 'program.erase';

function fileCalls(parts: HandlerParts): Pick<CallHandlers, FileCall> {
  return {
    'ledger.export': () => Promise.resolve({ outcome: 'cancelled' }),
    'ledger.import': () => Promise.resolve({ outcome: 'cancelled' }),
    'ledger.place': () => Promise.resolve(parts.keychainBackend === 'memory' ? 'memory' : 'keychain'),
    'ledger.setPassphrase': () => Promise.resolve('not-needed'),
    'ledger.unlock': () => Promise.resolve('not-needed'),
    'program.erase': () => Promise.resolve({ erased: [], kept: [], remains: [] }),
  };
}

function letsThrough(filter: LedgerFilter, share: Share): boolean {
  const haystack = foldText([share.name, share.serviceName, share.messageId].join('\n'));
  return (
    holdsAll(haystack, searchWords(filter.search)) &&
    (filter.states.length === 0 || filter.states.includes(share.state)) &&
    (filter.accountIds.length === 0 || filter.accountIds.includes(share.accountId)) &&
    (filter.from === null || share.createdAt >= filter.from) &&
    (filter.until === null || share.createdAt < filter.until)
  );
}

function comparing({ by, direction }: LedgerOrder): (one: Share, other: Share) => number {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyOf = (share: Share): string | number | null => {
    if (by === 'created') return share.createdAt;
    if (by === 'expires') return share.expiresAt;
    if (by === 'name') return share.name === null ? null : foldText(share.name);
    if (by === 'state') return secretStates.indexOf(share.state);
    return by === 'service' ? foldText(share.serviceName) : share.accessCount;
  };
  return (one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === b) return one.createdAt < other.createdAt ? 1 : -1;
    if (a === null) return 1;
    return b === null ? -1 : a < b ? -sign : sign;
  };
}

function summaryOf(shares: readonly Share[]): Omit<CallOutput<'ledger.summary'>, 'revision'> {
  const states: Partial<Record<Share['state'], number>> = {};
  const accounts = new Map<string, { id: string; name: string; count: number }>();
  for (const { state, accountId, serviceName } of shares) {
    states[state] = (states[state] ?? 0) + 1;
    const before = accounts.get(accountId) ?? { id: accountId, name: serviceName, count: 0 };
    accounts.set(accountId, { ...before, count: before.count + 1 });
  }
  return { total: shares.length, states, accounts: [...accounts.values()] };
}
