import { type ApiToken, isApiToken } from '../../core/api/token.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Keychain, KeychainError } from '../keychain/keychain.ts';

/** Where an account's token is: words for a person are chosen in the window. */
export type TokenPlace = 'keychain' | 'this-run' | 'missing' | 'unavailable';

/** Hands tokens to the client and to nobody else. Read from the keychain when first needed in a run. */
export interface TokenVault {
  /** Null when the account has none. A failure says nothing about whether there is one. */
  read(accountId: string): Promise<Result<ApiToken | null, KeychainError>>;
  place(accountId: string): Promise<TokenPlace>;
  write(accountId: string, token: ApiToken): Promise<Result<null, KeychainError>>;
  remove(accountId: string): Promise<Result<null, KeychainError>>;
  /** Drops what is in memory: the next use asks the keychain again. */
  forget(): void;
}

export function createTokenVault(keychain: Keychain): TokenVault {
  const known = new Map<string, ApiToken>();
  const itemOf = (accountId: string) => `token:${accountId}` as const;

  async function read(accountId: string): Promise<Result<ApiToken | null, KeychainError>> {
    const cached = known.get(accountId);
    if (cached !== undefined) return ok(cached);
    const stored = await keychain.read(itemOf(accountId));
    if (!stored.ok) return err(stored.error);
    // Somebody may have changed the item by hand: what is no token is none.
    const token = stored.value !== null && isApiToken(stored.value) ? stored.value : null;
    if (token !== null) known.set(accountId, token);
    return ok(token);
  }

  return {
    read,
    async place(accountId) {
      const token = await read(accountId);
      if (!token.ok) return 'unavailable';
      if (token.value === null) return 'missing';
      return keychain.backend === 'memory' ? 'this-run' : 'keychain';
    },
    async write(accountId, token) {
      const written = await keychain.write(itemOf(accountId), token);
      if (written.ok) known.set(accountId, token);
      return written;
    },
    async remove(accountId) {
      const removed = await keychain.remove(itemOf(accountId));
      if (removed.ok) known.delete(accountId);
      return removed;
    },
    forget() {
      if (keychain.backend !== 'memory') known.clear();
    },
  };
}
