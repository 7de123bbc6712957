import { en } from './en.ts';
import { es } from './es.ts';

/** One screen that only explains. */
export interface Explanation {
  readonly title: string;
  readonly lead: string;
  readonly note?: string;
}

/** Every text of the page. A language that lacks one does not compile. `{name}` stands for a value. */
export interface Words {
  readonly title: string;
  readonly footer: string;
  readonly sealed: Explanation & { readonly show: string; readonly fetching: string; readonly note: string };
  readonly unverified: { readonly title: string; readonly before: string; readonly after: string };
  readonly locked: Explanation & {
    readonly label: string;
    readonly reveal: string;
    readonly conceal: string;
    readonly open: string;
    readonly opening: string;
    readonly last: string;
    readonly more: { readonly one: string; readonly other: string };
    readonly unlimited: string;
    readonly empty: string;
    readonly wrong: string;
    /** What may be the matter with it: one of the two follows. */
    readonly spelling: string;
    readonly spaces: string;
    readonly free: string;
  };
  readonly read: {
    readonly title: string;
    readonly region: string;
    readonly copy: string;
    readonly copied: string;
    readonly copiedAloud: string;
    readonly copyFailed: string;
    readonly save: string;
    readonly fileName: string;
    readonly cut: string;
    readonly sealedOn: string;
    readonly last: string;
    readonly clear: string;
  };
  readonly cleared: Explanation;
  readonly unknown: Explanation;
  readonly expired: Explanation;
  readonly exhausted: Explanation;
  readonly deleted: Explanation;
  readonly noLink: Explanation;
  readonly offline: Explanation;
  readonly unreachable: Explanation;
  readonly limited: Explanation;
  readonly failed: Explanation;
  readonly damaged: Explanation;
  readonly unreadable: Explanation;
  readonly again: string;
}

const LANGUAGES = { en, es } as const;

export interface Language {
  /** For the document and for dates and numbers: as the browser asked for it, region included. */
  readonly tag: string;
  readonly words: Words;
}

/** The first of the browser's languages that the page speaks; English otherwise. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    if (base === 'en' || base === 'es') return { tag, words: LANGUAGES[base] };
  }
  return { tag: 'en', words: en };
}

/** Puts values in place of `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
