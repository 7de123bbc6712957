import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Log } from '../log/log.ts';
import type { Places } from '../places.ts';
import { createMainWindow } from '../windows/main-window.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';

/** Answers what shows the main window, or brings the one there is to the front. */
export function createWindowShower(
  places: Places,
  windows: WindowRegistry,
  log: Log,
  onClosed: () => void,
): () => void {
  let window: BrowserWindow | null = null;
  return () => {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    window = createMainWindow({
      url: places.page.url,
      preload: join(places.preloadFolder, 'main.cjs'),
      icon: places.icon,
    });
    windows.add(window, 'main');
    const { webContents } = window;
    webContents.on('render-process-gone', (_event, { reason }) => {
      log.write('renderer-gone', { code: reason });
      // What was in the window is gone with its process; an empty window would not even say so.
      if (reason !== 'clean-exit') webContents.reload();
    });
    window.once('closed', () => {
      window = null;
      onClosed();
    });
  };
}
