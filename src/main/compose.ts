/** The only place where ports meet their adapters. */
import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { createUtf8 } from '../core/envelope/utf8.ts';
import { ok } from '../core/result.ts';
import type { CallHandlers } from '../shared/bridge/contract.ts';
import type { Notice } from '../shared/bridge/models.ts';
import { type AccountStore, openAccounts } from './accounts/account-store.ts';
import { openBudgets } from './accounts/budgets.ts';
import { createDirectory } from './accounts/directory.ts';
import { createTokenVault } from './accounts/token-vault.ts';
import { createHandlers } from './bridge/handlers/index.ts';
import { type Broadcast, createBroadcast, serveBridge } from './bridge/router.ts';
import { ownerToken } from './builtin-service/owner-token.ts';
import { openPortStore, type PortStore } from './builtin-service/port-store.ts';
import { builtinOrigin, createSupervisor, type Supervisor } from './builtin-service/supervisor.ts';
import { chooseKeychain } from './keychain/choose.ts';
import type { Keychain } from './keychain/keychain.ts';
import type { Ledger } from './ledger/ledger.ts';
import { openLedger } from './ledger/open-ledger.ts';
import { createLog, type Log } from './log/log.ts';
import { createElectronHttp } from './network/electron-http.ts';
import type { Places } from './places.ts';
import { serveApp } from './security/app-protocol.ts';
import { guardSession } from './security/session-guard.ts';
import { openSettings, type SettingsStore } from './settings/settings.ts';
import { applyTheme } from './settings/theme.ts';
import { createOutboxTimer, type OutboxTimer } from './shares/outbox-timer.ts';
import { createReviewer } from './shares/reviewer.ts';
import { createSender } from './shares/sender.ts';
import { createMainWindow } from './windows/main-window.ts';
import { createWindowRegistry, type WindowRegistry } from './windows/window-registry.ts';

export interface Program {
  /** Shows the main window, or brings the one there is to the front. */
  showMainWindow(): void;
  /** Ends what runs beside the windows. */
  stop(): Promise<void>;
}

/** What is there before the keychain has been asked. */
interface Frame {
  readonly places: Places;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly windows: WindowRegistry;
  readonly broadcast: Broadcast;
}

/** The window can be shown at once; what needs the keychain, which may wait for a person, follows. */
export function composeProgram(places: Places): Program {
  const log = createLog(places.logFile, Date.now);
  log.write('start', { version: app.getVersion() });
  const settings = openSettings(places.settingsFile, Date.now());
  applyTheme(settings.current.theme);
  const windows = createWindowRegistry();
  const origins = [places.page.origin];
  guardSession(session.defaultSession, origins);
  serveApp(session.defaultSession, places.rendererFolder);

  const core = composeCore({ places, log, settings, windows, broadcast: createBroadcast(windows) });
  serveBridge(
    core.then(({ handlers }) => handlers),
    { windows, origins, log },
  );
  return {
    showMainWindow: createWindowShower(places, windows, log),
    async stop() {
      const { outbox, supervisor, ledger } = await core;
      outbox.stop();
      await supervisor.stop();
      ledger.close();
      log.write('quit');
    },
  };
}

interface Core {
  readonly handlers: CallHandlers;
  readonly outbox: OutboxTimer;
  readonly supervisor: Supervisor;
  readonly ledger: Ledger;
}

