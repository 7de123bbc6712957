import type { Words } from '../words.ts';
import { program } from './program.ts';
import { tray } from './tray.ts';

/** Every word of the native parts in Spanish. */
export const es = { program, tray } as const satisfies Words;
