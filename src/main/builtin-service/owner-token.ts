import { randomBytes } from 'node:crypto';
import { type ApiToken, isApiToken } from '../../core/api/token.ts';
import type { Keychain } from '../keychain/keychain.ts';

/**
 * The token with which the program owns what it puts into its own service. Made at first use and kept in the
 * keychain; without one it lasts for this run, and secrets sent in it cannot be asked about afterwards.
 */
export async function ownerToken(keychain: Keychain): Promise<ApiToken> {
  const stored = await keychain.read('builtin-service-token');
  if (stored.ok && stored.value !== null && isApiToken(stored.value)) return stored.value;
  const fresh = `enigma_${randomBytes(32).toString('base64url')}`;
  if (!isApiToken(fresh)) throw new Error('base64url has left the form of a token');
  // A keychain that failed to answer may still hold the older one: it is not overwritten.
  if (stored.ok) await keychain.write('builtin-service-token', fresh);
  return fresh;
}
