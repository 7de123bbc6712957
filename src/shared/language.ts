/** The languages the program speaks, and how one is chosen. */
import type { Settings } from './bridge/models.ts';

export const appLanguages = ['en', 'es'] as const;
export type Language = (typeof appLanguages)[number];

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
