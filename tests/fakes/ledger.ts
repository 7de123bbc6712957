/** The list as the scripted main process has it: asked for by the page, searched, sorted, changed by many at once. */
import type { z } from 'zod';
import type { ServiceFailure } from '../../src/core/api/failure.ts';
import { foldText, holdsAll, searchWords } from '../../src/core/secret/search.ts';
import { secretStates } from '../../src/core/secret/state.ts';
import type { CallHandlers, CallOutput, EventPayload } from '../../src/shared/bridge/contract.ts';
import type { EventName } from '../../src/shared/bridge/names.ts';
import {
  type LedgerFilter,
  type LedgerOrder,
  type ledgerPlaceSchema,
  MAX_PAGE,
  type TimelineEvent,
} from '../../src/shared/bridge/ledger.ts';
import type { Share } from '../../src/shared/bridge/models.ts';

/** What a test says about the list. */
export interface LedgerScript {
  readonly notes?: Readonly<Record<string, string>>;
  /** Instead of the one that follows from the share. */
  readonly timelines?: Readonly<Record<string, readonly TimelineEvent[]>>;
  /** What a command about many could not delete. */
  readonly bulkFails?: Readonly<Record<string, ServiceFailure>>;
  /** Milliseconds each deletion of a command about many takes. */
  readonly bulkStep?: number;
  /** A command about many comes to a halt after so many, until it is stopped. */
  readonly bulkHaltsAfter?: number;
  /** Until when the halted one says that it waits. */
  readonly bulkWaitsUntil?: string;
  readonly place?: z.infer<typeof ledgerPlaceSchema>;
  readonly unlock?: CallOutput<'ledger.unlock'>;
  readonly exported?: CallOutput<'ledger.export'>;
  /** One answer for each time it is asked; the last one stays. */
  readonly imported?: readonly CallOutput<'ledger.import'>[];
  readonly erased?: CallOutput<'program.erase'>;
}

export interface LedgerWorld {
  shares: Share[];
  readonly passwords: ReadonlyMap<string, string>;
  readonly script: LedgerScript;
  readonly tell: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
}

export interface LedgerDouble {
  readonly calls: Pick<CallHandlers, Extract<keyof CallHandlers, `ledger.${string}` | 'program.erase'>>;
  /** The list is another one than before. */
  changed(ids: readonly string[] | null): void;
  /** Something happened with an entry. */
  note(id: string, event: Partial<TimelineEvent> & Pick<TimelineEvent, 'kind'>): void;
}

export function createLedgerDouble(world: LedgerWorld): LedgerDouble {
  const sorted = new Map<string, readonly Share[]>();
  /** The last question and what it found: the next page is of the same, the next key narrows it down. */
  let last: Found | null = null;
  const hidden = new Map<string, Share>();
  const notes = new Map(Object.entries(world.script.notes ?? {}));
  const happened = new Map<string, TimelineEvent[]>();
  let revision = 1;
  const changed = (ids: readonly string[] | null): void => {
    revision += 1;
    sorted.clear();
    last = null;
    const few = ids !== null && ids.length <= MAX_PAGE ? [...ids] : null;
    world.tell('ledger.changed', { revision, ids: few });
  };
  const found = (filter: LedgerFilter, order: LedgerOrder): readonly Share[] => {
    const key = `${order.by} ${order.direction}`;
    const all = sorted.get(key) ?? world.shares.toSorted(comparing(order));
    sorted.set(key, all);
    if (isOpen(filter)) return all;
    const from = last !== null && last.key === key && isNarrower(filter, last.filter) ? last.shares : all;
    last = { key, filter, shares: from.filter(letsThrough(filter, notes)) };
    return last.shares;
  };
  const note: LedgerDouble['note'] = (id, event) => {
    const events = happened.get(id) ?? [];
    events.push({ at: new Date().toISOString(), source: 'here', count: null, ...event });
    happened.set(id, events);
  };
  return {
    changed,
    note,
    calls: {
      'ledger.query': ({ filter, order, offset, limit }) => {
        const shares = found(filter, order);
        return Promise.resolve({
          total: shares.length,
          revision,
          shares: shares.slice(offset, offset + limit),
        });
      },
      'ledger.summary': () => Promise.resolve({ ...summaryOf(world.shares), revision }),
      'ledger.ids': ({ filter, order }) => Promise.resolve(found(filter, order).map(({ id }) => id)),
      'ledger.entry': ({ id }) => {
        const share = world.shares.find((each) => each.id === id);
        if (share === undefined) return Promise.resolve(null);
        const told = world.script.timelines?.[id] ?? timelineOf(share);
        return Promise.resolve({
          share,
          note: notes.get(id) ?? null,
          passwordPlace: world.passwords.has(id) ? ('keychain' as const) : ('not-kept' as const),
          timeline: [...told, ...(happened.get(id) ?? [])],
        });
      },
      'ledger.note': ({ id, note: text }) => {
        if (text === null) notes.delete(id);
        else notes.set(id, text);
        changed([id]);
        return Promise.resolve(true);
      },
      'ledger.happened': ({ id, what }) => {
        note(id, { kind: what });
        changed([id]);
        return Promise.resolve(true);
      },
      ...bulkCalls(world, { hidden, changed }),
      ...fileCalls(world, changed),
    },
  };
}

