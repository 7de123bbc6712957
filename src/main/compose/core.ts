/** What works behind the bridge, and needs the keychain to have answered. */
import { session } from 'electron';
import { createUtf8 } from '../../core/envelope/utf8.ts';
import { ok } from '../../core/result.ts';
import type { Notice } from '../../shared/bridge/models.ts';
import { BUILTIN_ID } from '../accounts/account.ts';
import { type AccountStore, openAccounts } from '../accounts/account-store.ts';
import { openBudgets } from '../accounts/budgets.ts';
import { createDirectory } from '../accounts/directory.ts';
import { createTokenVault, type TokenVault } from '../accounts/token-vault.ts';
import { createHandlers, type CoreHandlers } from '../bridge/handlers/index.ts';
import { forkService } from '../builtin-service/fork.ts';
import { openPortStore, type PortStore } from '../builtin-service/port-store.ts';
import { openRestStore, type RestStore } from '../builtin-service/rest-store.ts';
import { builtinOrigin, createSupervisor, type Supervisor } from '../builtin-service/supervisor.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { LedgerVault } from '../ledger/vault.ts';
import type { Log } from '../log/log.ts';
import { createElectronHttp } from '../network/electron-http.ts';
import { localTime, openServiceTimes } from '../network/service-times.ts';
import type { Places } from '../places.ts';
import { createOutboxTimer, type OutboxTimer } from '../shares/outbox-timer.ts';
import { createSender, type Sender } from '../shares/sender.ts';
import { composeErasure } from './erasure.ts';
import type { Frame } from './frame.ts';
import { composeLedgerRoom, type LedgerRoom, makeListing } from './ledger.ts';
import { openStorage } from './storage.ts';

export interface Core {
  readonly handlers: CoreHandlers;
  readonly outbox: OutboxTimer;
  readonly sender: Sender;
  readonly tokens: TokenVault;
  readonly keychain: Keychain;
  readonly supervisor: Supervisor;
  readonly vault: LedgerVault;
  readonly room: LedgerRoom;
}

export async function composeCore(frame: Frame): Promise<Core> {
  const { places, log, settings, broadcast, speak } = frame;
  const ports = openPortStore(places.servicePortFile, Date.now(), Math.random);
  const accounts = openAccounts(places.accountsFile, Date.now(), () => ({
    name: speak()('program.builtinService'),
    origin: builtinOrigin(ports.current),
  }));
  const { keychain, vault, token, notices } = await openStorage(places, log);
  const rest = openRestStore(places.serviceRestFile, places.serviceDataFile, Date.now());
  const supervisor = createService(places, { ports, rest }, token, log);
  const tokens = createTokenVault(keychain);
  const budgets = openBudgets(places.budgetFile, Date.now, tellAccounts);
  const times = openServiceTimes({
    ...{ local: localTime, file: places.serviceClockFile },
    isKnown: (id) => accounts.find(id) !== null,
  });
  const services = createDirectory({
    ...{ accounts, tokens, budgets, times },
    // A session of its own: no window shares it, nothing of it is stored.
    http: createElectronHttp(session.fromPartition('network', { cache: false })),
    utf8: createUtf8(TextEncoder, TextDecoder),
    builtinToken: () => Promise.resolve(ok(token)),
    builtin: supervisor,
    remembered: () => rest.remembered,
    onAnnounced: (id, capabilities) => {
      if (id === BUILTIN_ID) rest.remember(capabilities);
      tellAccounts();
      room.refresher.start();
    },
  });
  const listing = makeListing(vault, times);
  const parts = { ledger: vault.ledger, services, clock: Date.now, log };
  const sender = createSender({ ...parts, isHeld: (id) => listing.isHidden(id) });
  const outbox = createOutboxTimer(() => sender.flush());
  const wakeOutbox = outbox.kick.bind(outbox);
  const room = composeLedgerRoom({
    ...{ ...frame, vault, keychain, accounts, services, times, listing, sender, wakeOutbox },
  });
  const stopWriting = async (): Promise<void> => {
    outbox.stop();
    await room.stop();
    await supervisor.stop();
    log.end();
  };
  const erasure = composeErasure({ vault, keychain, accounts, services, places, stopWriting });
  const handlers = createHandlers({
    ...{ ...parts, ...room, accounts, budgets, tokens, keychain, settings, supervisor, broadcast },
    ...{ sender, vault, erasure, wakeOutbox },
    keychainBackend: keychain.backend,
    notices: () => [...notices(), ...lateNotices(frame, accounts, supervisor)],
  });
  function tellAccounts(): void {
    void handlers['accounts.list'](undefined).then((list) => {
      broadcast('accounts.changed', list);
    });
  }
  tellOfService(supervisor, handlers, broadcast, wakeOutbox);
  supervisor.begin();
  return { handlers, outbox, sender, tokens, keychain, supervisor, vault, room };
}

function tellOfService(
  supervisor: Supervisor,
  handlers: Core['handlers'],
  broadcast: Frame['broadcast'],
  wakeOutbox: () => void,
): void {
  supervisor.onChange((state) => {
    void handlers['service.state'](undefined).then((current) => {
      broadcast('service.changed', current);
    });
    if (state.status === 'running' || state.status === 'resting') wakeOutbox();
  });
}

function createService(
  places: Places,
  stores: { readonly ports: PortStore; readonly rest: RestStore },
  token: string,
  log: Log,
): Supervisor {
  return createSupervisor({
    fork: () => forkService(places.serviceEntry),
    dataFile: places.serviceDataFile,
    pageFile: places.servicePage,
    ownerToken: token,
    ...stores,
    log,
  });
}

/** What can come to be, or be known, after the start. */
function lateNotices(
  { places, settings, moreNotices }: Frame,
  accounts: AccountStore,
  supervisor: Supervisor,
): Notice[] {
  return [
    ...moreNotices(),
    ...(settings.wasSetAside ? (['settings-set-aside'] as const) : []),
    ...(accounts.wasSetAside ? (['accounts-set-aside'] as const) : []),
    ...(supervisor.moved ? (['service-moved'] as const) : []),
    ...(places.unofficialRuntime ? (['unofficial-runtime'] as const) : []),
  ];
}
