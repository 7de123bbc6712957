import type { AppInfo } from '../../src/shared/bridge/models.ts';

/** What the main process says of itself. */
export function appInfo(change: Partial<AppInfo> = {}): AppInfo {
  return {
    version: '0.1.0',
    electronVersion: '45.4.1',
    platform: 'linux',
    systemLanguage: 'en-GB',
    keychain: 'keyring',
    recovered: null,
    notices: [],
    ...change,
  };
}