async function composeCore({ places, log, settings, broadcast }: Frame): Promise<Core> {
  const ports = openPortStore(places.servicePortFile, Date.now(), Math.random);
  const accounts = openAccounts(places.accountsFile, Date.now(), () => ({
    name: 'Built-in service',
    origin: builtinOrigin(ports.current),
  }));
  const { keychain, ledger, token, notices } = await openStorage(places, log);
  const supervisor = createService(places, ports, token, log);
  const tokens = createTokenVault(keychain);
  const budgets = openBudgets(places.budgetFile, Date.now, tellAccounts);
  const services = createDirectory({
    ...{ accounts, tokens, budgets },
    // A session of its own: no window shares it, nothing of it is stored.
    http: createElectronHttp(session.fromPartition('network', { cache: false })),
    utf8: createUtf8(TextEncoder, TextDecoder),
    builtinToken: () => Promise.resolve(ok(token)),
    builtinReady: () => supervisor.settled(),
    onAnnounced: () => {
      tellAccounts();
      tellShares();
    },
  });
  const parts = { ledger, services, clock: Date.now, log };
  const sender = createSender(parts);
  const outbox = createOutboxTimer(() => sender.flush().finally(tellShares));
  const handlers = createHandlers({
    ...{ ...parts, accounts, budgets, tokens, keychain, settings, supervisor, broadcast, sender },
    reviewer: createReviewer(parts),
    keychainBackend: keychain.backend,
    notices: () => [...notices, ...lateNotices(places, settings, accounts, supervisor)],
    wakeOutbox: () => {
      outbox.kick();
    },
  });
  function tellShares(): void {
    void handlers['shares.list'](undefined).then((list) => {
      broadcast('shares.changed', list);
    });
  }
  function tellAccounts(): void {
    void handlers['accounts.list'](undefined).then((list) => {
      broadcast('accounts.changed', list);
    });
  }
  supervisor.onChange((state) => {
    void handlers['service.state'](undefined).then((current) => {
      broadcast('service.changed', current);
    });
    if (state.status === 'running') outbox.kick();
  });
  supervisor.start();
  return { handlers, outbox, supervisor, ledger };
}

interface Storage {
  readonly keychain: Keychain;
  readonly ledger: Ledger;
  /** With which the program owns what it puts into its own service. */
  readonly token: Awaited<ReturnType<typeof ownerToken>>;
  readonly notices: readonly Notice[];
}

async function openStorage(places: Places, log: Log): Promise<Storage> {
  const { keychain, trouble } = await chooseKeychain(Date.now);
  log.write('keychain', { code: keychain.backend });
  const token = await ownerToken(keychain);
  const { ledger, notices } = await openLedger(places.ledgerFile, keychain, Date.now());
  log.write('ledger', { code: notices[0] ?? 'opened', count: ledger.settleInterrupted() });
  const keychainNotices: readonly Notice[] = trouble === null ? [] : [`keychain-${trouble}`];
  return { keychain, ledger, token, notices: [...keychainNotices, ...notices] };
}

function createService(places: Places, ports: PortStore, token: string, log: Log): Supervisor {
  return createSupervisor({
    entry: places.serviceEntry,
    dataFile: places.serviceDataFile,
    pageFile: places.servicePage,
    ownerToken: token,
    ports,
    log,
  });
}

/** What can come to be, or be known, after the start. */
function lateNotices(
  places: Places,
  settings: SettingsStore,
  accounts: AccountStore,
  supervisor: Supervisor,
): Notice[] {
  return [
    ...(settings.wasSetAside ? (['settings-set-aside'] as const) : []),
    ...(accounts.wasSetAside ? (['accounts-set-aside'] as const) : []),
    ...(supervisor.moved ? (['service-moved'] as const) : []),
    ...(places.unofficialRuntime ? (['unofficial-runtime'] as const) : []),
  ];
}

function createWindowShower(places: Places, windows: WindowRegistry, log: Log): () => void {
  let window: BrowserWindow | null = null;
  return () => {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    window = createMainWindow({ url: places.page.url, preload: join(places.preloadFolder, 'main.cjs') });
    windows.add(window, 'main');
    const { webContents } = window;
    webContents.on('render-process-gone', (_event, { reason }) => {
      log.write('renderer-gone', { code: reason });
      // What was in the window is gone with its process; an empty window would not even say so.
      if (reason !== 'clean-exit') webContents.reload();
    });
    window.once('closed', () => {
      window = null;
    });
  };
}
