/**
 * A scripted main process, in memory, behind the same bridge contract: the real windows run against it in a
 * plain browser. Inputs are checked by the contract's schemas, as the router does.
 */
import {
  type BridgeApi,
  type CallHandlers,
  calls,
  type EventPayload,
  events,
} from '../../src/shared/bridge/contract.ts';
import type { Account, ServiceState, Settings, Share } from '../../src/shared/bridge/models.ts';
import { type CallName, callNames, type EventName, eventNames } from '../../src/shared/bridge/names.ts';
import { createQuickHandlers } from './quick-share.ts';
import { builtinAccount, ORIGIN } from './accounts.ts';
import { generateShares } from './generated-shares.ts';
import type { ViewName } from '../../src/shared/bridge/resident.ts';
import { isRefused, residentHandlers, type ResidentWorld, residentWorld } from './resident.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { createLedgerDouble, pause } from './ledger.ts';
import { appInfo } from './app-info.ts';
import { createAccountHandlers } from './account-calls.ts';
import { delivered, open, send } from './sharing.ts';
import { definedOf, type Emit, type Script, type World } from './world.ts';
import { updatesHandlers } from './updates.ts';

export interface CallRecord {
  readonly name: CallName;
  readonly input: unknown;
}

export interface BridgeDouble {
  readonly api: BridgeApi;
  /** Every call so far, oldest first. */
  readonly log: readonly CallRecord[];
  /** Tells the window what the main process would tell it. */
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** The person chooses a language; everything else stays as it is set. */
  speak(language: Settings['language']): void;
  setService(state: ServiceState): void;
  setShares(shares: readonly Share[]): void;
  /** All of them, the built-in one included. */
  setAccounts(accounts: readonly Account[]): void;
  /** Somebody asks for a view from outside. */
  ask(view: ViewName, entry?: string): void;
  /** How the window was closed, if it was. */
  readonly closed: ResidentWorld['closed'];
  /** Changes the script for the calls to come. */
  change(script: Partial<Script>): void;
}

export function createBridgeDouble(script: Script = {}): BridgeDouble {
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const log: CallRecord[] = [];
  const emit = <N extends EventName>(name: N, payload: EventPayload<N>): void => {
    const parsed = events[name].parse(payload);
    for (const listener of listeners.get(name) ?? []) listener(parsed);
  };
  const world = createWorld(script, emit);
  const handlers = createHandlers(world, emit);
  return {
    api: { calls: wireCalls(world, handlers, log), events: wireEvents(listeners) },
    log,
    emit,
    speak(language) {
      world.settings = { ...world.settings, language };
      emit('settings.changed', world.settings);
    },
    setService(state) {
      world.service = state;
      emit('service.changed', state);
    },
    setShares(shares) {
      world.shares = [...shares];
      world.ledger.changed(null);
    },
    setAccounts(accounts) {
      world.accounts = [...accounts];
      emit('accounts.changed', world.accounts);
    },
    ask(view, entry) {
      world.view = { view, entry: entry ?? null };
      emit('view.asked', null);
    },
    get closed() {
      return world.closed;
    },
    change(next) {
      world.script = { ...world.script, ...next };
    },
  };
}

function createWorld(script: Script, emit: Emit): World {
  const world: Omit<World, 'ledger'> = {
    script,
    settings: { ...DEFAULT_SETTINGS, ...script.settings },
    service: script.service ?? { status: 'running', origin: ORIGIN, maxContentBytes: 16 * 1024 * 1024 },
    shares: [...(script.shares ?? []), ...generateShares(script.generated ?? 0)],
    accounts: [
      { ...builtinAccount(), isCurrent: script.accounts?.some(({ isCurrent }) => isCurrent) !== true },
      ...(script.accounts ?? []),
    ],
    passwords: new Map(),
    envelopes: new Map(),
    ...residentWorld(script),
  };
  const ledger = createLedgerDouble({
    get shares() {
      return world.shares;
    },
    set shares(shares) {
      world.shares = shares;
    },
    get script() {
      return world.script;
    },
    passwords: world.passwords,
    tell: emit,
  });
  return Object.assign(world, { ledger });
}

