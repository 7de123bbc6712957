/** What each call does. The router has checked who asks and what for; nothing here sees an Electron event. */
import { app } from 'electron';
import { parseLink } from '../../core/api/link.ts';
import type { Clock } from '../../core/ports.ts';
import type { CallHandlers } from '../../shared/bridge/contract.ts';
import type {
  AppInfo,
  Notice,
  OpenOutput,
  SendOutput,
  ServiceState,
  Share,
} from '../../shared/bridge/models.ts';
import type { Supervisor } from '../builtin-service/supervisor.ts';
import type { KeychainBackend } from '../keychain/keychain.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLinkInBrowser } from '../security/external.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { applyTheme } from '../settings/theme.ts';
import type { ServiceDirectory } from '../shares/directory.ts';
import type { Reviewer } from '../shares/reviewer.ts';
import type { Sender } from '../shares/sender.ts';
import { toShare } from '../shares/to-share.ts';
import type { Broadcast } from './router.ts';

export interface HandlerParts {
  readonly ledger: Ledger;
  readonly services: ServiceDirectory;
  readonly clock: Clock;
  readonly sender: Sender;
  readonly reviewer: Reviewer;
  readonly settings: SettingsStore;
  readonly supervisor: Supervisor;
  readonly broadcast: Broadcast;
  readonly keychainBackend: KeychainBackend;
  readonly notices: () => Notice[];
}

/** What the program takes where a service does not say: the built-in service's own limit. */
const DEFAULT_MAX_CONTENT_BYTES = 32 * 1024 * 1024;

export function createHandlers(parts: HandlerParts): CallHandlers {
  return { ...programCalls(parts), ...shareCalls(parts) };
}

type ProgramCall = 'app.info' | 'settings.get' | 'settings.set' | 'service.state' | 'service.restart';

function programCalls(parts: HandlerParts): Pick<CallHandlers, ProgramCall> {
  const { settings, supervisor, services, broadcast } = parts;

  async function serviceState(): Promise<ServiceState> {
    const { state } = supervisor;
    if (state.status !== 'running') return state;
    const limits = (await services.current().capabilities())?.limits;
    return { ...state, maxContentBytes: limits?.maxContentBytes ?? DEFAULT_MAX_CONTENT_BYTES };
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
    'service.restart': () => {
      supervisor.start();
      return serviceState();
    },
  };
}

function shareCalls(parts: HandlerParts): Omit<CallHandlers, ProgramCall> {
  const { ledger, services, clock, sender, reviewer, broadcast } = parts;
  const list = (): Share[] => ledger.list().map((record) => toShare(record, services, clock()));
  const tellWindows = (): void => {
    broadcast('shares.changed', list());
  };
  const tellIfNews = (isNews: boolean): void => {
    if (isNews) tellWindows();
  };
  const telling = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    tellWindows();
    return result;
  };

  return {
    'shares.send': async (request) => {
      const output = await telling(sender.send(request));
      // A service that reports is asked at once: only then may the list say "not opened yet".
      if (output.outcome === 'sent') void reviewer.refresh().then(tellIfNews);
      return output;
    },
    'shares.list': () => Promise.resolve(list()),
    'shares.refresh': async () => {
      tellIfNews(await reviewer.refresh());
      return list();
    },
    'shares.delete': ({ id }) => telling(reviewer.remove(id)),
    'shares.forget': ({ id }) => telling(Promise.resolve(!sender.isInFlight(id) && ledger.forget(id))),
    'shares.retry': ({ id }) => telling(retry(sender, id)),
    'secrets.open': ({ link }) => openLink(services, link),
    'external.open': ({ link }) => openLinkInBrowser(link, services.origins()),
  };
}

async function retry(sender: Sender, id: string): Promise<SendOutput> {
  const output = await sender.retry(id);
  // Gone from the outbox, or already under way: either way there is nothing left to send.
  return output ?? { outcome: 'invalid', why: 'storage' };
}

async function openLink(services: ServiceDirectory, link: string): Promise<OpenOutput> {
  const parsed = parseLink(link);
  if (parsed === null) return { outcome: 'not-a-link' };
  const service = services.byOrigin(parsed.origin);
  const capabilities = await service?.capabilities();
  if (service === null || capabilities?.features.includes('open') !== true)
    return { outcome: 'browser-only' };
  const opened = await service.client.open(parsed.messageId);
  return opened.ok ? { outcome: 'fetched', ...opened.value } : { outcome: 'failed', reason: opened.error };
}

const PLATFORMS: readonly AppInfo['platform'][] = ['linux', 'darwin', 'win32'];

function appInfo({ keychainBackend, notices }: HandlerParts): AppInfo {
  return {
    version: app.getVersion(),
    electronVersion: process.versions.electron,
    platform: PLATFORMS.find((platform) => platform === process.platform) ?? 'other',
    systemLanguage: app.getLocale(),
    keychain: keychainBackend,
    notices: notices(),
  };
}
