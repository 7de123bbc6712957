/** Says that this desktop shows no tray: once, and not again at each start. */
import type { SettingsStore } from '../settings/settings.ts';

export interface TrayAbsence {
  /** After each look for one. */
  looked(isThere: boolean): void;
  /** Whether it is to be said in this run. */
  readonly isNews: boolean;
}

export function createTrayAbsence(settings: Pick<SettingsStore, 'current' | 'change'>): TrayAbsence {
  const wasTold = settings.current.isTrayAbsenceTold;
  let isThere: boolean | null = null;
  return {
    looked(found) {
      isThere = found;
      // A desktop that has one again is worth a word when it has none once more.
      if (settings.current.isTrayAbsenceTold === !found) return;
      try {
        settings.change({ isTrayAbsenceTold: !found });
      } catch {
        // A disk that takes nothing: it is said again the next time.
      }
    },
    get isNews() {
      return isThere === false && !wasTold;
    },
  };
}
