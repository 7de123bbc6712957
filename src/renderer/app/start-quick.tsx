import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { BRIDGE_KEY } from '../../shared/bridge/names.ts';
import { createBridgeClient } from '../bridge/client.ts';
import { createCryptoClient, spawnCryptoWorker } from '../crypto/client.ts';
import { QuickView } from '../features/quick-share/quick-view.tsx';
import { openWrapStorage } from '../crypto/wrap-storage.ts';
import { createAccountsStore } from '../state/accounts-store.ts';
import { createKeptPasswordsStore } from '../state/kept-passwords.ts';
import { loadMirrorStore } from '../state/mirror-store.ts';
import { type Services, ServicesProvider } from '../state/services.tsx';
import { TooltipProvider } from '../ui/tooltip/tooltip.tsx';
import { speakAsSet } from './speak-as-set.ts';
import { wireCopying } from './wire-copying.ts';

/** Wires the quick window: what sealing, sending and copying take, and nothing of the rest. */
export async function startQuick(root: HTMLElement): Promise<void> {
  const api = window[BRIDGE_KEY];
  if (api === undefined) throw new Error('The preload did not put the bridge on the window.');
  const bridge = createBridgeClient(api);
  const mirror = await loadMirrorStore(bridge);
  const services = withoutTheRest({
    bridge,
    crypto: createCryptoClient(spawnCryptoWorker),
    ...wireCopying(bridge, mirror),
    mirror,
    accounts: createAccountsStore(bridge),
    keptPasswords: createKeptPasswordsStore(bridge, openWrapStorage()),
  });
  const { info } = mirror.getState();
  document.documentElement.dataset['platform'] = info.platform;
  const i18n = await speakAsSet(mirror);
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <I18nextProvider i18n={i18n}>
          <ServicesProvider services={services}>
            <TooltipProvider>
              <QuickView />
            </TooltipProvider>
          </ServicesProvider>
        </I18nextProvider>
      </CSPProvider>
    </StrictMode>,
  );
}

type Present = 'bridge' | 'crypto' | 'copier' | 'clipboard' | 'mirror' | 'accounts' | 'keptPasswords';
type Absent = Exclude<keyof Services, Present>;

/** What this window has no right to; asking for it is a bug, and says so. */
function withoutTheRest(services: Omit<Services, Absent>): Services {
  const refuse = (): never => {
    throw new Error('The quick window has no list and no other views.');
  };
  return {
    ...services,
    get shares() {
      return refuse();
    },
    get ledger() {
      return refuse();
    },
    get bulk() {
      return refuse();
    },
    get again() {
      return refuse();
    },
    get navigation() {
      return refuse();
    },
    get overlay() {
      return refuse();
    },
    get unfinished() {
      return refuse();
    },
  };
}
