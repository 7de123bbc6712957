/** The only room where ports meet their adapters. */
import { setTimeout as pause } from 'node:timers/promises';
import { app, session } from 'electron';
import type { Notice } from '../../shared/bridge/models.ts';
import { chooseLanguage } from '../../shared/language.ts';
import { type Broadcast, createBroadcast } from '../bridge/broadcast.ts';
import { bridgePort } from '../bridge/port.ts';
import { serveBridge } from '../bridge/router.ts';
import { createLog, type Log } from '../log/log.ts';
import type { Places } from '../places.ts';
import { serveApp } from '../security/app-protocol.ts';
import { guardSession } from '../security/session-guard.ts';
import { openSettings } from '../settings/settings.ts';
import { applyTheme } from '../settings/theme.ts';
import type { ProgramUpdates } from '../updates/updates.ts';
import { createWindowRegistry } from '../windows/window-registry.ts';
import { type Speak, speakIn } from '../words/speak.ts';
import { composeCore, type Core } from './core.ts';
import type { Frame } from './frame.ts';
import { composeLock } from './lock.ts';
import { composeNative } from './native.ts';
import { composeQuickShare, type QuickShare } from './quick-share.ts';
import { composeResident, type Resident } from './resident.ts';
import { composeUpdates } from './updates.ts';
import { createMainWindowHolder } from './windows.ts';

export interface Program extends Omit<Resident, 'handlers' | 'showEntry'> {
  /** Ends what runs beside the windows. */
  stop(): Promise<void>;
  /** The last thing before the end: puts a new version in place. True where that ends the program by itself. */
  finish(): boolean;
}

/** The window can be shown at once; what needs the keychain, which may wait for a person, follows. */
export function composeProgram(places: Places): Program {
  const { log, settings } = beginRun(places);
  const windows = createWindowRegistry();
  const origins = servePage(places);
  const isLocked = () => lock.state.isLocked;
  const lockNow = (): void => {
    lock.lock('asked');
  };
  const tellWindows = createBroadcast({ windows, origins, isLocked: () => isLocked(), log });
  let heard: QuickShare['heard'] = () => undefined;
  const broadcast: Broadcast = (name, payload) => {
    tellWindows(name, payload);
    heard(name);
  };
  const speak = (): Speak => speakIn(chooseLanguage(settings.current.language, app.getLocale()));
  const window = createMainWindowHolder(places, windows, log, () => {
    quickShare.onMainWindowClosed();
  });
  const showMainWindow = window.show.bind(window);
  const news = composeUpdates({ places, log, settings, broadcast });
  const moreNotices = (): readonly Notice[] => [...quickShare.notices(), ...news.notices()];
  const showEntry = (id: string): void => {
    resident.showEntry(id);
  };
  const frame: Frame = {
    ...{ places, log, settings, windows, broadcast, speak, moreNotices },
    ...{ showMainWindow, showEntry },
  };
  const core = composeCore(frame);
  const lock = composeLock({
    ...{ core, settings, log },
    wipe: () => {
      window.renew();
      quickShare.wipeQuickWindow();
    },
    clearClipboard: () => quickShare.clipboardGuard.clearNow(),
  });
  const quickShare = composeQuickShare(frame, {
    handlers: core.then(({ handlers }) => handlers),
    isLocked,
    lock: lockNow,
    ask: (request) => {
      resident.take(request);
    },
  });
  heard = quickShare.heard;
  lock.onChange(quickShare.onLock);
  const resident = composeResident({ frame, lock, window, near: quickShare, updates: news.updates });
  const near = { ...resident.handlers, ...quickShare.handlers, ...news.handlers };
  serveBridge(
    core.then(({ handlers }) => ({ ...handlers, ...near })),
    { port: bridgePort, windows, origins, isLocked, log, uptime, onBug: tellDeveloper },
  );
  composeNative(frame, showMainWindow, lockNow);
  const stop = (): Promise<void> => stopInOrder({ core, quickShare, updates: news.updates, log });
  return { ...resident, stop, finish: () => news.updates.finish() };
}

function beginRun(places: Places) {
  const log = createLog(places.logFile, Date.now);
  log.write('start', { version: app.getVersion() });
  const settings = openSettings(places.settingsFile, Date.now());
  applyTheme(settings.current.theme);
  return { log, settings };
}

/** The windows' own page, behind its guard. Answers where it comes from. */
function servePage(places: Places): readonly string[] {
  const origins = [places.page.origin];
  guardSession(session.defaultSession, origins);
  serveApp(session.defaultSession, places.rendererFolder);
  return origins;
}

interface Running {
  readonly core: Promise<Core>;
  readonly quickShare: QuickShare;
  readonly updates: ProgramUpdates;
  readonly log: Log;
}

async function stopInOrder({ core, quickShare, updates, log }: Running): Promise<void> {
  updates.end();
  await quickShare.stop();
  const { outbox, room, sender, supervisor, vault } = await core;
  outbox.stop();
  await room.stop();
  // An answer that is about to arrive is worth a moment; without it the secret would be uncertain.
  await Promise.race([sender.pause(), pause(LAST_ANSWER_MS)]);
  await supervisor.stop();
  vault.close();
  log.write('quit');
}

const uptime = (): number => performance.now();

/** On the terminal alone, and never by a release: what was thrown may quote values. */
function tellDeveloper(problem: unknown): void {
  if (app.isPackaged) return;
  const words = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  process.stderr.write(`uncaught: ${words}\n`);
}

const LAST_ANSWER_MS = 3_000;
