import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { apiTokenPattern } from '../../core/api/wire.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { ServiceFailure } from '../failure.ts';
import { type Requester, sameHash, sha256 } from '../messages/credentials.ts';

export interface TokenRegister {
  /** The token's hash if the service knows it. */
  find(token: string): Uint8Array | null;
  readonly isEmpty: boolean;
}

/** Keeps nothing but the hashes. */
export function createTokenRegister(tokens: readonly string[]): TokenRegister {
  const hashes = tokens.map((token) => sha256(token));
  return {
    isEmpty: hashes.length === 0,
    find(token) {
      const wanted = sha256(token);
      return hashes.find((hash) => sameHash(hash, wanted)) ?? null;
    },
  };
}

/**
 * Who is calling. As documented, a request without a token is anonymous. One with a token the service does
 * not know is refused rather than taken for anonymous: its sender believes to own what it creates. A service
 * without tokens of its own takes everyone for anonymous.
 */
export function authenticate(
  authorization: string | undefined,
  tokens: TokenRegister,
): Result<Requester, ServiceFailure> {
  if (authorization === undefined || tokens.isEmpty) return ok({ ownerHash: null });
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const ownerHash = token !== undefined && apiTokenPattern.test(token) ? tokens.find(token) : null;
  if (ownerHash !== null) return ok({ ownerHash });
  return err({ code: 'unauthorized', error: 'This token is not known here.' });
}

/**
 * The address a request is counted under. One household or machine holds a whole /64 of IPv6, so that counts
 * as one. Behind a proxy of our own (`trustProxy`) it is the address that proxy saw.
 */
export function addressOf(incoming: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? incoming.headers['x-forwarded-for'] : undefined;
  const nearest = [forwarded ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '';
  const address = isIP(nearest) === 0 ? (incoming.socket.remoteAddress ?? 'unknown') : nearest;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIP(address) === 6 ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array.from({ length: Math.max(zeros, 0) }, () => '0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
