import { type CreateRequest, createRequestSchema, type MessageId } from '../../core/api/wire.ts';
import { inspect } from '../../core/envelope/index.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { badRequest, type ServiceFailure } from '../failure.ts';
import type { Limits } from '../limits.ts';
import type { Surroundings } from '../ports.ts';
import type { ReplayRecord, Store } from '../store/store.ts';
import {
  newDeleteToken,
  type Requester,
  replayableDeleteToken,
  sameHash,
  sha256,
  TOKEN_BYTES,
} from './credentials.ts';
import { newMessageId } from './identifiers.ts';

export interface CreateDependencies extends Pick<Surroundings, 'clock' | 'random'> {
  readonly store: Store;
  readonly limits: Limits;
}

export interface CreatedMessage {
  readonly messageId: MessageId;
  /** For anonymous messages only. */
  readonly deleteToken: string | null;
  /** Milliseconds since the Unix epoch, or null for never. */
  readonly expiresAt: number | null;
}

/** Any visible characters. Long enough that two callers do not meet by chance. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,200}$/;

/** An id met twice by chance does not happen; a generator that repeats itself must still not loop for ever. */
const MAX_ATTEMPTS = 5;

/**
 * Stores a message. With an idempotency key a repeated call gets the first answer for a day and creates
 * nothing, even when the message has ended since.
 */
export async function createMessage(
  body: unknown,
  idempotencyKey: string | null,
  requester: Requester,
  dependencies: CreateDependencies,
): Promise<Result<CreatedMessage, ServiceFailure>> {
  const request = readRequest(body, dependencies.limits);
  if (!request.ok) return request;
  if (idempotencyKey !== null && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    return err(badRequest('The Idempotency-Key must have 8 to 200 visible ASCII characters.'));
  }
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (idempotencyKey !== null) {
      const replayed = await replay(request.value, idempotencyKey, requester, dependencies);
      if (replayed !== null) return replayed;
    }
    const created = await tryCreate(request.value, idempotencyKey, requester, dependencies);
    if (created !== null) return created;
  }
  throw new Error('no free message id');
}

interface CheckedRequest {
  readonly envelope: string;
  readonly name: string | null;
  readonly expiresAt: number | null;
  readonly maxAccess: number | null;
}

function readRequest(body: unknown, limits: Limits): Result<CheckedRequest, ServiceFailure> {
  const parsed = createRequestSchema.safeParse(body);
  if (!parsed.success) return err(badRequest(`Not a valid request: ${fieldOf(parsed.error.issues)}.`));
  const { encryptedContent, name, expiresAt, maxAccess }: CreateRequest = parsed.data;
  if (encryptedContent.length > limits.maxContentBytes) {
    return err({
      code: 'too-large',
      error: `The encrypted content is limited to ${limits.maxContentBytes} bytes.`,
    });
  }
  // That it opens is for its reader to find out; what this stops is plaintext sent by mistake.
  if (!inspect(encryptedContent, limits.maxContentBytes).ok) {
    return err(badRequest('encryptedContent is not an envelope: hex(salt), hex(iv), base64(ciphertext).'));
  }
  if ((maxAccess ?? 1) > limits.maxAccess) {
    return err(badRequest(`maxAccess is limited to ${limits.maxAccess}.`));
  }
  return ok({
    envelope: encryptedContent,
    name: name ?? null,
    expiresAt: typeof expiresAt === 'string' ? Date.parse(expiresAt) : null,
    maxAccess: maxAccess ?? null,
  });
}

/** Names the field and never what was in it. */
function fieldOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  const field = issues[0]?.path[0];
  return field === undefined ? 'the body is not a JSON object' : `see ${String(field)}`;
}

function checkExpiry(expiresAt: number | null, now: number, limits: Limits): ServiceFailure | null {
  if (expiresAt === null) return null;
  if (expiresAt <= now) return badRequest('expiresAt is not in the future.');
  if (expiresAt > now + limits.maxLifetimeSeconds * 1000) {
    return badRequest(`expiresAt is more than ${limits.maxLifetimeSeconds} seconds ahead.`);
  }
  return null;
}

const keyHashOf = (idempotencyKey: string, requester: Requester): Uint8Array =>
  sha256(requester.ownerHash ?? 'anonymous', '\0', idempotencyKey);

/** Over what was asked for rather than over the bytes: the order of fields does not make it another request. */
const fingerprintOf = ({ envelope, name, expiresAt, maxAccess }: CheckedRequest): Uint8Array =>
  sha256(JSON.stringify([name, expiresAt, maxAccess]), '\0', envelope);

async function replay(
  request: CheckedRequest,
  idempotencyKey: string,
  requester: Requester,
  { store, clock }: CreateDependencies,
): Promise<Result<CreatedMessage, ServiceFailure> | null> {
  const record = await store.findReplay(keyHashOf(idempotencyKey, requester), clock());
  if (record === null) return null;
  if (!sameHash(record.fingerprint, fingerprintOf(request))) {
    return err({
      code: 'idempotency-mismatch',
      error: 'This Idempotency-Key was used for another request.',
    });
  }
  const { messageId, salt } = record;
  const deleteToken =
    requester.ownerHash === null ? replayableDeleteToken(idempotencyKey, salt, messageId) : null;
  return ok({ messageId, deleteToken, expiresAt: request.expiresAt });
}

/** Null when the id or the key was taken in the meantime. */
async function tryCreate(
  request: CheckedRequest,
  idempotencyKey: string | null,
  requester: Requester,
  { store, clock, random, limits }: CreateDependencies,
): Promise<Result<CreatedMessage, ServiceFailure> | null> {
  const now = clock();
  const refusal = checkExpiry(request.expiresAt, now, limits);
  if (refusal !== null) return err(refusal);
  const messageId = newMessageId(random);
  const record: ReplayRecord | null =
    idempotencyKey === null
      ? null
      : {
          keyHash: keyHashOf(idempotencyKey, requester),
          fingerprint: fingerprintOf(request),
          salt: random(TOKEN_BYTES),
          messageId,
          createdAt: now,
        };
  const deleteToken =
    requester.ownerHash !== null
      ? null
      : idempotencyKey === null || record === null
        ? newDeleteToken(random)
        : replayableDeleteToken(idempotencyKey, record.salt, messageId);
  const outcome = await store.create(
    {
      ...request,
      messageId,
      createdAt: now,
      ownerHash: requester.ownerHash,
      deleteTokenHash: deleteToken === null ? null : sha256(deleteToken),
    },
    record,
  );
  return outcome === 'created' ? ok({ messageId, deleteToken, expiresAt: request.expiresAt }) : null;
}
