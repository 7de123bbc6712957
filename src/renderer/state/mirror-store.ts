import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppInfo, Notice, ServiceState, Settings } from '../../shared/bridge/models.ts';
import type { BridgeClient } from '../bridge/client.ts';
import { answered } from './answered.ts';

/** What the main process knows about this run, mirrored. Nothing secret is in it. */
export interface MirrorState {
  readonly info: AppInfo;
  readonly settings: Settings;
  readonly service: ServiceState;
  /** Notices the person has put away for this run. */
  readonly dismissed: readonly Notice[];
  readonly dismiss: (notice: Notice) => void;
  /** Answers whether it was stored; the setting shows at once either way it ends. */
  readonly change: (settings: Partial<Settings>) => Promise<boolean>;
  readonly restartService: () => Promise<void>;
}

function hearOfNotices(bridge: BridgeClient, askAgain: () => void): void {
  bridge.on('resident.changed', askAgain);
  // While one is fetched there is news several times a second.
  bridge.on('updates.changed', ({ now }) => {
    if (now.state === 'available') askAgain();
  });
}

/**
 * Asks for the state of things once, and listens from then on.
 *
 * @param isMain whether it is the main window, which hears of more that may bring a notice
 */
export async function loadMirrorStore(bridge: BridgeClient, isMain = false): Promise<StoreApi<MirrorState>> {
  // Listening comes first: what changes while the questions are answered is newer than the answers.
  const news: Partial<MirrorState> = {};
  let take = (part: Partial<MirrorState>): void => {
    Object.assign(news, part);
  };
  const askAgain = (): void => {
    void answered(bridge.call('app.info')).then((info) => {
      if (info !== null) take({ info });
    });
  };
  bridge.on('settings.changed', (settings) => {
    take({ settings });
  });
  bridge.on('service.changed', (service) => {
    take({ service });
    // A service that moved is a notice, and notices come with the rest.
    askAgain();
  });
  if (isMain) hearOfNotices(bridge, askAgain);
  const [info, settings, service] = await Promise.all([
    bridge.call('app.info'),
    bridge.call('settings.get'),
    bridge.call('service.state'),
  ]);
  const store = createStore<MirrorState>((set, get) => ({
    info,
    settings,
    service,
    dismissed: [],
    dismiss: (notice) => {
      set(({ dismissed }) => ({ dismissed: [...dismissed, notice] }));
    },
    change: async (change) => {
      const before = get().settings;
      set({ settings: { ...before, ...change } });
      try {
        set({ settings: await bridge.call('settings.set', change) });
        return true;
      } catch {
        set({ settings: before });
        return false;
      }
    },
    restartService: async () => {
      set({ service: { status: 'starting' } });
      try {
        set({ service: await bridge.call('service.restart') });
      } catch {
        set({ service: { status: 'failed', reason: 'crashed' } });
      }
    },
  }));
  store.setState(news);
  take = (part) => {
    store.setState(part);
  };
  return store;
}
