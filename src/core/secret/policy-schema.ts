/** Apart from the bounds: a window's first view needs those, and no schema. */
import { z } from 'zod';
import { MAX_ACCESS_LIMIT, MAX_NAME_LENGTH } from './policy.ts';

export const policySchema = z.strictObject({
  expiresAt: z.iso.datetime().nullable(),
  maxAccess: z.int().min(1).max(MAX_ACCESS_LIMIT).nullable(),
});

export const secretNameSchema = z.string().trim().min(1).max(MAX_NAME_LENGTH);
