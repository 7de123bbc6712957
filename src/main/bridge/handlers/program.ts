/** Calls about the program itself: what it is, its settings, its service, its log. */
import { app } from 'electron';
import type { CallHandlers } from '../../../shared/bridge/contract.ts';
import type { AppInfo, ServiceState } from '../../../shared/bridge/models.ts';
import { BUILTIN_ID } from '../../accounts/account.ts';
import { applyTheme } from '../../settings/theme.ts';
import type { HandlerParts } from './parts.ts';

/** What the program takes where a service does not say: the built-in service's own limit. */
export const DEFAULT_MAX_CONTENT_BYTES = 32 * 1024 * 1024;

type ProgramCall =
  | 'app.info'
  | 'settings.get'
  | 'settings.set'
  | 'service.state'
  | 'service.prepare'
  | 'service.restart'
  | 'diagnostics.read';

export function programCalls(parts: HandlerParts): Pick<CallHandlers, ProgramCall> {
  const { accounts, settings, supervisor, services, broadcast, log } = parts;

  async function serviceState(): Promise<ServiceState> {
    const { state } = supervisor;
    if (state.status === 'starting' || state.status === 'failed') return state;
    // One that rests is not woken to be asked. To whoever wants to send, it runs.
    if (state.status === 'running') await services.byId(BUILTIN_ID)?.capabilities();
    const maxContentBytes = services.known(BUILTIN_ID)?.limits.maxContentBytes ?? DEFAULT_MAX_CONTENT_BYTES;
    return { status: 'running', origin: state.origin, maxContentBytes };
  }

  return {
    'app.info': () => Promise.resolve(appInfo(parts)),
    'settings.get': () => Promise.resolve(settings.current),
    'settings.set': (change) => {
      const part = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const changed = settings.change(part);
      applyTheme(changed.theme);
      broadcast('settings.changed', changed);
      return Promise.resolve(changed);
    },
    'service.state': serviceState,
    'service.prepare': () => {
      if (accounts.currentId === BUILTIN_ID) void supervisor.wake();
      return Promise.resolve(undefined);
    },
    'service.restart': () => {
      supervisor.start();
      return serviceState();
    },
    'diagnostics.read': () => {
      const { version, electronVersion, platform, keychain, notices } = appInfo(parts);
      const head = [
        `EnigmaCrypt Desktop ${version}, Electron ${electronVersion}, ${platform}, ${process.arch}`,
        `keychain: ${keychain}; service: ${supervisor.state.status}; notices: ${notices.join(' ') || 'none'}`,
      ];
      return Promise.resolve([...head, '', log.read()].join('\n'));
    },
  };
}

const PLATFORMS: readonly AppInfo['platform'][] = ['linux', 'darwin', 'win32'];

function appInfo({ keychainBackend, notices, vault }: HandlerParts): AppInfo {
  return {
    version: app.getVersion(),
    electronVersion: process.versions.electron,
    platform: PLATFORMS.find((platform) => platform === process.platform) ?? 'other',
    systemLanguage: app.getLocale(),
    keychain: keychainBackend,
    recovered: vault.recovered,
    notices: notices(),
  };
}
