import type { MessageId } from '../../core/api/wire.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { notFound, type ServiceFailure } from '../failure.ts';
import type { MessageEnd, OpenOutcome, Store } from '../store/store.ts';

export type OpenedMessage = Extract<OpenOutcome, { kind: 'opened' }>;

const GONE: Record<MessageEnd, string> = {
  exhausted: 'This message has been opened as often as its sender allowed.',
  expired: 'This message has expired.',
  deleted: 'This message was deleted by its sender.',
};

/** Hands out the envelope and counts one access. */
export async function openMessage(
  messageId: MessageId,
  store: Store,
  now: number,
): Promise<Result<OpenedMessage, ServiceFailure>> {
  const outcome = await store.open(messageId, now);
  switch (outcome.kind) {
    case 'unknown':
      return err(notFound);
    case 'ended':
      return err({ code: outcome.end, error: GONE[outcome.end] });
    case 'opened':
      return ok(outcome);
  }
}
