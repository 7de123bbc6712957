/** The only place where ports meet their adapters. */
import { join } from 'node:path';
import { app, session, type BrowserWindow } from 'electron';
import { createUtf8 } from '../core/envelope/utf8.ts';
import type { CallHandlers } from '../shared/bridge/contract.ts';
import type { Notice } from '../shared/bridge/models.ts';
import { type Broadcast, createBroadcast, serveBridge } from './bridge/router.ts';
import { createHandlers } from './bridge/handlers.ts';
import { createBuiltinDirectory } from './builtin-service/directory.ts';
import { ownerToken } from './builtin-service/owner-token.ts';
import { openPortStore } from './builtin-service/port-store.ts';
import { builtinOrigin, createSupervisor, type Supervisor } from './builtin-service/supervisor.ts';
import { chooseKeychain } from './keychain/choose.ts';
import type { KeychainBackend } from './keychain/keychain.ts';
import type { Ledger } from './ledger/ledger.ts';
import { openLedger } from './ledger/open-ledger.ts';
import { createLog, type Log } from './log/log.ts';
import { createElectronHttp } from './network/electron-http.ts';
import { applyTheme } from './settings/theme.ts';
import { openSettings } from './settings/settings.ts';
import { guardSession } from './security/session-guard.ts';
import { serveApp } from './security/app-protocol.ts';
import type { ServiceDirectory } from './shares/directory.ts';
import { createOutboxTimer, type OutboxTimer } from './shares/outbox-timer.ts';
import { createReviewer } from './shares/reviewer.ts';
import { createSender, type Sender } from './shares/sender.ts';
import { createMainWindow } from './windows/main-window.ts';
import { createWindowRegistry, type WindowRegistry } from './windows/window-registry.ts';
import type { Places } from './places.ts';

export interface Program {
  /** Shows the main window, or brings the one there is to the front. */
  showMainWindow(): void;
  /** Ends what runs beside the windows. */
  stop(): Promise<void>;
}

export async function composeProgram(places: Places): Promise<Program> {
  const log = createLog(places.logFile, Date.now);
  log.write('start', { version: app.getVersion() });
  const settings = openSettings(places.settingsFile, Date.now());
  applyTheme(settings.current.theme);
  const windows = createWindowRegistry();
  guardSession(session.defaultSession, [places.page.origin]);
  serveApp(session.defaultSession, places.rendererFolder);

  const storage = await openStorage(places, log);
  const { supervisor, services } = composeService(places, storage.token, log);
  const parts = { ledger: storage.ledger, services, clock: Date.now, log };
  const sender = createSender(parts);
  const broadcast = createBroadcast(windows);
  const handlers = createHandlers({
    ...parts,
    sender,
    reviewer: createReviewer(parts),
    settings,
    supervisor,
    broadcast,
    keychainBackend: storage.backend,
    notices: () => [
      ...storage.notices,
      ...(settings.wasSetAside ? (['settings-set-aside'] as const) : []),
      ...(supervisor.moved ? (['service-moved'] as const) : []),
      ...(places.unofficialRuntime ? (['unofficial-runtime'] as const) : []),
    ],
  });
  serveBridge(handlers, { windows, origins: [places.page.origin], log });
  const outbox = runOutbox(sender, supervisor, handlers, broadcast);

  return {
    showMainWindow: createWindowShower(places, windows, log),
    async stop() {
      outbox.stop();
      await supervisor.stop();
      storage.ledger.close();
      log.write('quit');
    },
  };
}

interface Storage {
  readonly backend: KeychainBackend;
  readonly ledger: Ledger;
  /** With which the program owns what it puts into its own service. */
  readonly token: string;
  readonly notices: readonly Notice[];
}

async function openStorage(places: Places, log: Log): Promise<Storage> {
  const { keychain, trouble } = await chooseKeychain();
  log.write('keychain', { code: keychain.backend });
  const token = await ownerToken(keychain);
  const { ledger, notices } = await openLedger(places.ledgerFile, keychain, Date.now());
  log.write('ledger', { code: notices[0] ?? 'opened', count: ledger.settleInterrupted() });
  const keychainNotices: readonly Notice[] = trouble === null ? [] : [`keychain-${trouble}`];
  return { backend: keychain.backend, ledger, token, notices: [...keychainNotices, ...notices] };
}

function composeService(
  places: Places,
  token: string,
  log: Log,
): { readonly supervisor: Supervisor; readonly services: ServiceDirectory } {
  const ports = openPortStore(places.servicePortFile, Date.now(), Math.random);
  const supervisor = createSupervisor({
    entry: places.serviceEntry,
    dataFile: places.serviceDataFile,
    pageFile: places.servicePage,
    ownerToken: token,
    ports,
    log,
  });
  const services = createBuiltinDirectory({
    // A session of its own: no window shares it, nothing of it is stored.
    http: createElectronHttp(session.fromPartition('network', { cache: false })),
    utf8: createUtf8(TextEncoder, TextDecoder),
    token,
    origin: () => builtinOrigin(ports.current),
    ready: () => supervisor.settled(),
  });
  return { supervisor, services };
}

/** Sends what is waiting whenever the service comes up, and tells the windows what became of it. */
function runOutbox(
  sender: Sender,
  supervisor: Supervisor,
  handlers: CallHandlers,
  broadcast: Broadcast,
): OutboxTimer {
  const outbox = createOutboxTimer(async () => {
    const waiting = await sender.flush();
    broadcast('shares.changed', await handlers['shares.list'](undefined));
    return waiting;
  });
  supervisor.onChange((state) => {
    void handlers['service.state'](undefined).then((current) => {
      broadcast('service.changed', current);
    });
    if (state.status === 'running') outbox.kick();
  });
  supervisor.start();
  return outbox;
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
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.write('renderer-gone', { code: reason });
    });
    window.once('closed', () => {
      window = null;
    });
  };
}
