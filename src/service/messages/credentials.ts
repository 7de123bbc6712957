import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { MessageId } from '../../core/api/wire.ts';
import type { RandomBytes } from '../../core/ports.ts';

export const TOKEN_BYTES = 32;

export const sha256 = (...parts: readonly (string | Uint8Array)[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Takes the same time wherever the two differ, so that an answer's delay tells nothing. */
export function sameHash(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A delete token for an anonymous message: 43 characters of base64url. Only its hash is kept. */
export const newDeleteToken = (random: RandomBytes): string =>
  Buffer.from(random(TOKEN_BYTES)).toString('base64url');

/**
 * The delete token of a create call that can be repeated. It is made anew from what the caller sends again
 * (the key) and what only the service has (the salt), so that it need not be kept and neither half is enough.
 */
export const replayableDeleteToken = (
  idempotencyKey: string,
  salt: Uint8Array,
  messageId: MessageId,
): string =>
  createHmac('sha256', salt).update(`delete-token\0${messageId}\0${idempotencyKey}`).digest('base64url');

/** Who sends a request: the hash of a token the service knows, or null for anonymous. */
export interface Requester {
  readonly ownerHash: Uint8Array | null;
}

/** Whether the requester may see and delete a message: its owner, or whoever holds its delete token. */
export function mayManage(
  message: { readonly ownerHash: Uint8Array | null; readonly deleteTokenHash: Uint8Array | null },
  requester: Requester,
  deleteToken: string | undefined,
): boolean {
  if (message.ownerHash !== null && requester.ownerHash !== null) {
    if (sameHash(message.ownerHash, requester.ownerHash)) return true;
  }
  if (message.deleteTokenHash === null || deleteToken === undefined) return false;
  return sameHash(message.deleteTokenHash, sha256(deleteToken));
}
