export type WordListLanguage = 'en' | 'es';

/** Where they come from and under which licences: `lists/README.md`. */
export interface WordList {
  readonly language: WordListLanguage;
  /** All different, none the beginning of another. */
  readonly words: readonly string[];
}

/** Loads a list, 100 kB of text, the first time it is asked for. */
export async function loadWordList(language: WordListLanguage): Promise<WordList> {
  const { default: words } =
    language === 'en'
      ? await import('./lists/en.json', { with: { type: 'json' } })
      : await import('./lists/es.json', { with: { type: 'json' } });
  return { language, words };
}
