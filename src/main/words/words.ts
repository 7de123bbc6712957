import type { Translated } from '../../shared/translated.ts';
import type { en } from './en/index.ts';

/** What every language must have: the keys of English, each a text. */
export type Words = Translated<typeof en>;
