import { STATUS_BATCH_LIMIT, type StatusRow, statusRequestSchema } from '../../core/api/wire.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { badRequest, type ServiceFailure } from '../failure.ts';
import { endOf, type Store, type StoredMessage } from '../store/store.ts';
import { mayManage, type Requester } from './credentials.ts';

/** Tells what became of messages, row by row and in the order asked for. Never counts as an access. */
export async function statusOfMessages(
  body: unknown,
  requester: Requester,
  store: Store,
  now: number,
): Promise<Result<readonly StatusRow[], ServiceFailure>> {
  const parsed = statusRequestSchema.safeParse(body);
  if (!parsed.success) {
    return err(badRequest(`Send 1 to ${STATUS_BATCH_LIMIT} messages as {messageId, deleteToken?}.`));
  }
  const { messages } = parsed.data;
  const found = await store.find(messages.map(({ messageId }) => messageId));
  const byId = new Map(found.map((message) => [message.messageId, message]));
  return ok(
    messages.map(({ messageId, deleteToken }): StatusRow => {
      const message = byId.get(messageId);
      if (message === undefined) return { messageId, state: 'unknown' };
      if (!mayManage(message, requester, deleteToken)) return { messageId, state: 'forbidden' };
      return toRow(message, now);
    }),
  );
}

function toRow(message: StoredMessage, now: number): StatusRow {
  const { messageId, accessCount, maxAccess } = message;
  return {
    messageId,
    state: endOf(message, now) ?? 'active',
    accessCount,
    maxAccess,
    createdAt: new Date(message.createdAt).toISOString(),
    expiresAt: isoOrNull(message.expiresAt),
    firstAccessAt: isoOrNull(message.firstAccessAt),
    lastAccessAt: isoOrNull(message.lastAccessAt),
  };
}

export const isoOrNull = (millis: number | null): string | null =>
  millis === null ? null : new Date(millis).toISOString();
