import { BrowserWindow } from 'electron';
import { paper, webPreferences } from './window-options.ts';

export interface MainWindowPlace {
  /** Address of the page, of an origin the session guard allows. */
  readonly url: string;
  readonly preload: string;
  /** Path of the icon; on macOS and Windows the package brings it. */
  readonly icon: string;
}

export function createMainWindow({ url, preload, icon }: MainWindowPlace): BrowserWindow {
  const window = new BrowserWindow({
    width: 1100,
    height: 760,
    minWidth: 360,
    minHeight: 480,
    show: false,
    title: 'EnigmaCrypt',
    ...(process.platform === 'linux' && { icon }),
    backgroundColor: paper(),
    autoHideMenuBar: true,
    webPreferences: webPreferences(preload),
  });
  // The page's title never becomes the window's: a title is visible to every other program.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(url);
  return window;
}
