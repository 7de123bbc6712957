import { z } from 'zod';
import { isOrigin } from '../../core/api/origin.ts';

/** The account of the service the program brings along. Never stored, never removed. */
export const BUILTIN_ID = 'builtin';

/** What new secrets get unless the person says otherwise. */
export const defaultsSchema = z.strictObject({
  /** Seconds, or null for never. */
  lifetimeSeconds: z
    .int()
    .min(60)
    .max(10 * 365 * 86_400)
    .nullable(),
  maxAccess: z.int().min(1).max(1_000_000).nullable(),
});

/** One service and how to be known there. The token is not in here: it is in the keychain. */
export const accountSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(60),
  /** Scheme, host and port. Whoever changed the file: a token goes to no address that could not be added either. */
  origin: z.string().min(1).max(300).refine(isOrigin),
  auth: z.enum(['token', 'anonymous']),
  defaults: defaultsSchema,
  /** Which hash derives the keys of envelopes for this service's recipients. */
  hash: z.enum(['SHA-256', 'SHA-1']),
});
export type Account = z.infer<typeof accountSchema>;

export const USUAL_DEFAULTS: Account['defaults'] = { lifetimeSeconds: 7 * 86_400, maxAccess: 1 };
