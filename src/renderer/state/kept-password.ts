import { z } from 'zod';

/** A password with how it is set apart for the eye, as it was handed over. */
const keptSchema = z.strictObject({
  password: z.string(),
  division: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('separator'), separator: z.string() }),
      z.strictObject({ by: z.literal('groups') }),
    ])
    .nullable(),
});
export type KeptPassword = z.infer<typeof keptSchema>;

/** Reads what was kept; null when it is something else. */
export function readKept(text: string): KeptPassword | null {
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
