import type { en } from './en/index.ts';

/** What every language must have: the keys of English, each a text. */
export type Words = Translated<typeof en>;

type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
} & MorePlurals<T>;

/** Languages with more plural forms than English add them beside the others. */
type MorePlurals<T> = {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_${MoreForms}` : never]?: string;
};
type MoreForms = 'zero' | 'two' | 'few' | 'many';
