/**
 * A scripted main process, in memory, behind the same bridge contract: the real windows run against it in a
 * plain browser. Inputs are checked by the contract's schemas, as the router does.
 */
import '../../src/renderer/zod-without-eval.ts';
import type { z } from 'zod';
import {
  type BridgeApi,
  type CallHandlers,
  calls,
  type CallOutput,
  type EventPayload,
} from '../../src/shared/bridge/contract.ts';
import type {
  Account,
  AddAccountOutput,
  AppInfo,
  DeleteOutput,
  OpenOutput,
  SendOutput,
  ServiceState,
  Settings,
  Share,
} from '../../src/shared/bridge/models.ts';
import { parseOrigin } from '../../src/core/api/origin.ts';
import { cleanToken } from '../../src/core/api/token.ts';
import { type CallName, callNames, type EventName, eventNames } from '../../src/shared/bridge/names.ts';
import { createQuickHandlers, type QuickScript } from './quick-share.ts';
import { DIAGNOSTICS } from './diagnostics.ts';
import { builtinAccount, ORIGIN, otherAccount } from './accounts.ts';
import { generateShares } from './generated-shares.ts';
import type { ViewName } from '../../src/shared/bridge/resident.ts';
import {
  isRefused,
  residentHandlers,
  type ResidentScript,
  type ResidentWorld,
  residentWorld,
} from './resident.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { createLedgerDouble, type LedgerDouble, type LedgerScript, pause } from './ledger.ts';
import { appInfo } from './app-info.ts';

/** What a test says about the world before the window starts. Everything left out is the usual. */
export interface Script extends LedgerScript, QuickScript, ResidentScript {
  readonly info?: Partial<AppInfo>;
  readonly settings?: Partial<Settings>;
  readonly service?: ServiceState;
  readonly shares?: readonly Share[];
  /** So many more, generated where the window is: they need not cross into it. */
  readonly generated?: number;
  /** Besides the built-in one. */
  readonly accounts?: readonly Account[];
  /** How the service takes what is sent; by default it stores it. */
  readonly send?: SendOutput['outcome'];
  readonly sendReason?: Extract<SendOutput, { reason: unknown }>['reason'];
  readonly invalid?: Extract<SendOutput, { outcome: 'invalid' }>['why'];
  readonly deleteFails?: Extract<DeleteOutput, { outcome: 'failed' }>['reason'];
  /** What `shares.cancel` answers; by default it was in time. */
  readonly cancel?: CallOutput<'shares.cancel'>;
  /** The keychain takes nothing and lets go of nothing. */
  readonly keychainRefuses?: boolean;
  /** What `accounts.check` answers; by default the service announces nothing. */
  readonly check?: CallOutput<'accounts.check'>;
  /** What `secrets.open` answers. Without it, envelopes sent before are found by their link. */
  readonly open?: OpenOutput;
  /** Milliseconds each call takes. */
  readonly latency?: number;
  /** Calls that never answer. */
  readonly hanging?: readonly CallName[];
  /** Calls that throw, as a broken main process would. */
  readonly broken?: readonly CallName[];
}

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

interface World extends ResidentWorld {
  script: Script;
  settings: Settings;
  service: ServiceState;
  shares: Share[];
  accounts: Account[];
  readonly ledger: LedgerDouble;
  readonly passwords: Map<string, string>;
  readonly envelopes: Map<string, { text: string; taken: number }>;
}

