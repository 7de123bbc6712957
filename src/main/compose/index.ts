/** The only room where ports meet their adapters. */
import { app, session } from 'electron';
import { chooseLanguage } from '../../shared/language.ts';
import { createBroadcast } from '../bridge/broadcast.ts';
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
import { composeNative } from './native.ts';
import { createWindowShower } from './windows.ts';

export interface Program {
  /** Shows the main window, or brings the one there is to the front. */
  showMainWindow(): void;
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

  const broadcast = createBroadcast({ windows, origins, log });
  const speak = (): Speak => speakIn(chooseLanguage(settings.current.language, app.getLocale()));
  const showMainWindow = createWindowShower(places, windows, log);
  const core = composeCore({ places, log, settings, windows, broadcast, speak, showMainWindow });
  serveBridge(
    core.then(({ handlers }) => handlers),
    { port: bridgePort, windows, origins, log, uptime: () => performance.now() },
  );
  composeNative({ places, settings, windows, broadcast, speak }, showMainWindow);
  return {
    showMainWindow,
    async stop() {
      const { outbox, room, supervisor, vault } = await core;
      outbox.stop();
      await room.stop();
      await supervisor.stop();
      vault.close();
      log.write('quit');
    },
  };
}
