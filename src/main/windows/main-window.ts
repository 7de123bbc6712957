import { BrowserWindow } from 'electron';
import { paper, webPreferences } from './window-options.ts';

export interface MainWindowPlace {
  /** Address of the page, of an origin the session guard allows. */
  readonly url: string;
  readonly preload: string;
  /** Path of the icon; on macOS and Windows the package brings it. */
  readonly icon: string;
}

/**
 * @param look how it appears: asking for the keyboard, without taking it from whoever has it, or out of sight
 * @param like another window in whose place it is put
 */
export function createMainWindow(
  { url, preload, icon }: MainWindowPlace,
  look: 'active' | 'inactive' | 'minimised',
  like?: BrowserWindow,
): BrowserWindow {
  const window = new BrowserWindow({
    ...(like === undefined ? { width: 1100, height: 760 } : like.getNormalBounds()),
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
  const isMaximised = like?.isMaximized() === true;
  window.once('ready-to-show', () => {
    if (isMaximised) window.maximize();
    if (look === 'active') window.show();
    else if (look === 'inactive') window.showInactive();
    else window.minimize();
  });
  void window.loadURL(url);
  return window;
}