export function createBridgeDouble(script: Script = {}): BridgeDouble {
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const log: CallRecord[] = [];
  const emit = <N extends EventName>(name: N, payload: EventPayload<N>): void => {
    for (const listener of listeners.get(name) ?? []) listener(payload);
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
    // What crosses a bridge is a copy.
    return structuredClone(await handler(parsed));
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

type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

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
    'shares.refresh': () => Promise.resolve(true),
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
    ...world.ledger.calls,
    ...createQuickHandlers(world, emit),
    'secrets.open': ({ link }) => Promise.resolve(open(world, link)),
    'external.open': ({ link }) => Promise.resolve(/^https?:\/\//.test(link)),
  };
}

type AccountCall = Extract<CallName, `accounts.${string}` | `passwords.${string}` | 'diagnostics.read'>;

function createAccountHandlers(world: World, emit: Emit): Pick<CallHandlers, AccountCall> {
  const find = (id: string): Account | undefined => world.accounts.find((account) => account.id === id);
  const store = (accounts: Account[]): void => {
    world.accounts = accounts;
    emit('accounts.changed', accounts);
  };
  const replace = (next: Account): void => {
    store(world.accounts.map((account) => (account.id === next.id ? next : account)));
  };
  return {
    'accounts.list': () => Promise.resolve(world.accounts),
    'accounts.add': (input) => {
      const added = addAccount(world, input);
      if (added.outcome === 'added') store([...world.accounts, added.account]);
      return Promise.resolve(added);
    },
    'accounts.change': ({ id, ...change }) => {
      const account = find(id);
      if (account === undefined) return Promise.resolve(null);
      const next = { ...account, ...definedOf(change) };
      replace(next);
      return Promise.resolve(next);
    },
    'accounts.setToken': ({ id, token }) => {
      const account = find(id);
      if (account === undefined) return Promise.resolve('no-account');
      if (token !== null && !cleanToken(token).ok) return Promise.resolve('token-malformed');
      if (world.script.keychainRefuses === true) return Promise.resolve('keychain');
      replace({ ...account, ...tokenState(world, token) });
      return Promise.resolve('stored');
    },
    'accounts.check': ({ id }) => {
      const account = find(id);
      if (world.script.check !== undefined) return Promise.resolve(world.script.check);
      if (account === undefined) return Promise.resolve({ outcome: 'no-account' });
      const next: Account = account.isBuiltin
        ? account
        : { ...account, abilities: { known: 'documented-only' } };
      replace(next);
      return Promise.resolve({ outcome: 'answered', account: next });
    },
    'accounts.use': ({ id }) => {
      const isKnown = find(id) !== undefined;
      if (isKnown) store(world.accounts.map((account) => ({ ...account, isCurrent: account.id === id })));
      return Promise.resolve(isKnown);
    },
    'accounts.remove': ({ id }) => {
      const gone = find(id);
      if (gone === undefined || gone.isBuiltin) return Promise.resolve('no-account');
      if (world.script.keychainRefuses === true) return Promise.resolve('keychain');
      const left = world.accounts.filter((account) => account.id !== id);
      store(
        left.map((account) =>
          gone.isCurrent && account.isBuiltin ? { ...account, isCurrent: true } : account,
        ),
      );
      return Promise.resolve('removed');
    },
    'passwords.keep': ({ id, wrapped }) => {
      if (world.script.keychainRefuses === true) return Promise.resolve(false);
      world.passwords.set(id, wrapped);
      return Promise.resolve(true);
    },
    'passwords.kept': ({ id }) => Promise.resolve(world.passwords.get(id) ?? null),
    'passwords.drop': ({ id }) => {
      if (world.script.keychainRefuses === true) return Promise.resolve(false);
      world.passwords.delete(id);
      return Promise.resolve(true);
    },
    'diagnostics.read': () => Promise.resolve(DIAGNOSTICS),
  };
}

function addAccount(
  world: World,
  input: z.output<(typeof calls)['accounts.add']['input']>,
): AddAccountOutput {
  const { name, defaults, hash, acceptInsecure } = input;
  const origin = parseOrigin(input.origin);
  if (!origin.ok) return { outcome: 'invalid', why: `origin-${origin.error.code}` };
  const isInsecure = origin.value.security === 'private';
  if (isInsecure && !acceptInsecure) return { outcome: 'invalid', why: 'origin-private' };
  if (input.token !== null && !cleanToken(input.token).ok)
    return { outcome: 'invalid', why: 'token-malformed' };
  if (input.token !== null && world.script.keychainRefuses === true)
    return { outcome: 'invalid', why: 'keychain' };
  const account: Account = {
    ...otherAccount({ name, origin: origin.value.origin, defaults, hash, isInsecure }),
    id: crypto.randomUUID(),
    ...tokenState(world, input.token),
  };
  return { outcome: 'added', account };
}

const tokenState = (world: World, token: string | null): Pick<Account, 'auth' | 'token' | 'budget'> => ({
  auth: token === null ? 'anonymous' : 'token',
  token: token === null ? 'none' : world.script.info?.keychain === 'memory' ? 'this-run' : 'keychain',
  budget: {
    ...(token === null ? { limit: 20, remaining: 20 } : { limit: 100, remaining: 100 }),
    freeAt: null,
  },
});

function send(world: World, input: z.output<(typeof calls)['shares.send']['input']>): SendOutput {
  const outcome = world.script.send ?? 'sent';
  const reason = world.script.sendReason ?? { code: 'unreachable' };
  if (outcome === 'invalid') return { outcome, why: world.script.invalid ?? 'storage' };
  if (outcome === 'refused') return { outcome, reason };
  const account = world.accounts.find(({ id }) => id === input.accountId) ?? builtinAccount();
  const share = delivered({
    id: crypto.randomUUID(),
    name: input.name,
    accountId: input.accountId,
    isAccountGone: false,
    reports: account.abilities.known === 'announced' ? account.abilities.reports : false,
    serviceName: account.name,
    serviceOrigin: account.origin,
    messageId: null,
    link: null,
    createdAt: new Date().toISOString(),
    ...input.policy,
    accessCount: 0,
    firstAccessAt: null,
    deletedAt: null,
    state: 'active',
    reason: null,
  });
  if (outcome === 'sent') {
    world.shares = [share, ...world.shares];
    world.envelopes.set(share.link ?? '', { text: input.envelope, taken: 0 });
    return { outcome, share };
  }
  const kept: Share = { ...share, messageId: null, link: null, accessCount: null, state: outcome, reason };
  world.shares = [kept, ...world.shares];
  return { outcome, share: kept, reason };
}

function open(world: World, link: string): CallOutput<'secrets.open'> {
  if (world.script.open !== undefined) return world.script.open;
  if (!/\/s\/[A-Za-z0-9_-]+$/.test(link)) return { outcome: 'not-a-link' };
  if (!link.startsWith(ORIGIN)) return { outcome: 'browser-only' };
  const kept = world.envelopes.get(link);
  if (kept === undefined) return { outcome: 'failed', reason: { code: 'not-found' } };
  kept.taken += 1;
  const share = world.shares.find((each) => each.link === link);
  return {
    outcome: 'fetched',
    envelope: kept.text,
    accessCount: kept.taken,
    maxAccess: share?.maxAccess ?? null,
  };
}

function delivered(share: Share): Share {
  const messageId = Array.from(
    crypto.getRandomValues(new Uint8Array(8)),
    (byte) => ID_LETTERS[byte % 62],
  ).join('');
  return {
    ...share,
    messageId,
    link: `${share.serviceOrigin}/s/${messageId}`,
    state: share.reports === true ? 'active' : 'not-reported',
    accessCount: share.reports === true ? 0 : null,
    reason: null,
  };
}

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function definedOf<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
