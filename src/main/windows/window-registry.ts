import type { BrowserWindow, WebContents } from 'electron';
import type { WindowKind } from '../../shared/bridge/names.ts';

/** Which windows are ours and of which kind. What is not in here gets no answer from the bridge. */
export interface WindowRegistry {
  add(window: BrowserWindow, kind: WindowKind): void;
  kindOf(contents: WebContents): WindowKind | null;
  /** Every living window's contents. */
  all(): readonly WebContents[];
}

export function createWindowRegistry(): WindowRegistry {
  const kinds = new Map<WebContents, WindowKind>();
  return {
    add(window, kind) {
      const contents = window.webContents;
      kinds.set(contents, kind);
      contents.once('destroyed', () => kinds.delete(contents));
    },
    kindOf: (contents) => kinds.get(contents) ?? null,
    all: () => [...kinds.keys()].filter((contents) => !contents.isDestroyed()),
  };
}
