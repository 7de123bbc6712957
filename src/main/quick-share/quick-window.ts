/**
 * The quick window. One is kept ready, drawn and hidden, with nothing in it; after use its whole process goes,
 * and with it the text, the password, the page and what could be undone (docs/decisions/0022).
 */
import { BrowserWindow, screen } from 'electron';
import type { QuickMode } from '../../shared/bridge/quick-share.ts';
import { paper, webPreferences } from '../windows/window-options.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';
import { placeQuickWindow } from './placement.ts';

const SIZE = { width: 420, height: 248 };
/** A window manager hands the focus to and fro while a window comes up; a person who left stays away longer. */
const SETTLE_MS = 400;

export interface QuickWindowParts {
  readonly url: string;
  readonly preload: string;
  readonly windows: WindowRegistry;
  /** Tells the window what it was opened for. */
  readonly tellShown: (mode: QuickMode) => void;
  /** Whether it can be called, so that one is kept ready. A locked program would not answer what its page asks. */
  readonly isExpected: () => boolean;
}

export interface QuickWindow {
  show(mode: QuickMode): void;
  /** Closes it, shown or kept ready, and ends the process that had what was in it. */
  wipe(): void;
  /** Keeps one ready, if it is expected at all. */
  prepare(): void;
  /** Lets go of the one that is kept ready. */
  retire(): void;
  /** From the window: it is drawn. Answers what it was opened for, null while it is only kept ready. */
  ready(): QuickMode | null;
  /** From the window: whether it stays when it loses the focus. */
  hold(isHeld: boolean): void;
  /** No more windows from now on. */
  stop(): void;
}

interface Entry {
  readonly window: BrowserWindow;
  isReady: boolean;
  isHeld: boolean;
  /** Null while it is kept ready. */
  mode: QuickMode | null;
}

export function createQuickWindow(parts: QuickWindowParts): QuickWindow {
  return new OneQuickWindow(parts);
}

class OneQuickWindow implements QuickWindow {
  readonly #parts: QuickWindowParts;
  #entry: Entry | null = null;
  #isStopped = false;

  constructor(parts: QuickWindowParts) {
    this.#parts = parts;
  }

  show(mode: QuickMode): void {
    if (this.#isStopped) return;
    const entry = (this.#entry ??= this.#create());
    // One that is open keeps what is in it.
    const isOpen = entry.mode !== null;
    if (!isOpen || mode === 'clipboard') entry.mode = mode;
    if (!isOpen) place(entry.window);
    if (!entry.isReady) return;
    if (!isOpen || mode === 'clipboard') this.#parts.tellShown(mode);
    bringUp(entry.window);
  }

  wipe(): void {
    if (this.#entry !== null) this.#drop(this.#entry);
  }

  prepare(): void {
    if (this.#isStopped || !this.#parts.isExpected()) return;
    this.#entry ??= this.#create();
  }

  retire(): void {
    if (this.#entry?.mode === null) this.#drop(this.#entry);
  }

  ready(): QuickMode | null {
    const entry = this.#entry;
    if (entry === null) return null;
    entry.isReady = true;
    if (entry.mode !== null) {
      // What its page is enlarged by is known once it is loaded.
      place(entry.window);
      bringUp(entry.window);
    }
    return entry.mode;
  }

  hold(isHeld: boolean): void {
    if (this.#entry !== null) this.#entry.isHeld = isHeld;
  }

  stop(): void {
    this.#isStopped = true;
    this.wipe();
  }

  #drop(entry: Entry): void {
    if (this.#entry === entry) this.#entry = null;
    if (!entry.window.isDestroyed()) entry.window.destroy();
  }

  #create(): Entry {
    const window = createWindow(this.#parts);
    const entry: Entry = { window, isReady: false, isHeld: false, mode: null };
    let settling: NodeJS.Timeout | undefined;
    window.on('blur', () => {
      clearTimeout(settling);
      settling = setTimeout(() => {
        if (window.isDestroyed() || window.isFocused()) return;
        if (!entry.isHeld && entry.mode !== null) this.#drop(entry);
      }, SETTLE_MS);
    });
    window.on('focus', () => {
      clearTimeout(settling);
    });
    window.webContents.on('render-process-gone', () => {
      this.#drop(entry);
    });
    window.once('closed', () => {
      clearTimeout(settling);
      if (this.#entry === entry) this.#entry = null;
      if (entry.mode === null) return;
      // The next one, once this one's process had its time to end.
      setTimeout(() => {
        this.prepare();
      }, SETTLE_MS);
    });
    return entry;
  }
}

function createWindow({ url, preload, windows }: QuickWindowParts): BrowserWindow {
  const window = new BrowserWindow({
    ...SIZE,
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    title: 'EnigmaCrypt',
    backgroundColor: paper(),
    webPreferences: webPreferences(preload),
  });
  windows.add(window, 'quick');
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.loadURL(url).catch(() => {
    if (!window.isDestroyed()) window.destroy();
  });
  return window;
}

function bringUp(window: BrowserWindow): void {
  window.show();
  window.focus();
}

/** Near the pointer, and larger where the person has enlarged the program's pages: as much fits into it then. */
function place(window: BrowserWindow): void {
  const factor = window.webContents.getZoomFactor();
  const size = { width: Math.round(SIZE.width * factor), height: Math.round(SIZE.height * factor) };
  const [first, ...others] = screen.getAllDisplays().map(({ workArea }) => workArea);
  const areas = [first ?? screen.getPrimaryDisplay().workArea, ...others] as const;
  window.setBounds(placeQuickWindow(screen.getCursorScreenPoint(), areas, size));
}
