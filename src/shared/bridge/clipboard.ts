/**
 * What crosses the bridge about the clipboard: whether something of ours is in it and until when. The text itself
 * crosses in one case only, which the person has to choose (docs/decisions/0021-marking-costs-a-crossing.md).
 */
import { z } from 'zod';
import { moment } from './models.ts';

/** The longest text that is written with marks: a password, not a document. In UTF-16 units. */
export const MAX_MARKED_LENGTH = 4_096;

/** HMAC-SHA-256 of salt and text under a key that stays in the windows' storage: 16 and 32 bytes, base64. */
export const clipboardMarkSchema = z.strictObject({
  salt: z.base64().length(24),
  mac: z.base64().length(44),
});
export type ClipboardMark = z.infer<typeof clipboardMarkSchema>;

export const wroteInput = z.strictObject({
  /** Null where the window could not make one: then it is read back, and not watched. */
  mark: clipboardMarkSchema.nullable(),
});

export const markedTextInput = z.strictObject({ text: z.string().min(1).max(MAX_MARKED_LENGTH) });

export const clipboardStateSchema = z.strictObject({
  watch: z.discriminatedUnion('status', [
    /** Nothing of ours, as far as we know. */
    z.strictObject({ status: z.literal('idle') }),
    /** Cleared at `until` if it still is ours then; null where only locking and quitting clear it. */
    z.strictObject({ status: z.literal('watching'), until: moment.nullable() }),
    /** Just found to be ours, and taken away. */
    z.strictObject({ status: z.literal('cleared') }),
    /** Somebody else has written since. */
    z.strictObject({ status: z.literal('replaced') }),
    /** It could not be found out whose it is, or it would not be cleared. */
    z.strictObject({ status: z.literal('left') }),
  ]),
  /** Whether passwords can be marked here so that histories leave them out. */
  canMark: z.boolean(),
});
export type ClipboardState = z.infer<typeof clipboardStateSchema>;

/** What the guard window is asked. */
export const clipboardQuestionSchema = z.discriminatedUnion('by', [
  clipboardMarkSchema.extend({ by: z.literal('mark') }),
  /** A link that the main process wrote itself, from the tray. */
  z.strictObject({ by: z.literal('text'), text: z.string().min(1).max(4_096) }),
]);
export type ClipboardQuestion = z.infer<typeof clipboardQuestionSchema>;

export const verdictInput = z.strictObject({ isOurs: z.boolean() });
