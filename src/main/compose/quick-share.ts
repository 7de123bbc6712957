/** Quick share: the tray, the small window, the shortcuts, and the clipboard it all goes through. */
import { join } from 'node:path';
import { app } from 'electron';
import { chooseLanguage, chooseLocale } from '../../shared/language.ts';
import type { CallHandlers } from '../../shared/bridge/contract.ts';
import type { Notice, Share } from '../../shared/bridge/models.ts';
import type { EventName } from '../../shared/bridge/names.ts';
import type { QuickMode, ShortcutsState } from '../../shared/bridge/quick-share.ts';
import { type ClipboardCall, clipboardCalls } from '../bridge/handlers/clipboard.ts';
import { type QuickShareCall, quickShareCalls } from '../bridge/handlers/quick-share.ts';
import { openSystemClipboard } from '../clipboard/clipboard.ts';
import { type ClipboardGuard, createClipboardGuard } from '../clipboard/guard.ts';
import { createGuardWindow } from '../clipboard/guard-window.ts';
import { createQuickWindow, type QuickWindow } from '../quick-share/quick-window.ts';
import { systemRegistrar } from '../shortcuts/register.ts';
import { createShortcuts, type Shortcuts } from '../shortcuts/shortcuts.ts';
import { createTrayAbsence } from '../tray/absence.ts';
import { RECENT, type TrayCommand, trayName, type TrayState, trayView } from '../tray/menu.ts';
import { confirmDeleting, sayNotCopied, sayNotDeleted } from '../tray/dialogs.ts';
import { createTray, type ProgramTray } from '../tray/tray.ts';
import type { Request } from '../requests/request.ts';
import type { Frame } from './frame.ts';

export interface QuickShare {
  readonly handlers: Pick<CallHandlers, ClipboardCall | QuickShareCall>;
  readonly showQuickWindow: (mode: QuickMode) => void;
  /** Closes it, shown or kept ready, and ends the process that had what was in it. */
  readonly wipeQuickWindow: () => void;
  readonly clipboardGuard: Pick<ClipboardGuard, 'clearNow'>;
  readonly tray: Pick<ProgramTray, 'isThere' | 'settled'>;
  /** Told whenever it was looked for a tray: `isThere` may be another then. */
  readonly onTrayLooked: (listener: () => void) => void;
  readonly notices: () => readonly Notice[];
  /** Some windows were told this. */
  readonly heard: (event: EventName) => void;
  /** Locked, or no longer. */
  readonly onLock: () => void;
  /** The last window a person sees has closed: the one that is kept ready must not hold the program. */
  readonly onMainWindowClosed: () => void;
  /** Clears the clipboard if it is ours, and lets everything go. */
  readonly stop: () => Promise<void>;
}

export interface Surroundings {
  /** Where it must wait for the keychain. */
  readonly handlers: Promise<
    Pick<
      CallHandlers,
      'ledger.query' | 'ledger.summary' | 'ledger.entry' | 'ledger.happened' | 'shares.delete'
    >
  >;
  readonly isLocked: () => boolean;
  /** Locks the program. */
  readonly lock: () => void;
  /** As if it was asked from outside: what needs an open program waits until it is unlocked. */
  readonly ask: (request: Request) => void;
}

type Parts = Frame & Surroundings;

export function composeQuickShare(frame: Frame, around: Surroundings): QuickShare {
  const parts: Parts = { ...frame, ...around };
  const { settings, broadcast, log } = parts;
  const { guard, calls } = composeClipboard(parts);
  const absence = createTrayAbsence(settings);
  const trayListeners: (() => void)[] = [];
  const quick: QuickWindow = createQuickWindow({
    ...smallWindow(parts, 'quick'),
    windows: parts.windows,
    tellShown: (mode) => {
      broadcast('quick.shown', { mode });
    },
    isExpected: () => !parts.isLocked() && (tray.isThere || shortcuts.hasAny),
  });
  const show = (mode: QuickMode): void => {
    quick.show(mode);
  };
  const shortcuts = composeShortcuts(parts, (mode) => {
    parts.ask({ kind: mode === 'write' ? 'quick-share' : 'share-clipboard' });
  });
  const perform = createPerformer(parts, guard);
  const tray = createTray({
    folder: parts.places.trayFolder,
    view: async () => trayView(await readTrayState(parts), parts.speak()),
    perform,
    onFound: (isThere) => {
      absence.looked(isThere);
      log.write('tray', { code: isThere ? 'there' : 'none' });
      quick.prepare();
      for (const listener of trayListeners) listener();
    },
  });
  settings.onChange(() => {
    shortcuts.apply();
    tray.refresh();
    quick.prepare();
  });
  shortcuts.apply();
  return {
    handlers: { ...calls, ...quickShareCalls({ quick, shortcuts, tray }) },
    showQuickWindow: show,
    wipeQuickWindow: () => {
      quick.wipe();
    },
    clipboardGuard: guard,
    tray,
    onTrayLooked: (listener) => {
      trayListeners.push(listener);
    },
    notices: () => [
      ...(absence.isNews ? (['no-tray'] as const) : []),
      ...(shortcuts.isRefused ? (['shortcut-refused'] as const) : []),
    ],
    ...composeLife({ quick, tray, shortcuts, guard }),
  };
}

interface Living {
  readonly quick: QuickWindow;
  readonly tray: ProgramTray;
  readonly shortcuts: Shortcuts;
  readonly guard: ClipboardGuard;
}

