import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { BRIDGE_KEY } from '../../shared/bridge/names.ts';
import { createBridgeClient } from '../bridge/client.ts';
import { createCryptoClient, spawnCryptoWorker } from '../crypto/client.ts';
import { openWrapStorage } from '../crypto/wrap-storage.ts';
import { chooseLanguage } from '../../shared/language.ts';
import { createI18n } from '../i18n/i18n.ts';
import { createAccountsStore } from '../state/accounts-store.ts';
import { createAgainStore } from '../state/again-store.ts';
import { createBulkStore } from '../state/bulk-store.ts';
import { createKeptPasswordsStore } from '../state/kept-passwords.ts';
import { createLedgerStore } from '../state/ledger-store.ts';
import { loadMirrorStore } from '../state/mirror-store.ts';
import { createNavigationStore } from '../state/navigation-store.ts';
import { createOverlayStore } from '../state/overlay-store.ts';
import { type Services, ServicesProvider } from '../state/services.tsx';
import { createSharesStore } from '../state/shares-store.ts';
import { createUnfinishedStore } from '../state/unfinished-store.ts';
import { TooltipProvider } from '../ui/tooltip/tooltip.tsx';
import { Entrance } from './entrance.tsx';
import { Waiting } from './waiting.tsx';
import { speakAsSet } from './speak-as-set.ts';
import { wireCopying } from './wire-copying.ts';

/** A start takes less than this unless the keychain waits for a person. */
const WAITING_MS = 1_500;

/** Wires the window: the bridge, the worker, the stores and the words, then the first view. */
export async function start(root: HTMLElement): Promise<void> {
  const api = window[BRIDGE_KEY];
  if (api === undefined) throw new Error('The preload did not put the bridge on the window.');
  const bridge = createBridgeClient(api);
  const page = createRoot(root);
  const waiting = showWaiting(page);
  const lock = await bridge.call('lock.state');
  if (lock.isLocked) {
    waiting.end();
    await (await import('./wait-for-unlock.tsx')).waitForUnlock(bridge, page, lock);
  }
  const mirror = await loadMirrorStore(bridge, true);
  waiting.end();
  const services: Services = {
    bridge,
    ...wireCopying(bridge, mirror),
    crypto: createCryptoClient(spawnCryptoWorker),
    mirror,
    accounts: createAccountsStore(bridge),
    shares: createSharesStore(bridge),
    ledger: createLedgerStore(bridge),
    bulk: createBulkStore(bridge),
    again: createAgainStore(),
    keptPasswords: createKeptPasswordsStore(bridge, openWrapStorage()),
    navigation: createNavigationStore(),
    overlay: createOverlayStore(),
    unfinished: createUnfinishedStore(),
  };
  const { info } = mirror.getState();
  document.documentElement.dataset['platform'] = info.platform;
  const i18n = await speakAsSet(mirror);
  page.render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <I18nextProvider i18n={i18n}>
          <ServicesProvider services={services}>
            <TooltipProvider>
              <Entrance />
            </TooltipProvider>
          </ServicesProvider>
        </I18nextProvider>
      </CSPProvider>
    </StrictMode>,
  );
}

/** Says that the program waits, once a start takes longer than it should. */
function showWaiting(page: Root): { readonly end: () => void } {
  let isOver = false;
  const timer = setTimeout(() => {
    void createI18n(chooseLanguage('system', navigator.language)).then((i18n) => {
      if (isOver) return;
      page.render(
        <I18nextProvider i18n={i18n}>
          <Waiting />
        </I18nextProvider>,
      );
    });
  }, WAITING_MS);
  return {
    end: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
