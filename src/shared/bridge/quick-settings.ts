/** Settings of quick share and the clipboard. */
import { z } from 'zod';

/** What a person may choose for the clearing, in seconds. */
export const clearingTimes = [15, 30, 60, 120, 300] as const;

/** As Electron writes it, for instance `Control+Alt+S`. What may be one is decided by `shared/accelerator.ts`. */
export const acceleratorSchema = z.string().regex(/^[A-Za-z0-9+`\-=[\]\\;',./]{3,60}$/);

export const quickSettings = {
  /** Null: what we copied is cleared when locking and quitting only. */
  clipboardClearSeconds: z.union(clearingTimes.map((seconds) => z.literal(seconds))).nullable(),
  /** Passwords are handed to the main process to be written with marks for clipboard histories. */
  clipboardMarks: z.boolean(),
  /** Before the clipboard's text is shared, it is shown masked and waits for a key. */
  quickPreview: z.boolean(),
  /** Global shortcuts; null for none. */
  shortcutWrite: acceleratorSchema.nullable(),
  shortcutClipboard: acceleratorSchema.nullable(),
  /** The tray's menu names secrets by their names. */
  trayNames: z.boolean(),
  /** Told from the tray; no notification is shown meanwhile. */
  notificationsPaused: z.boolean(),
  /** The person was told that this desktop shows no tray: once is enough, as long as it has none. */
  isTrayAbsenceTold: z.boolean(),
} as const;

export const quickDefaults = {
  clipboardClearSeconds: 60,
  clipboardMarks: false,
  quickPreview: true,
  shortcutWrite: null,
  shortcutClipboard: null,
  trayNames: false,
  notificationsPaused: false,
  isTrayAbsenceTold: false,
} as const;
