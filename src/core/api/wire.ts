/**
 * The service's HTTP contract, once for both ends: the client that calls it and the built-in service that
 * answers it. `docs/protocol.md` says which part is documented by EnigmaCrypt and which is our extension.
 */
import { z } from 'zod';

export const messageIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/);
export type MessageId = z.infer<typeof messageIdSchema>;

/** Documented: `enigma_` and no spaces, line breaks or odd characters. The length is our own bound. */
export const apiTokenPattern = /^enigma_[A-Za-z0-9_-]{8,256}$/;

// ---- Documented: POST /api/messages ------------------------------------------------------------------------

export const createRequestSchema = z.object({
  encryptedContent: z.string().min(1),
  name: z.string().max(200).nullish(),
  expiresAt: z.iso.datetime({ offset: true }).nullish(),
  maxAccess: z.int().min(1).nullish(),
});
export type CreateRequest = z.infer<typeof createRequestSchema>;

/** Extension: for how long a repeated call under the same `Idempotency-Key` gets the first answer, in milliseconds. */
export const IDEMPOTENCY_MS = 24 * 60 * 60 * 1000;

export const createdSchema = z.object({
  success: z.literal(true),
  message: z.string().optional(),
  data: z.object({ messageId: messageIdSchema, deleteToken: z.string().min(1).max(512).optional() }),
});

/** Every failure. `code` is our extension; a documented-only service sends `error` alone. */
export const failureSchema = z.object({
  success: z.literal(false),
  error: z.string().optional(),
  code: z.string().optional(),
});

// ---- Extension: GET /api/capabilities ----------------------------------------------------------------------

export const capabilitiesSchema = z.object({
  success: z.literal(true),
  data: z.object({
    service: z.string().max(200),
    version: z.string().max(50),
    features: z.array(z.string().max(50)).max(50),
    limits: z.object({
      maxContentBytes: z.int().positive(),
      maxAccess: z.int().positive(),
      maxLifetimeSeconds: z.int().positive(),
    }),
    kdf: z.object({ hash: z.enum(['SHA-256', 'SHA-1']), iterations: z.int().positive() }),
  }),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>['data'];

// ---- Extension: POST /api/messages/{id}/open ---------------------------------------------------------------

export const openedSchema = z.object({
  success: z.literal(true),
  data: z.object({
    encryptedContent: z.string().min(1),
    accessCount: z.int().nonnegative(),
    maxAccess: z.int().positive().nullable(),
    expiresAt: z.iso.datetime({ offset: true }).nullable(),
  }),
});

// ---- Extension: POST /api/messages/status ------------------------------------------------------------------

export const STATUS_BATCH_LIMIT = 100;

export const statusRequestSchema = z.object({
  messages: z
    .array(z.object({ messageId: messageIdSchema, deleteToken: z.string().min(1).max(512).optional() }))
    .min(1)
    .max(STATUS_BATCH_LIMIT),
});

/** By its offset a date may lie before the year 0 or after 9999, where it could not be written in this form again. */
const isWritable = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && /^\d{4}-/.test(new Date(time).toISOString());
};
const timestamp = z.iso.datetime({ offset: true }).refine(isWritable).nullable();

export const statusRowSchema = z.discriminatedUnion('state', [
  z.object({
    messageId: messageIdSchema,
    state: z.enum(['active', 'exhausted', 'expired', 'deleted']),
    accessCount: z.int().nonnegative(),
    maxAccess: z.int().positive().nullable(),
    createdAt: z.iso.datetime({ offset: true }),
    expiresAt: timestamp,
    firstAccessAt: timestamp,
    lastAccessAt: timestamp,
  }),
  z.object({ messageId: messageIdSchema, state: z.enum(['unknown', 'forbidden']) }),
]);
export type StatusRow = z.infer<typeof statusRowSchema>;

export const statusSchema = z.object({
  success: z.literal(true),
  data: z.object({ messages: z.array(statusRowSchema) }),
});

// ---- Extension: DELETE /api/messages/{id} ------------------------------------------------------------------

export const deleteRequestSchema = z.object({ deleteToken: z.string().min(1).max(512).optional() });

export const deletedSchema = z.object({ success: z.literal(true) });

/** `code` values our service adds to failures, so that a client need not read English. */
export const failureCodes = [
  'bad-request',
  'unauthorized',
  'forbidden',
  'not-found',
  'timeout',
  'expired',
  'exhausted',
  'deleted',
  'idempotency-mismatch',
  'too-large',
  'rate-limited',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];