function composeLife({
  quick,
  tray,
  shortcuts,
  guard,
}: Living): Pick<QuickShare, 'heard' | 'onLock' | 'onMainWindowClosed' | 'stop'> {
  return {
    heard: (event) => {
      if (event === 'ledger.changed') tray.refresh();
    },
    onLock: () => {
      tray.refresh();
      // Locking took it.
      quick.prepare();
    },
    onMainWindowClosed: () => {
      quick.retire();
      // If the program stays without a window, the next shortcut finds one ready again.
      setTimeout(() => {
        quick.prepare();
      }, READY_AGAIN_MS);
    },
    async stop() {
      quick.stop();
      tray.stop();
      shortcuts.record(true);
      await guard.clearNow();
    },
  };
}

const READY_AGAIN_MS = 1_000;

const smallWindow = ({ places }: Frame, name: 'quick' | 'guard') => ({
  url: `${places.page.origin}/${name}.html`,
  preload: join(places.preloadFolder, `${name}.cjs`),
});

function composeClipboard(parts: Parts) {
  const { settings, broadcast, log, windows } = parts;
  const clipboard = openSystemClipboard();
  const guardWindow = createGuardWindow(smallWindow(parts, 'guard'), windows);
  const guard = createClipboardGuard({
    ...{ clipboard, log, clock: Date.now },
    ask: (question) => guardWindow.ask(question),
    seconds: () => settings.current.clipboardClearSeconds,
    onChange: (watch) => {
      broadcast('clipboard.changed', { watch, canMark: clipboard.writeMarked !== null });
    },
  });
  let seconds = settings.current.clipboardClearSeconds;
  settings.onChange(() => {
    if (settings.current.clipboardClearSeconds === seconds) return;
    seconds = settings.current.clipboardClearSeconds;
    guard.retime();
  });
  return { guard, calls: clipboardCalls({ clipboard, guard, guardWindow, settings }) };
}

function composeShortcuts({ settings, broadcast, log }: Parts, press: (mode: QuickMode) => void): Shortcuts {
  const shortcuts: Shortcuts = createShortcuts({
    registrar: systemRegistrar,
    settings,
    obstacle: shortcutObstacle(),
    press,
    onChange: () => {
      if (shortcuts.isRefused) log.write('shortcut', { code: 'refused' });
      broadcast('shortcuts.changed', shortcuts.state);
    },
  });
  return shortcuts;
}

/** A Wayland desktop hands keys to the window in front and to nobody else. */
const shortcutObstacle = (): ShortcutsState['obstacle'] =>
  process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland' ? 'wayland' : null;

const EVERYTHING = { search: '', states: [], accountIds: [], from: null, until: null };

async function readTrayState({ handlers, settings, isLocked }: Parts): Promise<TrayState> {
  const isPaused = settings.current.notificationsPaused;
  if (isLocked())
    return { ...wordSettings(settings.current), recent: [], waiting: 0, isPaused, isLocked: true };
  const ledger = await handlers;
  const [page, { states }] = await Promise.all([
    ledger['ledger.query']({
      filter: { ...EVERYTHING, states: [] },
      order: { by: 'created', direction: 'descending' },
      offset: 0,
      // Some of the newest may have no link yet.
      limit: RECENT * 4,
    }),
    ledger['ledger.summary'](undefined),
  ]);
  return {
    ...wordSettings(settings.current),
    recent: page.shares,
    waiting: (states.waiting ?? 0) + (states.uncertain ?? 0) + (states.overdue ?? 0),
    isPaused,
    isLocked: false,
  };
}

const wordSettings = ({ language, trayNames }: Frame['settings']['current']) => ({
  showsNames: trayNames,
  locale: chooseLocale(chooseLanguage(language, app.getLocale()), app.getLocale()),
});

/** Does what was chosen in the tray's menu. */
function createPerformer(parts: Parts, guard: ClipboardGuard): (command: TrayCommand) => void {
  const { settings, broadcast, handlers, isLocked, lock, ask } = parts;
  const find = async (id: string): Promise<Share | null> =>
    (await (await handlers)['ledger.entry']({ id }))?.share ?? null;
  return (command) => {
    if (isLocked() && (command.do === 'copy-link' || command.do === 'delete')) {
      ask({ kind: 'show' });
      return;
    }
    switch (command.do) {
      case 'quick':
        ask({ kind: command.mode === 'write' ? 'quick-share' : 'share-clipboard' });
        break;
      case 'open':
        ask({ kind: 'view', view: command.view });
        break;
      case 'pause':
        broadcast(
          'settings.changed',
          settings.change({ notificationsPaused: !settings.current.notificationsPaused }),
        );
        break;
      case 'lock':
        lock();
        break;
      case 'quit':
        app.quit();
        break;
      case 'copy-link':
        void find(command.id).then((share) => copyLink(parts, guard, share));
        break;
      case 'delete':
        void find(command.id).then((share) => deleteShare(parts, share));
        break;
    }
  };
}

async function copyLink(
  { speak, handlers }: Parts,
  guard: ClipboardGuard,
  share: Share | null,
): Promise<void> {
  const link = share?.link ?? null;
  if (share === null || link === null || !(await guard.writeLink(link))) await sayNotCopied(speak());
  else await (await handlers)['ledger.happened']({ id: share.id, what: 'link-copied' });
}

/** Deleting cannot be undone: the person is asked, wherever it was chosen. */
async function deleteShare(parts: Parts, share: Share | null): Promise<void> {
  if (share === null) return;
  const t = parts.speak();
  const name = trayName(share, wordSettings(parts.settings.current), t);
  if (!(await confirmDeleting(name, t))) return;
  const { outcome } = await (await parts.handlers)['shares.delete']({ id: share.id });
  if (outcome === 'failed') await sayNotDeleted(t);
}
