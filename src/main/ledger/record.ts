import { z } from 'zod';
import type { ServiceFailure } from '../../core/api/failure.ts';
import { messageIdSchema } from '../../core/api/wire.ts';
import type { Evidence } from '../../core/secret/state.ts';

const serviceSchema = z.strictObject({ id: z.string(), name: z.string(), origin: z.string() });
const firstForm = z.strictObject({
  v: z.literal(1),
  name: z.string().nullable(),
  service: serviceSchema,
  maxAccess: z.int().positive().nullable(),
  messageId: messageIdSchema.nullable(),
  deleteToken: z.string().nullable(),
});
const secondForm = firstForm.extend({ v: z.literal(2), note: z.string().nullable() });

/** What a row's sealed part says, written as JSON. A row of an earlier form is written anew when it changes. */
export const sealedPartSchema = z.discriminatedUnion('v', [
  secondForm,
  firstForm.transform((part) => ({ ...part, v: 2 as const, note: null })),
]);
export type SealedPart = z.infer<typeof secondForm>;

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
