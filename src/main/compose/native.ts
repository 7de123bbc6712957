/** What the platform shows around the windows: the menu bar, the menus at the pointer, and where a window stands. */
import { app, BrowserWindow } from 'electron';
import { offerEditMenu, type MenuParts, setMenuBar } from '../menu/native-menu.ts';
import { createPlaceKeeper } from '../windows/remember-place.ts';
import type { Frame } from './frame.ts';

type NativeParts = Pick<Frame, 'places' | 'settings' | 'windows' | 'broadcast' | 'speak'>;

/**
 * @param showMainWindow shows the window a command is for
 * @param lock locks the program
 */
export function composeNative(frame: NativeParts, showMainWindow: () => void, lock: () => void): void {
  const { places, settings, windows, broadcast, speak } = frame;
  const menus: MenuParts = {
    speak,
    onCommand: (command) => {
      showMainWindow();
      broadcast('program.command', { command });
    },
    onLock: lock,
  };
  setMenuBar(menus);
  settings.onChange(() => {
    setMenuBar(menus);
  });
  const keepPlace = createPlaceKeeper(places.windowFile);
  app.on('web-contents-created', (_event, contents) => {
    offerEditMenu(contents, menus);
    // Whoever makes a window says of which kind it is right afterwards.
    setImmediate(() => {
      if (contents.isDestroyed() || windows.kindOf(contents) !== 'main') return;
      const window = BrowserWindow.fromWebContents(contents);
      if (window !== null) keepPlace(window);
    });
  });
}
