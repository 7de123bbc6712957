import type { BrowserWindow, WebContents } from 'electron';
import type { WindowKind } from '../../shared/bridge/names.ts';

/** Which windows are ours and of which kind. What is not in here gets no answer from the bridge. */
export interface WindowRegistry {
  add(window: BrowserWindow, kind: WindowKind): void;
  kindOf(contents: WebContents): WindowKind | null;
  /** Every living window's contents. */
  all(): readonly WebContents[];
  /** Keeps all of them, and those to come, out of screen capture; or no longer. */
  protect(isOn: boolean): void;
}

export function createWindowRegistry(): WindowRegistry {
  const kinds = new Map<WebContents, WindowKind>();
  const living = new Set<BrowserWindow>();
  let isProtected = false;
  return {
    add(window, kind) {
      const contents = window.webContents;
      kinds.set(contents, kind);
      contents.once('destroyed', () => kinds.delete(contents));
      living.add(window);
      window.once('closed', () => living.delete(window));
      window.setContentProtection(isProtected);
      // Some systems forget it when a window was hidden.
      window.on('show', () => {
        window.setContentProtection(isProtected);
      });
    },
    kindOf: (contents) => kinds.get(contents) ?? null,
    all: () => [...kinds.keys()].filter((contents) => !contents.isDestroyed()),
    protect(isOn) {
      isProtected = isOn;
      for (const window of living) window.setContentProtection(isOn);
    },
  };
}