interface BulkParts {
  readonly hidden: Map<string, Share>;
  readonly changed: (ids: readonly string[] | null) => void;
}

type BulkCall = `ledger.${'deleteMany' | 'stopBulk' | 'forgetMany' | 'restore'}`;

function bulkCalls(world: LedgerWorld, { hidden, changed }: BulkParts): Pick<CallHandlers, BulkCall> {
  const bulk: { stop: (() => void) | null; stops: number } = { stop: null, stops: 0 };
  return {
    'ledger.deleteMany': async ({ ids }) => {
      const { bulkFails = {}, bulkStep = 0, bulkHaltsAfter, bulkWaitsUntil } = world.script;
      const output: CallOutput<'ledger.deleteMany'> = { done: 0, already: 0, failed: [], stopped: 0 };
      const stopsBefore = bulk.stops;
      for (const [at, id] of ids.entries()) {
        const isHalted = at === bulkHaltsAfter;
        world.tell('ledger.progress', {
          done: at,
          total: ids.length,
          waitsUntil: isHalted ? (bulkWaitsUntil ?? null) : null,
        });
        if (isHalted)
          await new Promise<void>((resolve) => {
            bulk.stop = resolve;
          });
        else if (bulkStep > 0) await pause(bulkStep);
        if (bulk.stops > stopsBefore) {
          output.stopped = ids.length - at;
          break;
        }
        const reason = bulkFails[id];
        if (reason === undefined) output.done += 1;
        else output.failed.push({ id, reason });
      }
      const failed = new Set(output.failed.map(({ id }) => id));
      const gone = new Set(ids.slice(0, ids.length - output.stopped).filter((id) => !failed.has(id)));
      world.shares = world.shares.map((share) =>
        gone.has(share.id) ? { ...share, state: 'deleted', deletedAt: new Date().toISOString() } : share,
      );
      changed([...gone]);
      return output;
    },
    'ledger.stopBulk': () => {
      bulk.stops += 1;
      bulk.stop?.();
      return Promise.resolve(true);
    },
    'ledger.forgetMany': ({ ids }) => {
      const wanted = new Set(ids);
      // What still waits to be sent cannot leave the list and be sent all the same.
      const gone = world.shares.filter(({ id, messageId }) => wanted.has(id) && messageId !== null);
      for (const share of gone) hidden.set(share.id, share);
      world.shares = world.shares.filter(({ id }) => !hidden.has(id));
      changed(ids);
      return Promise.resolve({ forgotten: gone.length });
    },
    'ledger.restore': ({ ids }) => {
      const back = ids.map((id) => hidden.get(id)).filter((share) => share !== undefined);
      for (const { id } of back) hidden.delete(id);
      world.shares = [...back, ...world.shares];
      changed(ids);
      return Promise.resolve({ restored: back.length });
    },
  };
}

type FileCall =
  | `ledger.${'export' | 'import' | 'place' | 'setPassphrase' | 'changePassphrase' | 'unlock'}`
  | 'program.erase';

