import { IDEMPOTENCY_MS, type MessageId } from '../../core/api/wire.ts';

/** Why a message can no longer be opened. */
export type MessageEnd = 'exhausted' | 'expired' | 'deleted';

/** A message without its content. Times are milliseconds since the Unix epoch, hashes are SHA-256. */
export interface StoredMessage {
  readonly messageId: MessageId;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly maxAccess: number | null;
  readonly accessCount: number;
  readonly firstAccessAt: number | null;
  readonly lastAccessAt: number | null;
  /** Null while its content is kept. Expiry shows here only once the content has been wiped. */
  readonly end: MessageEnd | null;
  readonly ownerHash: Uint8Array | null;
  readonly deleteTokenHash: Uint8Array | null;
}

export interface NewMessage {
  readonly messageId: MessageId;
  readonly envelope: string;
  readonly name: string | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly maxAccess: number | null;
  readonly ownerHash: Uint8Array | null;
  readonly deleteTokenHash: Uint8Array | null;
}

/** For how long a repeated create call gets the first answer. */
export const REPLAY_LIFETIME_MS = IDEMPOTENCY_MS;

/** A create call that may be repeated. Neither the caller's key nor a delete token is kept, only hashes. */
export interface ReplayRecord {
  /** SHA-256 over who calls and the caller's key. */
  readonly keyHash: Uint8Array;
  /** SHA-256 over what was asked for. */
  readonly fingerprint: Uint8Array;
  /** With the caller's key it gives the delete token again. */
  readonly salt: Uint8Array;
  readonly messageId: MessageId;
  readonly createdAt: number;
}

export type OpenOutcome =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ended'; readonly end: MessageEnd }
  | {
      readonly kind: 'opened';
      readonly envelope: string;
      readonly accessCount: number;
      readonly maxAccess: number | null;
      readonly expiresAt: number | null;
    };

/**
 * Where the service keeps its messages. Each call is atomic and durable when it answers: what was
 * acknowledged survives a crash of the process or of the machine. Asynchronous so that a database on the
 * network can stand behind it.
 */
export interface Store {
  /** `id-taken` and `key-taken` change nothing. */
  create(message: NewMessage, replay: ReplayRecord | null): Promise<'created' | 'id-taken' | 'key-taken'>;
  /** An earlier create call under this key, unless it is older than {@link REPLAY_LIFETIME_MS}. */
  findReplay(keyHash: Uint8Array, now: number): Promise<ReplayRecord | null>;
  /** Counts one access and hands out the content; wipes it with the last one. Among many only one wins. */
  open(messageId: MessageId, now: number): Promise<OpenOutcome>;
  /** Those that exist, in no particular order. Never counts. */
  find(messageIds: readonly MessageId[]): Promise<readonly StoredMessage[]>;
  /** Wipes the content. What had already ended keeps the reason it ended for. */
  remove(messageId: MessageId, now: number): Promise<void>;
  /** Wipes the content of what has expired by `now`, and forgets replay records that outlived their use. */
  sweep(now: number): Promise<void>;
  /** When there is next something to sweep, or null when there is nothing to wait for. */
  nextDue(): Promise<number | null>;
  /** Whether anybody could open anything that is in it. */
  holdsAnything(now: number): Promise<boolean>;
  close(): Promise<void>;
}

/** A message whose moment has passed counts as expired even before its content is wiped. */
export function endOf(message: Pick<StoredMessage, 'end' | 'expiresAt'>, now: number): MessageEnd | null {
  if (message.end !== null) return message.end;
  return message.expiresAt !== null && message.expiresAt <= now ? 'expired' : null;
}
