/** What crosses the bridge about a program that stays: being asked from outside, locking, closing, starting. */
import { z } from 'zod';

/** The views that may be asked for from outside; each has nothing in its address but its name. */
export const viewNames = ['compose', 'sent', 'open', 'settings', 'accounts'] as const;
export const viewNameSchema = z.enum(viewNames);
export type ViewName = z.infer<typeof viewNameSchema>;

/** What was asked for from outside: a view, and of the list maybe one entry with its details. */
export const askedViewSchema = z.strictObject({ view: viewNameSchema, entry: z.uuid().nullable() });
export type AskedView = z.infer<typeof askedViewSchema>;

// ---- Lock ------------------------------------------------------------------------------------------------------

/** Minutes without a key or a move after which the program locks itself; null for never. */
export const lockAfterMinutes = [null, 5, 15, 60] as const;

export const lockStateSchema = z.discriminatedUnion('isLocked', [
  z.strictObject({ isLocked: z.literal(false) }),
  z.strictObject({
    isLocked: z.literal(true),
    why: z.enum(['asked', 'idle', 'system']),
    /** What opens it. `click` where nothing outlives this run, so that there is nothing to ask. */
    opens: z.enum(['keychain', 'passphrase', 'click']),
  }),
]);
export type LockState = z.infer<typeof lockStateSchema>;

export const unlockInput = z.strictObject({ passphrase: z.string().min(1).max(1024).nullable() });

export const unlockOutput = z.enum([
  'unlocked',
  /** The keychain is locked, refused, or did not answer. */
  'keychain',
  'wrong-passphrase',
  /** The list could not be read. */
  'storage',
]);
export type UnlockOutput = z.infer<typeof unlockOutput>;

// ---- Closing and starting --------------------------------------------------------------------------------------

/** What becomes of the program when its window closes, where there is a tray. */
export const whenClosed = ['ask', 'tray', 'quit'] as const;

export const residentStateSchema = z.strictObject({
  /** Whether this desktop shows a tray, so that the program may stay without a window. */
  hasTray: z.boolean(),
  /** `not-installed`: a program run from its sources has no place the system could start it from. */
  startsAtLogin: z.enum(['on', 'off', 'not-installed']),
});
export type ResidentState = z.infer<typeof residentStateSchema>;

export const startAtLoginInput = z.strictObject({ isOn: z.boolean() });

/** What the person wants when asked; `as-set` for a window whose unfinished text may go. */
export const closeInput = z.strictObject({ then: z.enum(['tray', 'quit', 'as-set']) });

/** Why the window is being closed: the person is asked what becomes of the program. */
export const closingSchema = z.strictObject({ asks: z.literal('tray-or-quit') });

// ---- Protection from screen capture ----------------------------------------------------------------------------

/** How long protection may be tried before it ends by itself, in case it made the window unusable. */
export const PROTECTION_TRIAL_MS = 15_000;

export const protectionSchema = z.strictObject({
  /** `unavailable`: this system has no such thing. */
  state: z.enum(['unavailable', 'off', 'trial', 'on']),
  /** When a trial ends, in milliseconds since the epoch. */
  endsAt: z.int().nonnegative().nullable(),
});
export type Protection = z.infer<typeof protectionSchema>;

export const protectInput = z.strictObject({ wanted: z.enum(['trial', 'keep', 'off']) });
