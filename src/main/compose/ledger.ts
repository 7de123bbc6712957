/** What keeps the list up to date and tells of it: refreshing, notifications, commands about many, files. */
import { app, powerMonitor } from 'electron';
import { UNDO_MS } from '../../shared/bridge/ledger.ts';
import { chooseLanguage } from '../../shared/language.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { AccountDirectory } from '../accounts/directory.ts';
import { createFileDialogs } from '../exchange/dialogs.ts';
import { createExchange, type Exchange } from '../exchange/exchange.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { createListing, type Listing } from '../ledger/listing.ts';
import type { LedgerVault } from '../ledger/vault.ts';
import { watchOnline } from '../network/online.ts';
import type { ServiceTimes } from '../network/service-times.ts';
import { type Announcer, createAnnouncer } from '../notifications/announcer.ts';
import { createNotifier } from '../notifications/notifier.ts';
import { type BulkDeletion, createBulkDeletion } from '../shares/bulk-deletion.ts';
import { createForgetting, type Forgetting } from '../shares/forgetting.ts';
import { createRefresher, type Refresher } from '../shares/refresher.ts';
import { createReviewer, type Reviewer } from '../shares/reviewer.ts';
import type { Sender } from '../shares/sender.ts';
import type { Frame } from './frame.ts';
import { tellChanges } from './ledger-changes.ts';

export interface LedgerRoomParts extends Pick<
  Frame,
  'log' | 'settings' | 'speak' | 'broadcast' | 'showEntry'
> {
  readonly vault: LedgerVault;
  readonly keychain: Keychain;
  readonly accounts: AccountStore;
  readonly services: AccountDirectory;
  readonly times: ServiceTimes;
  readonly listing: Listing;
  readonly sender: Sender;
  readonly wakeOutbox: () => void;
}

export interface LedgerRoom {
  readonly listing: Listing;
  readonly reviewer: Reviewer;
  readonly refresher: Refresher;
  readonly bulk: BulkDeletion;
  readonly forgetting: Forgetting;
  readonly exchange: Exchange;
  /** `pause` and `pausedUntil` are for the tray. */
  readonly notifications: Announcer;
  stop(): Promise<void>;
}

export const makeListing = (vault: LedgerVault, times: ServiceTimes): Listing =>
  createListing(vault.ledger, (accountId) => times.at(accountId));

export function composeLedgerRoom(parts: LedgerRoomParts): LedgerRoom {
  const { vault, services, times, listing, log, broadcast, accounts, wakeOutbox } = parts;
  const { ledger } = vault;
  const clock = Date.now;
  const notifications = createNotifications(parts);
  const online = watchOnline(() => {
    wakeOutbox();
    void refresher.askLately();
  });
  const reviewer = createReviewer({
    ...{ ledger, services, clock, log },
    onLearned: (news) => {
      notifications.learned(news);
    },
    onUnreachable: () => {
      online.suspect();
    },
  });
  const refresher = createRefresher({
    ...{ ledger, services, reviewer, clock, schedule },
    remind: (record) => notifications.expiresSoon(record),
  });
  const stopTelling = tellChanges(ledger, broadcast);
  const forgetting = createForgetting({ ...parts, ledger, listing, schedule });
  const tell = (progress: Parameters<Parameters<typeof createBulkDeletion>[0]['tell']>[0]): void => {
    broadcast('ledger.progress', progress);
  };
  const bulk = createBulkDeletion({ ...{ ledger, services, reviewer, clock, tell }, wait });
  const exchange = createExchange({
    ...{ ledger, listing, clock, dialogs: createFileDialogs() },
    now: (id) => services.now(id),
    accountOf: (origin) => accounts.list().find((account) => account.origin === origin)?.id ?? null,
    originOf: (id) => accounts.find(id)?.origin ?? null,
  });
  const unwatch = watchComputer(times, refresher, wakeOutbox);
  refresher.start();
  return {
    ...{ listing, reviewer, refresher, bulk, forgetting, exchange, notifications },
    async stop() {
      unwatch();
      online.stop();
      refresher.stop();
      bulk.stop();
      await forgetting.finish();
      stopTelling();
    },
  };
}

function createNotifications({ settings, speak, services, showEntry }: LedgerRoomParts): Announcer {
  return createAnnouncer({
    notifier: createNotifier(),
    settings: () => settings.current,
    speak,
    clock: Date.now,
    reports: (id) => services.reports(id),
    timeOfDay: (moment) => {
      const language = chooseLanguage(settings.current.language, app.getLocale());
      return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(moment);
    },
    showEntry,
  });
}

/** A focused window is a person who wants to know; a computer that was asleep has missed something. */
function watchComputer(times: ServiceTimes, refresher: Refresher, wakeOutbox: () => void): () => void {
  const onFocus = (): void => void refresher.askLately();
  const onResume = (): void => {
    times.slept();
    wakeOutbox();
    refresher.start();
    void refresher.askLately();
  };
  app.on('browser-window-focus', onFocus);
  powerMonitor.on('resume', onResume);
  return () => {
    app.off('browser-window-focus', onFocus);
    powerMonitor.off('resume', onResume);
  };
}

function schedule(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}

async function wait(milliseconds: number, stopped: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(milliseconds, 60 * UNDO_MS));
  });
  await Promise.race([over, stopped]);
  clearTimeout(timer);
}
