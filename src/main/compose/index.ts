/** The only room where ports meet their adapters. */
import { app, session } from 'electron';
import type { Notice } from '../../shared/bridge/models.ts';
import type { QuickMode } from '../../shared/bridge/quick-share.ts';
import { chooseLanguage } from '../../shared/language.ts';
import { type Broadcast, createBroadcast } from '../bridge/broadcast.ts';
import { bridgePort } from '../bridge/port.ts';
import { serveBridge } from '../bridge/router.ts';
import { createLog } from '../log/log.ts';
import type { Places } from '../places.ts';
import { serveApp } from '../security/app-protocol.ts';
import { guardSession } from '../security/session-guard.ts';
import { openSettings } from '../settings/settings.ts';
import { applyTheme } from '../settings/theme.ts';
import { createWindowRegistry } from '../windows/window-registry.ts';
import { type Speak, speakIn } from '../words/speak.ts';
import { composeCore } from './core.ts';
import type { Frame } from './frame.ts';
import { composeNative } from './native.ts';
import { composeQuickShare, type QuickShare } from './quick-share.ts';
import { createWindowShower } from './windows.ts';

export interface Program {
  /** Shows the main window, or brings the one there is to the front. */
  showMainWindow(): void;
  showQuickWindow(mode: QuickMode): void;
  /** Ends what runs beside the windows. */
  stop(): Promise<void>;
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

  const tellWindows = createBroadcast({ windows, origins, log });
  const broadcast: Broadcast = (name, payload) => {
    tellWindows(name, payload);
    heard(name);
  };
  let heard: QuickShare['heard'] = () => undefined;
  const speak = (): Speak => speakIn(chooseLanguage(settings.current.language, app.getLocale()));
  const moreNotices = (): readonly Notice[] => quickShare.notices();
  const showMainWindow = createWindowShower(places, windows, log, () => {
    quickShare.onMainWindowClosed();
  });
  const frame: Frame = { places, log, settings, windows, broadcast, speak, moreNotices, showMainWindow };
  const core = composeCore(frame);
  const quickShare = composeQuickShare(frame, {
    handlers: core.then(({ handlers }) => handlers),
    openView: showMainWindow,
  });
  heard = quickShare.heard;
  serveBridge(
    core.then(({ handlers }) => ({ ...handlers, ...quickShare.handlers })),
    { port: bridgePort, windows, origins, log, uptime: () => performance.now() },
  );
  composeNative({ places, settings, windows, broadcast, speak }, showMainWindow);
  return {
    showMainWindow,
    showQuickWindow: quickShare.showQuickWindow,
    async stop() {
      await quickShare.stop();
      const { outbox, room, supervisor, vault } = await core;
      outbox.stop();
      await room.stop();
      await supervisor.stop();
      vault.close();
      log.write('quit');
    },
  };
}
