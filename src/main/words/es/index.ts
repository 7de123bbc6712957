import type { Words } from '../words.ts';
import { menu } from './menu.ts';
import { notifications } from './notifications.ts';
import { program } from './program.ts';

/** Every word of the native parts in Spanish. */
export const es = { menu, notifications, program } as const satisfies Words;
