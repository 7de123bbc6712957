import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/language.ts';
import type { Words } from './words.ts';

/** Each language is a file of the program's own; only the one that is spoken is loaded. */
const load: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en/index.ts')).en,
  es: async () => (await import('./es/index.ts')).es,
};
const NAMESPACE = 'words';

export async function createI18n(language: Language): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    // Every language is complete: a test compares them.
    fallbackLng: false,
    ns: [NAMESPACE],
    defaultNS: NAMESPACE,
    resources: { [language]: { [NAMESPACE]: await load[language]() } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  return instance;
}

/** Has the words of another language ready, beside those of the one that is spoken. */
export async function provide(instance: i18n, language: Language): Promise<void> {
  if (instance.hasResourceBundle(language, NAMESPACE)) return;
  instance.addResourceBundle(language, NAMESPACE, await load[language]());
}

/** Speaks another language from now on, unless `isWanted` says, once its words are here, that a third one is. */
export async function speak(instance: i18n, language: Language, isWanted: () => boolean): Promise<void> {
  if (instance.language === language) return;
  await provide(instance, language);
  if (isWanted()) await instance.changeLanguage(language);
}