function wireCalls(world: World, handlers: CallHandlers, log: CallRecord[]): BridgeApi['calls'] {
  const wire = (name: CallName) => async (input: unknown) => {
    log.push({ name, input });
    const parsed = calls[name].input.parse(input);
    if (isRefused(world, name)) throw new Error(`bridge: ${name} refused: locked`);
    if (world.script.latency !== undefined) await pause(world.script.latency);
    if (world.script.hanging?.includes(name)) return new Promise(() => undefined);
    if (world.script.broken?.includes(name)) throw new Error('the main process broke');
    const handler = handlers[name] as (input: unknown) => Promise<unknown>;
    // As the router does: what crosses a bridge is a copy, and what its schema says.
    return structuredClone(calls[name].output.parse(await handler(parsed)));
  };
  return Object.fromEntries(callNames.map((name) => [name, wire(name)])) as unknown as BridgeApi['calls'];
}

function wireEvents(listeners: Map<EventName, Set<(payload: unknown) => void>>): BridgeApi['events'] {
  const wire = (name: EventName) => (listener: (payload: unknown) => void) => {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    return () => void set.delete(listener);
  };
  return Object.fromEntries(eventNames.map((name) => [name, wire(name)])) as unknown as BridgeApi['events'];
}

function createHandlers(world: World, emit: Emit): CallHandlers {
  const find = (id: string): Share | undefined => world.shares.find((share) => share.id === id);
  const replace = (next: Share): void => {
    world.shares = world.shares.map((share) => (share.id === next.id ? next : share));
    world.ledger.changed([next.id]);
  };
  return {
    'app.info': () => Promise.resolve(appInfo(world.script.info)),
    'settings.get': () => Promise.resolve(world.settings),
    'settings.set': (change) => {
      world.settings = { ...world.settings, ...definedOf(change) };
      emit('settings.changed', world.settings);
      return Promise.resolve(world.settings);
    },
    'service.state': () => Promise.resolve(world.service),
    'service.prepare': () => Promise.resolve(undefined),
    'service.restart': () => {
      world.service = { status: 'running', origin: ORIGIN, maxContentBytes: 16 * 1024 * 1024 };
      emit('service.changed', world.service);
      return Promise.resolve(world.service);
    },
    'shares.send': (input) => {
      const output = send(world, input);
      if ('share' in output) world.ledger.changed([output.share.id]);
      if (input.extends !== undefined) world.ledger.note(input.extends, { kind: 'extended' });
      return Promise.resolve(output);
    },
    'shares.cancel': ({ id }) => {
      if (world.script.cancel !== undefined) return Promise.resolve(world.script.cancel);
      world.passwords.delete(id);
      world.shares = world.shares.filter((share) => share.id !== id);
      world.ledger.changed([id]);
      return Promise.resolve('cancelled');
    },
    'shares.refresh': () => Promise.resolve(world.script.asked ?? { learned: true, missed: null }),
    'shares.delete': ({ id }) => {
      const share = find(id);
      if (share === undefined) return Promise.resolve({ outcome: 'not-listed' });
      const reason = world.script.deleteFails;
      if (reason !== undefined) return Promise.resolve({ outcome: 'failed', reason });
      const next: Share = { ...share, state: 'deleted', deletedAt: new Date().toISOString(), reason: null };
      replace(next);
      return Promise.resolve({ outcome: 'deleted', already: share.state === 'used-up', share: next });
    },
    'shares.retry': ({ id, expiresAt }) => {
      const share = find(id);
      if (share === undefined) throw new Error('no such share');
      const next = delivered({ ...share, ...(expiresAt === undefined ? {} : { expiresAt }) });
      replace(next);
      return Promise.resolve({ outcome: 'sent', share: next });
    },
    ...createAccountHandlers(world, emit),
    ...residentHandlers(world, () => world.script, emit),
    ...updatesHandlers(world.script, emit),
    ...world.ledger.calls,
    ...createQuickHandlers(world, emit),
    'secrets.open': ({ link }) => Promise.resolve(open(world, link)),
    'external.open': ({ link }) => Promise.resolve(/^https?:\/\//.test(link)),
  };
}
