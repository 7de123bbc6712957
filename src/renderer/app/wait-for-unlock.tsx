import type { Root } from 'react-dom/client';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { I18nextProvider } from 'react-i18next';
import { chooseLanguage } from '../../shared/language.ts';
import type { LockState } from '../../shared/bridge/resident.ts';
import type { BridgeClient } from '../bridge/client.ts';
import { createI18n } from '../i18n/i18n.ts';
import { answered } from '../state/answered.ts';
import { TooltipProvider } from '../ui/tooltip/tooltip.tsx';

/** Shows the lock and nothing else; settles once it is open. */
export async function waitForUnlock(
  bridge: BridgeClient,
  page: Root,
  lock: Extract<LockState, { isLocked: true }>,
): Promise<void> {
  const [info, settings, { LockView }] = await Promise.all([
    bridge.call('app.info'),
    bridge.call('settings.get'),
    import('../features/lock/lock-view.tsx'),
  ]);
  const language = chooseLanguage(settings.language, info.systemLanguage);
  document.documentElement.lang = language;
  document.documentElement.dataset['platform'] = info.platform;
  const i18n = await createI18n(language);
  await new Promise<void>((resolve) => {
    const unlock = async (passphrase: string | null) => {
      const outcome = (await answered(bridge.call('lock.unlock', { passphrase }))) ?? 'keychain';
      if (outcome === 'unlocked') resolve();
      return outcome;
    };
    page.render(
      <CSPProvider disableStyleElements>
        <I18nextProvider i18n={i18n}>
          <TooltipProvider>
            <LockView lock={lock} unlock={unlock} />
          </TooltipProvider>
        </I18nextProvider>
      </CSPProvider>,
    );
  });
}
