import type { Words } from '../words.ts';
import { program } from './program.ts';

/** Every word of the native parts in Spanish. */
export const es = { program } as const satisfies Words;
