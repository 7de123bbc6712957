/** Accounts as the main process tells of them. */
import type { Account } from '../../src/shared/bridge/models.ts';

/** Where the double's built-in service is. */
export const ORIGIN = 'http://127.0.0.1:47400';

/** An account at a service elsewhere that was not asked yet. */
export const otherAccount = (part: Partial<Account> = {}): Account => ({
  ...builtinAccount(),
  ...{ id: 'work', isBuiltin: false, isCurrent: false, name: 'Work', origin: 'https://enigmacrypt.app' },
  token: 'keychain',
  abilities: { known: 'not-asked' },
  ...part,
});

export function builtinAccount(): Account {
  return {
    id: 'builtin',
    isBuiltin: true,
    isCurrent: true,
    name: 'Built-in service',
    origin: ORIGIN,
    isInsecure: false,
    auth: 'token',
    token: 'none',
    defaults: { lifetimeSeconds: 7 * 86_400, maxAccess: 1 },
    hash: 'SHA-256',
    abilities: {
      known: 'announced',
      ...{ reports: true, deletes: true, opens: true, repeatsSafely: true },
      ...{ maxContentBytes: 16 * 1024 * 1024, maxAccess: 1_000_000, maxLifetimeSeconds: 10 * 365 * 86_400 },
    },
    budget: { limit: 100, remaining: 100, freeAt: null },
  };
}
