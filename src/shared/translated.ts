/** What a translation of words in English must have: its keys, each a text. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
} & MorePlurals<T>;

/** Languages with more plural forms than English add them beside the others. */
type MorePlurals<T> = {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_${MoreForms}` : never]?: string;
};
type MoreForms = 'zero' | 'two' | 'few' | 'many';
