import { quickDefaults } from '../../src/shared/bridge/quick-settings.ts';
import type { Settings } from '../../src/shared/bridge/models.ts';

/** As on the first day. */
export const DEFAULT_SETTINGS: Settings = {
  ...quickDefaults,
  theme: 'system',
  language: 'system',
  isOnboarded: true,
  ...{ notifyOpened: true, notifyExpiring: true, notifyNames: false },
  ...quickDefaults,
  ...{ whenClosed: 'ask', lockAfter: null, lockWithSystem: true, isProtected: false },
  looksForUpdates: false,
};
