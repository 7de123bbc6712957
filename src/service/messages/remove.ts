import { deleteRequestSchema, type MessageId } from '../../core/api/wire.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { badRequest, notFound, type ServiceFailure } from '../failure.ts';
import type { Store } from '../store/store.ts';
import { mayManage, type Requester } from './credentials.ts';

/** Deletes a message for its owner or for whoever holds its delete token. Doing it again is no failure. */
export async function removeMessage(
  messageId: MessageId,
  body: unknown,
  requester: Requester,
  store: Store,
  now: number,
): Promise<Result<null, ServiceFailure>> {
  const parsed = deleteRequestSchema.safeParse(body ?? {});
  if (!parsed.success) return err(badRequest('Send nothing, or {deleteToken}.'));
  const [message] = await store.find([messageId]);
  if (message === undefined) return err(notFound);
  if (!mayManage(message, requester, parsed.data.deleteToken)) {
    return err({ code: 'forbidden', error: 'Only its owner or its delete token can delete this message.' });
  }
  await store.remove(messageId, now);
  return ok(null);
}
