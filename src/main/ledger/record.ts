import { z } from 'zod';
import type { ServiceFailure } from '../../core/api/failure.ts';
import { messageIdSchema } from '../../core/api/wire.ts';
import type { Evidence } from '../../core/secret/state.ts';

/** What a row's sealed part says. Written as JSON; `v` allows for later forms. */
export const sealedPartSchema = z.strictObject({
  v: z.literal(1),
  name: z.string().nullable(),
  service: z.strictObject({ id: z.string(), name: z.string(), origin: z.string() }),
  maxAccess: z.int().positive().nullable(),
  messageId: messageIdSchema.nullable(),
  deleteToken: z.string().nullable(),
});
export type SealedPart = z.infer<typeof sealedPartSchema>;

/** One secret that was sent, or is to be. Times are ISO 8601 in UTC. */
export interface LedgerRecord extends Evidence, Omit<SealedPart, 'v' | 'maxAccess'> {
  readonly id: string;
  readonly createdAt: string;
  readonly firstAccessAt: string | null;
  /** Why it is still in the outbox, when it is. */
  readonly reason: ServiceFailure | null;
}

/** What the outbox keeps beside the record until the service has acknowledged. */
export interface OutboxItem {
  readonly record: LedgerRecord;
  readonly envelope: string;
  readonly attempts: number;
}
