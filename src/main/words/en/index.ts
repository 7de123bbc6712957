import { menu } from './menu.ts';
import { notifications } from './notifications.ts';
import { program } from './program.ts';
import { tray } from './tray.ts';

/**
 * Every word of the native parts in English: tray, menus, notifications and dialogs, a file for each. Short, second
 * person, and nothing of what was sent: other programs can read them. `{{…}}` are placeholders.
 */
export const en = { menu, notifications, program, tray } as const;
