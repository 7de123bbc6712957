/** Accounts and what belongs to them, scripted. */
import type { z } from 'zod';
import { parseOrigin } from '../../src/core/api/origin.ts';
import { cleanToken } from '../../src/core/api/token.ts';
import type { CallHandlers, calls } from '../../src/shared/bridge/contract.ts';
import type { Account, AddAccountOutput } from '../../src/shared/bridge/models.ts';
import type { CallName } from '../../src/shared/bridge/names.ts';
import { otherAccount } from './accounts.ts';
import { DIAGNOSTICS } from './diagnostics.ts';
import { definedOf, type Emit, type World } from './world.ts';

type AccountCall = Extract<CallName, `accounts.${string}` | `passwords.${string}` | 'diagnostics.read'>;

export function createAccountHandlers(world: World, emit: Emit): Pick<CallHandlers, AccountCall> {
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
