/** What the platform shows around the windows: the menu bar, the menus at the pointer, and where a window stands. */
import { app } from 'electron';
import { offerEditMenu, type MenuParts, setMenuBar } from '../menu/native-menu.ts';
import { createPlaceKeeper } from '../windows/remember-place.ts';
import type { Frame } from './frame.ts';

type NativeParts = Pick<Frame, 'places' | 'settings' | 'windows' | 'broadcast' | 'speak'>;

/** @param showMainWindow shows the window a command is for */
export function composeNative(frame: NativeParts, showMainWindow: () => void): void {
  const { places, settings, windows, broadcast, speak } = frame;
  const menus: MenuParts = {
    speak,
    onCommand: (command) => {
      showMainWindow();
      broadcast('program.command', { command });
    },
  };
  setMenuBar(menus);
  settings.onChange(() => {
    setMenuBar(menus);
  });
  const keepPlace = createPlaceKeeper(places.windowFile);
  app.on('browser-window-created', (_event, window) => {
    offerEditMenu(window.webContents, menus);
    // Whoever makes a window says of which kind it is right afterwards.
    setImmediate(() => {
      if (!window.isDestroyed() && windows.kindOf(window.webContents) === 'main') keepPlace(window);
    });
  });
}
