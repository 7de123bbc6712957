import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { BRIDGE_KEY } from '../../shared/bridge/names.ts';
import { chooseLanguage, type Language } from '../../shared/language.ts';
import { createBridgeClient } from '../bridge/client.ts';
import { createCopier } from '../copying.ts';
import { createCryptoClient, spawnCryptoWorker } from '../crypto/client.ts';
import { createClipboardMarker } from '../crypto/clipboard-mark.ts';
import { openClipboardKeyStore } from '../crypto/wrap-storage.ts';
import { QuickView } from '../features/quick-share/quick-view.tsx';
import { createI18n, speak } from '../i18n/i18n.ts';
import { createAccountsStore } from '../state/accounts-store.ts';
import { createClipboardStore, wantsMarks } from '../state/clipboard-store.ts';
import { loadMirrorStore } from '../state/mirror-store.ts';
import { type Services, ServicesProvider } from '../state/services.tsx';
import { TooltipProvider } from '../ui/tooltip/tooltip.tsx';

/** Wires the quick window: what sealing, sending and copying take, and nothing of the rest. */
export async function startQuick(root: HTMLElement): Promise<void> {
  const api = window[BRIDGE_KEY];
  if (api === undefined) throw new Error('The preload did not put the bridge on the window.');
  const bridge = createBridgeClient(api);
  const mirror = await loadMirrorStore(bridge);
  const clipboard = createClipboardStore(bridge);
  const services = withoutTheRest({
    bridge,
    crypto: createCryptoClient(spawnCryptoWorker),
    clipboard,
    copier: createCopier(bridge, createClipboardMarker(openClipboardKeyStore()), () =>
      wantsMarks(mirror, clipboard),
    ),
    mirror,
    accounts: createAccountsStore(bridge),
  });
  const { info } = mirror.getState();
  document.documentElement.dataset['platform'] = info.platform;
  const language = (): Language => chooseLanguage(mirror.getState().settings.language, info.systemLanguage);
  document.documentElement.lang = language();
  const i18n = await createI18n(language());
  mirror.subscribe(() => {
    const wanted = language();
    document.documentElement.lang = wanted;
    void speak(i18n, wanted, () => language() === wanted);
  });
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

type Absent =
  'shares' | 'ledger' | 'bulk' | 'again' | 'keptPasswords' | 'navigation' | 'overlay' | 'unfinished';

/** What this window has no right to; asking for it is a bug, and says so. */
function withoutTheRest(services: Omit<Services, Absent>): Services {
  const refuse = (): never => {
    throw new Error('The quick window has no list, no kept passwords and no other views.');
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
    get keptPasswords() {
      return refuse();
    },
    get navigation() {
      return refuse();
    },
    get unfinished() {
      return refuse();
    },
    get overlay() {
      return refuse();
    },
  };
}
