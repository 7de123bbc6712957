/** Calls about accounts. A token goes in and never comes out. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { parseOrigin, type ServiceOrigin } from '../../../core/api/origin.ts';
import { type ApiToken, cleanToken } from '../../../core/api/token.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { CallHandlers, CallOutput } from '../../../shared/bridge/contract.ts';
import type {
  Abilities,
  addAccountInput,
  Account as AccountView,
  AddAccountOutput,
  CheckOutput,
} from '../../../shared/bridge/models.ts';
import { type Account, BUILTIN_ID } from '../../accounts/account.ts';
import type { HandlerParts } from './parts.ts';

type AccountCall =
  | 'accounts.list'
  | 'accounts.add'
  | 'accounts.change'
  | 'accounts.setToken'
  | 'accounts.check'
  | 'accounts.use'
  | 'accounts.remove';

export function accountCalls(parts: HandlerParts): Pick<CallHandlers, AccountCall> {
  const { accounts } = parts;
  const telling = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    parts.broadcast('accounts.changed', await listAccounts(parts));
    return result;
  };
  return {
    'accounts.list': () => listAccounts(parts),
    'accounts.add': (input) => telling(add(parts, input)),
    'accounts.change': ({ id, name, defaults, hash }) => {
      const part = { ...(name && { name }), ...(defaults && { defaults }), ...(hash && { hash }) };
      const changed = accounts.change(id, part);
      return telling(changed === null ? Promise.resolve(null) : toView(parts, changed));
    },
    'accounts.setToken': ({ id, token }) => telling(setToken(parts, id, token)),
    'accounts.check': ({ id }) => telling(check(parts, id)),
    'accounts.use': ({ id }) => telling(Promise.resolve(accounts.use(id))),
    'accounts.remove': ({ id }) => telling(remove(parts, id)),
  };
}

export function listAccounts(parts: HandlerParts): Promise<AccountView[]> {
  return Promise.all(parts.accounts.list().map((account) => toView(parts, account)));
}

async function add(parts: HandlerParts, input: z.output<typeof addAccountInput>): Promise<AddAccountOutput> {
  const { accounts, tokens } = parts;
  const origin = readOrigin(input.origin, input.acceptInsecure);
  if (!origin.ok) return { outcome: 'invalid', why: origin.error };
  const token = readToken(input.token);
  if (!token.ok) return { outcome: 'invalid', why: token.error };
  const account: Account = {
    id: randomUUID(),
    name: input.name,
    origin: origin.value.origin,
    auth: token.value === null ? 'anonymous' : 'token',
    defaults: input.defaults,
    hash: input.hash,
  };
  // The token first: an account without its token would look as if it had lost it.
  if (token.value !== null && !(await tokens.write(account.id, token.value)).ok) {
    return { outcome: 'invalid', why: 'keychain' };
  }
  try {
    accounts.add(account);
  } catch {
    await tokens.remove(account.id);
    return { outcome: 'invalid', why: 'storage' };
  }
  return { outcome: 'added', account: await toView(parts, account) };
}

type OriginProblem = 'origin-malformed' | 'origin-insecure' | 'origin-private';

function readOrigin(typed: string, acceptInsecure: boolean): Result<ServiceOrigin, OriginProblem> {
  const origin = parseOrigin(typed);
  if (!origin.ok) return err(`origin-${origin.error.code}` as const);
  return origin.value.security === 'private' && !acceptInsecure ? err('origin-private') : origin;
}

function readToken(pasted: string | null): Result<ApiToken | null, 'token-malformed'> {
  if (pasted === null) return ok(null);
  const cleaned = cleanToken(pasted);
  return cleaned.ok ? ok(cleaned.value.token) : err('token-malformed');
}

async function setToken(
  { accounts, tokens, services, wakeOutbox }: HandlerParts,
  id: string,
  pasted: string | null,
): Promise<CallOutput<'accounts.setToken'>> {
  if (id === BUILTIN_ID || accounts.find(id) === null) return 'no-account';
  const token = readToken(pasted);
  if (!token.ok) return token.error;
  const kept = token.value === null ? await tokens.remove(id) : await tokens.write(id, token.value);
  if (!kept.ok) return 'keychain';
  try {
    accounts.change(id, { auth: token.value === null ? 'anonymous' : 'token' });
  } catch {
    return 'storage';
  }
  services.askAgain(id);
  wakeOutbox();
  return 'stored';
}

async function check(parts: HandlerParts, id: string): Promise<CheckOutput> {
  const account = parts.accounts.find(id);
  const service = parts.services.byId(id);
  if (account === null || service === null) return { outcome: 'no-account' };
  parts.services.askAgain(id);
  const answered = await service.capabilities();
  return answered.ok
    ? { outcome: 'answered', account: await toView(parts, account) }
    : { outcome: 'failed', reason: answered.error };
}

async function remove(
  { accounts, tokens, services }: HandlerParts,
  id: string,
): Promise<CallOutput<'accounts.remove'>> {
  if (id === BUILTIN_ID || accounts.find(id) === null) return 'no-account';
  // A token that stays behind unseen is worse than an account that stays behind seen.
  if (!(await tokens.remove(id)).ok) return 'keychain';
  services.askAgain(id);
  return accounts.remove(id) ? 'removed' : 'no-account';
}

async function toView(parts: HandlerParts, account: Account): Promise<AccountView> {
  const { accounts, tokens, budgets } = parts;
  const isBuiltin = account.id === BUILTIN_ID;
  const { limit, remaining, freeAt } = budgets.remaining(account);
  const origin = parseOrigin(account.origin);
  return {
    ...account,
    isBuiltin,
    isCurrent: accounts.currentId === account.id,
    isInsecure: origin.ok && origin.value.security === 'private',
    token: isBuiltin || account.auth === 'anonymous' ? 'none' : await tokens.place(account.id),
    abilities: abilitiesOf(parts, account.id),
    budget: { limit, remaining, freeAt: freeAt === null ? null : new Date(freeAt).toISOString() },
  };
}

function abilitiesOf({ services }: HandlerParts, id: string): Abilities {
  const known = services.known(id);
  if (known === undefined) return { known: 'not-asked' };
  if (known === null) return { known: 'documented-only' };
  const { features, limits } = known;
  return {
    known: 'announced',
    reports: features.includes('status'),
    deletes: features.includes('delete'),
    opens: features.includes('open'),
    repeatsSafely: features.includes('idempotency'),
    ...limits,
  };
}
