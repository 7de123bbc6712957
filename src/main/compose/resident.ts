/** A program that stays: asked from outside, closed to the tray, locked, started with the session. */
import { join } from 'node:path';
import { app, powerMonitor } from 'electron';
import type { AskedView } from '../../shared/bridge/resident.ts';
import { runningImage } from '../app-image.ts';
import { residentCalls, type ResidentCall } from '../bridge/handlers/resident.ts';
import type { CallHandlers } from '../../shared/bridge/contract.ts';
import type { Request } from '../requests/request.ts';
import { asksWhenClosing, type ClosingState, staysWithoutWindow } from '../resident/closing.ts';
import { createProtection } from '../resident/protection.ts';
import {
  autostartFile,
  followMove,
  notInstalled,
  type StartAtLogin,
  systemList,
} from '../resident/start-at-login.ts';
import type { Lock } from '../lock/lock.ts';
import type { ProgramUpdates } from '../updates/updates.ts';
import type { Frame } from './frame.ts';
import type { QuickShare } from './quick-share.ts';
import type { MainWindow } from './windows.ts';

/** What the tray and the quick window offer. */
export type NearAtHand = Pick<QuickShare, 'tray' | 'onTrayLooked' | 'showQuickWindow'>;

export interface Resident {
  readonly handlers: Pick<CallHandlers, ResidentCall>;
  /** Does what was asked from outside; what needs an open program waits until it is unlocked. */
  readonly take: (request: Request) => void;
  /** Leads to one entry of the list: a notification about it was clicked. */
  readonly showEntry: (id: string) => void;
  /** Something asked from outside that was not understood. */
  readonly ignore: () => void;
  /** The last window has closed. */
  readonly onAllClosed: () => void;
  /** The program is told to quit; a window with something unfinished in it may still hold it. */
  readonly onQuitting: () => void;
}

interface Parts {
  readonly frame: Frame;
  readonly lock: Lock;
  readonly window: MainWindow;
  readonly near: NearAtHand;
  /** Waits, too, where a window holds up the quitting. */
  readonly updates: Pick<ProgramUpdates, 'hold' | 'goOn'>;
}

export function composeResident({ frame, lock, window, near, updates }: Parts): Resident {
  const { windows, settings, broadcast, log } = frame;
  const login = findLogin(frame.speak()('program.title'));
  const state = () => ({ hasTray: near.tray.isThere, startsAtLogin: login.state() });
  const protection = createProtection({
    // Elsewhere the call does nothing, and saying that it did would be worse.
    isAvailable: process.platform === 'darwin' || process.platform === 'win32',
    isKept: settings.current.isProtected,
    apply: (isOn) => {
      windows.protect(isOn);
    },
    store: (isProtected) => {
      broadcast('settings.changed', settings.change({ isProtected }));
      log.write('protection', { code: isProtected ? 'on' : 'off' });
    },
    tell: (now) => {
      broadcast('protection.changed', now);
    },
    clock: Date.now,
  });
  windows.protect(protection.isOn);
  const closing = composeClosing({ frame, lock, window, near, updates });
  const asking = composeRequests({ frame, lock, window, near });
  near.onTrayLooked(() => {
    broadcast('resident.changed', state());
  });
  return {
    ...closing,
    ...asking,
    handlers: residentCalls({ lock, login, protection, state, ...closing, ...asking }),
  };
}

function composeClosing({ frame, lock, window, near, updates }: Parts) {
  const { settings, broadcast } = frame;
  let isQuitting = false;
  /** The attempt to close that a window holds up was one to quit. */
  let wasQuitting = false;
  let isForced = false;
  const now = (hangs: boolean): ClosingState => ({
    platform: process.platform,
    hasTray: near.tray.isThere,
    whenClosed: settings.current.whenClosed,
    isQuitting,
    isLocked: lock.state.isLocked,
    canAsk: !hangs,
  });
  window.onClose(({ hangs }) => {
    wasQuitting = isQuitting;
    if (!asksWhenClosing(now(hangs))) return true;
    broadcast('window.closing', { asks: 'tray-or-quit' });
    return false;
  });
  window.onHeld(() => {
    // Something unfinished is in it, and it asks the person. Nobody is there to answer when the system goes down.
    isQuitting = isForced;
    if (!isForced) updates.hold();
    return !isForced;
  });
  powerMonitor.on('shutdown', () => {
    isForced = true;
    app.quit();
  });
  return {
    close(then: 'tray' | 'quit' | 'as-set') {
      if (then !== 'as-set') broadcast('settings.changed', settings.change({ whenClosed: then }));
      const quits = wasQuitting || then === 'quit';
      if (wasQuitting) updates.goOn();
      window.discard();
      if (quits) app.quit();
    },
    onAllClosed() {
      if (!isQuitting && !wasQuitting && staysWithoutWindow(now(false))) return;
      app.quit();
    },
    onQuitting() {
      isQuitting = true;
    },
  };
}

/** What is asked from outside, and what only the program itself can ask for. */
type Errand = Request | { readonly kind: 'entry'; readonly id: string };

/** The view a window goes to that is just coming, or was locked: it takes it once it is there. */
function composeAskedView({ frame, window }: Pick<Parts, 'frame' | 'window'>) {
  let view: AskedView | null = null;
  return {
    goTo(asked: AskedView): void {
      view = asked;
      window.show();
      frame.broadcast('view.asked', null);
    },
    take(): AskedView | null {
      const asked = view;
      view = null;
      return asked;
    },
  };
}

function composeRequests({ frame, lock, window, near }: Omit<Parts, 'updates'>) {
  const view = composeAskedView({ frame, window });
  let waiting: Errand | null = null;
  lock.onChange((isLocked) => {
    if (isLocked || waiting === null) return;
    const errand = waiting;
    waiting = null;
    perform(errand);
  });
  const perform = (errand: Errand): void => {
    switch (errand.kind) {
      case 'show':
        window.show();
        return;
      case 'view':
        view.goTo({ view: errand.view, entry: null });
        return;
      case 'entry':
        view.goTo({ view: 'sent', entry: errand.id });
        return;
      case 'quick-share':
        near.showQuickWindow('write');
        return;
      case 'share-clipboard':
        near.showQuickWindow('clipboard');
        return;
      case 'hidden':
        void near.tray.settled.then(() => {
          // Out of sight must not be out of reach.
          if (!near.tray.isThere && process.platform !== 'darwin') window.show();
        });
    }
  };
  const take = (errand: Errand): void => {
    if (!lock.state.isLocked || errand.kind === 'hidden') {
      perform(errand);
      return;
    }
    if (errand.kind !== 'show') waiting = errand;
    window.show();
  };
  return {
    ignore() {
      // Whatever it was, it is not written down.
      frame.log.write('request', { code: 'ignored' });
    },
    take(request: Request) {
      frame.log.write('request', { code: request.kind });
      take(request);
    },
    showEntry(id: string) {
      take({ kind: 'entry', id });
    },
    takeView: () => view.take(),
  };
}

function findLogin(name: string): StartAtLogin {
  if (!app.isPackaged) return notInstalled;
  if (process.platform === 'darwin' || process.platform === 'win32') return systemList(app);
  if (process.platform !== 'linux') return notInstalled;
  const place = {
    file: join(app.getPath('appData'), 'autostart', 'enigmacrypt-desktop.desktop'),
    // An AppImage runs from a mount that is gone with it; what the person started is named in its environment.
    executable: runningImage(process.env, process.execPath) ?? process.execPath,
    name,
  };
  followMove(place);
  return autostartFile(place);
}
