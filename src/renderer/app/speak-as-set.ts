import type { i18n } from 'i18next';
import type { StoreApi } from 'zustand/vanilla';
import { chooseLanguage, type Language } from '../../shared/language.ts';
import { createI18n, speak } from '../i18n/i18n.ts';
import type { MirrorState } from '../state/mirror-store.ts';

/** The words of the language that is set, now and whenever another one is. */
export async function speakAsSet(mirror: StoreApi<MirrorState>): Promise<i18n> {
  const language = (): Language => {
    const { settings, info } = mirror.getState();
    return chooseLanguage(settings.language, info.systemLanguage);
  };
  document.documentElement.lang = language();
  const instance = await createI18n(language());
  mirror.subscribe(() => {
    const wanted = language();
    document.documentElement.lang = wanted;
    void speak(instance, wanted, () => language() === wanted);
  });
  return instance;
}
