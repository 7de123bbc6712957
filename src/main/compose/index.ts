/** The only room where ports meet their adapters. */
import { setTimeout as pause } from 'node:timers/promises';
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
import { composeLock } from './lock.ts';
import { composeNative } from './native.ts';
import { composeResident, type NearAtHand, type Resident } from './resident.ts';
import { createMainWindowHolder } from './windows.ts';

export interface Program extends Omit<Resident, 'handlers'> {
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

  const isLocked = (): boolean => lock.state.isLocked;
  const broadcast = createBroadcast({ windows, origins, isLocked: () => isLocked(), log });
  const speak = (): Speak => speakIn(chooseLanguage(settings.current.language, app.getLocale()));
  const window = createMainWindowHolder(places, windows, log);
  const showMainWindow = (): void => {
    window.show();
  };
  const frame = { places, log, settings, windows, broadcast, speak, showMainWindow };
  const core = composeCore(frame);
  const near = nothingNear(window);
  const lock = composeLock({
    ...{ core, settings, log },
    wipe: () => {
      window.renew();
    },
    clearClipboard: () => Promise.resolve(),
  });
  const resident = composeResident({ frame, lock, window, near });
  serveBridge(
    core.then(({ handlers }) => ({ ...handlers, ...resident.handlers })),
    { port: bridgePort, windows, origins, isLocked, log, uptime: () => performance.now() },
  );
  composeNative(frame, showMainWindow);
  return {
    ...resident,
    async stop() {
      const { outbox, room, sender, supervisor, vault } = await core;
      outbox.stop();
      await room.stop();
      // An answer that is about to arrive is worth a moment; without it the secret would be uncertain.
      await Promise.race([sender.pause(), pause(LAST_ANSWER_MS)]);
      await supervisor.stop();
      vault.close();
      log.write('quit');
    },
  };
}

const LAST_ANSWER_MS = 3_000;

/** A desktop without a tray and without a quick window. */
function nothingNear(window: { show(): void }): NearAtHand {
  return {
    hasTray: () => false,
    traySettled: Promise.resolve(),
    showQuickWindow: () => {
      window.show();
    },
  };
}