function fileCalls(
  world: LedgerWorld,
  changed: (ids: readonly string[] | null) => void,
): Pick<CallHandlers, FileCall> {
  let place = world.script.place ?? 'keychain';
  let imports = 0;
  const seal = (): CallOutput<'ledger.unlock'> => {
    const answer = world.script.unlock ?? 'opened';
    if (answer === 'opened') place = 'passphrase';
    changed(null);
    return answer;
  };
  return {
    'ledger.export': ({ format, ids }) =>
      Promise.resolve(
        world.script.exported ?? {
          outcome: 'saved',
          count: ids?.length ?? world.shares.length,
          file: `sent-secrets.${format}`,
        },
      ),
    'ledger.import': () => {
      const answers = world.script.imported ?? [{ outcome: 'imported', added: 3, known: 2, unreadable: 0 }];
      const answer = answers[Math.min(imports, answers.length - 1)];
      imports += 1;
      return Promise.resolve(answer ?? { outcome: 'cancelled' });
    },
    'ledger.place': () => Promise.resolve(place),
    'ledger.setPassphrase': () => Promise.resolve(seal()),
    'ledger.changePassphrase': () => Promise.resolve(world.script.unlock ?? 'opened'),
    'ledger.unlock': () => Promise.resolve(seal()),
    'program.erase': () =>
      Promise.resolve(
        world.script.erased ?? {
          erased: ['ledger', 'outbox', 'keychain', 'accounts', 'settings', 'log', 'service'],
          kept: [],
          remains: [],
        },
      ),
  };
}

interface Found {
  /** Of the order. */
  readonly key: string;
  readonly filter: LedgerFilter;
  readonly shares: readonly Share[];
}

/** Whether whatever it lets through was let through before: the same search, or one with more letters at its end. */
const isNarrower = (filter: LedgerFilter, before: LedgerFilter): boolean =>
  filter.search.startsWith(before.search) &&
  JSON.stringify({ ...filter, search: '' }) === JSON.stringify({ ...before, search: '' });

const isOpen = ({ search, states, accountIds, from, until }: LedgerFilter): boolean =>
  searchWords(search).length === 0 &&
  states.length === 0 &&
  accountIds.length === 0 &&
  from === null &&
  until === null;

const folded = new WeakMap<Share, string>();

/** What a search looks through. A real list folds it once, too. */
export function haystackOf(share: Share): string {
  const known = folded.get(share);
  if (known !== undefined) return known;
  const haystack = foldText([share.name, share.serviceName, share.messageId].join('\n'));
  folded.set(share, haystack);
  return haystack;
}

function letsThrough(filter: LedgerFilter, notes: ReadonlyMap<string, string>): (share: Share) => boolean {
  const words = searchWords(filter.search);
  return (share) => {
    const note = notes.get(share.id);
    const haystack = note === undefined ? haystackOf(share) : `${haystackOf(share)}\n${foldText(note)}`;
    return (
      holdsAll(haystack, words) &&
      (filter.states.length === 0 || filter.states.includes(share.state)) &&
      (filter.accountIds.length === 0 || filter.accountIds.includes(share.accountId)) &&
      (filter.from === null || share.createdAt >= filter.from) &&
      (filter.until === null || share.createdAt < filter.until)
    );
  };
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
    const before = accounts.get(accountId);
    if (before === undefined) accounts.set(accountId, { id: accountId, name: serviceName, count: 1 });
    else before.count += 1;
  }
  return { total: shares.length, states, accounts: [...accounts.values()] };
}

/** What must have happened for the share to be as it is. */
function timelineOf(share: Share): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  const add = (at: string | null, kind: TimelineEvent['kind'], more: Partial<TimelineEvent> = {}): void => {
    if (at !== null) events.push({ at, kind, source: 'here', count: null, ...more });
  };
  const { createdAt, firstAccessAt, accessCount, maxAccess, state } = share;
  add(createdAt, 'created');
  if (share.messageId === null) return events;
  const later = (minutes: number, from = createdAt): string =>
    new Date(Date.parse(from) + minutes * 60_000).toISOString();
  add(later(0.05), 'sent', { source: 'service' });
  add(later(0.4), 'link-copied');
  add(later(0.6), 'password-copied');
  add(firstAccessAt, 'first-opened', { source: 'service', count: 1 });
  if (firstAccessAt !== null && (accessCount ?? 0) > 1)
    add(later(30, firstAccessAt), 'count-changed', { source: 'service', count: accessCount });
  if (state === 'used-up') add(firstAccessAt, 'used-up', { source: 'service', count: maxAccess });
  if (state === 'expired') add(share.expiresAt, 'expired');
  if (state === 'unknown') add(later(60 * 24), 'lost', { source: 'service' });
  add(share.deletedAt, 'deleted', { source: 'service' });
  return events;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
