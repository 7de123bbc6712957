import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Log } from '../log/log.ts';
import type { Places } from '../places.ts';
import { createMainWindow } from '../windows/main-window.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';

/** The one main window, which comes and goes. Nothing of it is kept while it is not there. */
export interface MainWindow {
  /** Shows it, or brings the one there is to the front. */
  show(): void;
  /** Puts a fresh one with nothing in it where it was; the old one is gone at once, with its process. */
  renew(): void;
  /** Closes it without asking what is in it. */
  discard(): void;
  /** Told before one closes. Answers false to keep it. */
  onClose(decide: (window: { readonly hangs: boolean }) => boolean): void;
  /** Told when its page has something unfinished and does not want to go. Answers false to close it anyway. */
  onHeld(decide: () => boolean): void;
}

/** @param onClosed told when it has closed and none took its place */
export function createMainWindowHolder(
  places: Places,
  windows: WindowRegistry,
  log: Log,
  onClosed: () => void,
): MainWindow {
  let window: BrowserWindow | null = null;
  let mayClose: (window: { readonly hangs: boolean }) => boolean = () => true;
  let mayHold = (): boolean => true;

  function open(look: 'active' | 'inactive' | 'minimised' = 'active', like?: BrowserWindow): void {
    const made = createMainWindow(
      { url: places.page.url, preload: join(places.preloadFolder, 'main.cjs'), icon: places.icon },
      look,
      like,
    );
    window = made;
    windows.add(made, 'main');
    const hangs = watchHanging(made);
    made.on('close', (event) => {
      if (!mayClose({ hangs: hangs() })) event.preventDefault();
    });
    made.once('closed', () => {
      if (window !== made) return;
      window = null;
      onClosed();
    });
    reloadWhenGone(made, log);
    made.webContents.on('will-prevent-unload', (event) => {
      // Preventing means here that the page is not heard.
      if (!mayHold()) event.preventDefault();
    });
  }

  return {
    show() {
      if (window === null) {
        open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    renew() {
      const old = window;
      if (old === null) return;
      const look = old.isMinimized() ? 'minimised' : old.isFocused() ? 'active' : 'inactive';
      // The new one first: without any window the program might take itself for closed.
      open(look, old);
      old.destroy();
    },
    discard() {
      window?.destroy();
    },
    onClose(decide) {
      mayClose = decide;
    },
    onHeld(decide) {
      mayHold = decide;
    },
  };
}

function watchHanging(window: BrowserWindow): () => boolean {
  let hangs = false;
  window.on('unresponsive', () => {
    hangs = true;
  });
  window.on('responsive', () => {
    hangs = false;
  });
  return () => hangs;
}

function reloadWhenGone({ webContents }: BrowserWindow, log: Log): void {
  webContents.on('render-process-gone', (_event, { reason }) => {
    log.write('renderer-gone', { code: reason });
    // What was in the window is gone with its process; an empty window would not even say so.
    if (reason !== 'clean-exit') webContents.reload();
  });
}
