import { type ClientAccount, createClient } from '../../core/api/client.ts';
import type { Http, HttpOutcome, HttpRequest } from '../../core/api/http.ts';
import type { Capabilities } from '../../core/api/wire.ts';
import type { Utf8 } from '../../core/ports.ts';
import { err, ok } from '../../core/result.ts';
import type { RunState, Supervisor } from '../builtin-service/supervisor.ts';
import type { ServiceTimes } from '../network/service-times.ts';
import type { KnownService, ServiceDirectory } from '../shares/directory.ts';
import { type Account, BUILTIN_ID } from './account.ts';
import type { AccountStore } from './account-store.ts';
import type { Budgets } from './budgets.ts';
import type { TokenVault } from './token-vault.ts';

export interface DirectoryParts {
  readonly accounts: AccountStore;
  readonly tokens: TokenVault;
  readonly budgets: Budgets;
  readonly http: Http;
  readonly times: ServiceTimes;
  readonly utf8: Utf8;
  /** The token with which the program owns what it puts into its own service. */
  readonly builtinToken: ClientAccount['token'];
  /** Runs only while it is needed. */
  readonly builtin: Pick<Supervisor, 'wake' | 'during' | 'state'>;
  /** What the built-in service said in an earlier run: it is the program's own, and is not woken to be asked. */
  readonly remembered: () => Capabilities | null;
  /** Called when a service has said what it can do. */
  readonly onAnnounced: (id: string, capabilities: Capabilities | null) => void;
}

export interface AccountDirectory extends ServiceDirectory {
  /** What is known of a service without asking it; undefined while it was not asked. */
  known(id: string): Capabilities | null | undefined;
  /** Forgets what a service announced: its token changed, or the person wants to check again. */
  askAgain(id: string): void;
}

export function createDirectory(parts: DirectoryParts): AccountDirectory {
  const { accounts, budgets, times, utf8, builtin, onAnnounced } = parts;
  const announced = new Map<string, Capabilities | null>();

  const known = (id: string): Capabilities | null | undefined =>
    announced.get(id) ?? (id === BUILTIN_ID ? parts.remembered() : null) ?? announced.get(id);
  const wakingBuiltin: Http = {
    send: (request) =>
      builtin.during(() => (isAnswered(builtin.state, request) ? parts.http.send(request) : NOT_THERE)),
  };

  const toService = (account: Account): KnownService => {
    const token = tokenOf(account, parts);
    const isBuiltin = account.id === BUILTIN_ID;
    const http = isBuiltin ? wakingBuiltin : parts.http;
    const counted = budgets.counting(times.watching(http, account.id), account);
    const client = createClient(counted, { origin: account.origin, token }, utf8);
    return {
      ...{ id: account.id, name: account.name, origin: account.origin, client },
      ready: () => (isBuiltin ? builtin.wake() : Promise.resolve()),
      delay: (kind) => budgets.delay(account, kind),
      refreshing: () => ({ delay: budgets.refreshDelay(account), pace: budgets.refreshPace(account) }),
      async capabilities() {
        const answered = announced.get(account.id);
        if (answered !== undefined) return ok(answered);
        const asked = await client.capabilities();
        if (asked.ok) {
          announced.set(account.id, asked.value);
          onAnnounced(account.id, asked.value);
        }
        return asked;
      },
    };
  };

  return {
    byId(id) {
      const account = accounts.find(id);
      return account === null ? null : toService(account);
    },
    byOrigin(origin) {
      const account = accounts.list().find((candidate) => candidate.origin === origin);
      return account === undefined ? null : toService(account);
    },
    origins: () => accounts.list().map(({ origin }) => origin),
    reports(id) {
      const capabilities = known(id);
      return capabilities === undefined ? null : capabilities?.features.includes('status') === true;
    },
    now: (id) => times.at(id),
    span: () => times.span(),
    known,
    askAgain(id) {
      announced.delete(id);
    },
  };
}

/**
 * Whether our own process is what will answer. While it is not there, or has had to take another port, whoever has the
 * port may be anybody on this computer: they get neither its token nor an envelope.
 */
const isAnswered = (state: RunState, { url }: HttpRequest): boolean =>
  state.status === 'running' && url.startsWith(`${state.origin}/`);

const NOT_THERE: Promise<HttpOutcome> = Promise.resolve({
  ok: false,
  error: { kind: 'unreachable', sent: false },
});

function tokenOf(account: Account, { tokens, builtinToken }: DirectoryParts): ClientAccount['token'] {
  if (account.id === BUILTIN_ID) return builtinToken;
  if (account.auth === 'anonymous') return () => Promise.resolve(ok(null));
  return async () => {
    const token = await tokens.read(account.id);
    if (!token.ok) return err({ code: 'keychain' });
    return token.value === null ? err({ code: 'token-missing' }) : ok(token.value);
  };
}
