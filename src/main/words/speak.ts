/** The words of the native parts in the language the person chose. */
import i18next from 'i18next';
import type { Language } from '../../shared/language.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';

/** Paths to the texts, without the suffixes of plural forms. */
export type WordKey = KeyOf<typeof en>;

type KeyOf<T> = {
  [K in keyof T & string]: T[K] extends string ? BaseOf<K> : `${K}.${KeyOf<T[K]>}`;
}[keyof T & string];
type BaseOf<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Base
  : K;

export type Speak = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const instance = i18next.createInstance();
void instance.init({
  lng: 'en',
  fallbackLng: 'en',
  ns: ['words'],
  defaultNS: 'words',
  resources: { en: { words: en }, es: { words: es } },
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
});

/** Both languages are in the program. Asked for anew at each use, so that a change shows at once. */
export function speakIn(language: Language): Speak {
  const t = instance.getFixedT(language);
  return (key, values) => t(key, { ...values });
}
