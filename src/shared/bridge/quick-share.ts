/** What crosses the bridge about the quick window, its shortcuts and the tray. */
import { z } from 'zod';
import { acceleratorSchema } from './quick-settings.ts';

/** What the quick window is opened for: to write, or to share the text the clipboard has. */
export const quickModes = ['write', 'clipboard'] as const;
export const quickModeSchema = z.enum(quickModes);
export type QuickMode = z.infer<typeof quickModeSchema>;

export const quickShownSchema = z.strictObject({ mode: quickModeSchema });

/** While held, the window does not close when it loses the focus. */
export const holdInput = z.strictObject({ isHeld: z.boolean() });

export const shortcutStateSchema = z.strictObject({
  /** What was chosen, or null. */
  accelerator: acceleratorSchema.nullable(),
  /** `refused`: another program has it, or the system gives none. */
  status: z.enum(['off', 'on', 'refused']),
});
export type ShortcutState = z.infer<typeof shortcutStateSchema>;

export const shortcutsStateSchema = z.strictObject({
  write: shortcutStateSchema,
  clipboard: shortcutStateSchema,
  /** Why shortcuts cannot be relied on here: a Wayland desktop gives a program none. */
  obstacle: z.enum(['wayland']).nullable(),
});
export type ShortcutsState = z.infer<typeof shortcutsStateSchema>;

export const setShortcutInput = z.strictObject({
  mode: quickModeSchema,
  accelerator: acceleratorSchema.nullable(),
});

export const setShortcutOutput = z.enum([
  'stored',
  /** The system did not give it; what was chosen before is still in force. */
  'refused',
  /** The other shortcut has it. */
  'taken-by-other',
  'not-a-shortcut',
  'storage',
]);
export type SetShortcutOutput = z.infer<typeof setShortcutOutput>;

/** While keys are recorded, none of them may start anything. */
export const recordingInput = z.strictObject({ isRecording: z.boolean() });

export const trayStateSchema = z.strictObject({ isThere: z.boolean() });
