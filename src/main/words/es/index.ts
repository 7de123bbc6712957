import type { Words } from '../words.ts';
import { menu } from './menu.ts';
import { program } from './program.ts';

/** Every word of the native parts in Spanish. */
export const es = { menu, program } as const satisfies Words;
