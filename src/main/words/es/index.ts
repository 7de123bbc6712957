import type { Words } from '../words.ts';
import { menu } from './menu.ts';
import { notifications } from './notifications.ts';
import { program } from './program.ts';
import { tray } from './tray.ts';

/** Every word of the native parts in Spanish. */
export const es = { menu, notifications, program, tray } as const satisfies Words;
