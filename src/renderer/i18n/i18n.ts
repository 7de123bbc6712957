import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Settings } from '../../shared/bridge/models.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';

export const appLanguages = ['en', 'es'] as const;
export type Language = (typeof appLanguages)[number];

/** Both languages are in the program: nothing is fetched, and a change shows at once. */
export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    ns: ['words'],
    defaultNS: 'words',
    resources: { en: { words: en }, es: { words: es } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  return instance;
}

/** The language to speak, from the setting and what the system is set to. */
export function chooseLanguage(setting: Settings['language'], systemLanguage: string): Language {
  if (setting !== 'system') return setting;
  const base = systemLanguage.split('-')[0]?.toLowerCase();
  return appLanguages.find((language) => language === base) ?? 'en';
}

/** The locale for dates and numbers: the system's own region where it speaks the chosen language. */
export function chooseLocale(language: Language, systemLanguage: string): string {
  const isSame = systemLanguage.split('-')[0]?.toLowerCase() === language;
  return isSame && Intl.DateTimeFormat.supportedLocalesOf([systemLanguage]).length > 0
    ? systemLanguage
    : language;
}
