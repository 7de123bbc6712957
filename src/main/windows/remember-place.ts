import { type BrowserWindow, screen } from 'electron';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';
import { fitPlace, placeSchema, type WindowPlace } from './window-place.ts';

/** As much of a window as it takes to place it. */
type Placed = Pick<
  BrowserWindow,
  'on' | 'once' | 'getNormalBounds' | 'isMaximized' | 'maximize' | 'setBounds' | 'getMinimumSize'
>;

/** Puts each new main window where the last one was, and keeps where it is when it closes. */
export function createPlaceKeeper(file: string): (window: Placed) => void {
  const stored = readJsonFile(file, placeSchema, Date.now());
  let place: WindowPlace | null = stored.kind === 'read' ? stored.value : null;
  return (window) => {
    if (place !== null) restore(window, place);
    const note = (): void => {
      place = { version: 1, ...window.getNormalBounds(), isMaximised: window.isMaximized() };
    };
    for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) {
      // Electron's overloads name each event by itself.
      window.on(event as 'resize', note);
    }
    window.on('close', () => {
      note();
      try {
        if (place !== null) writeJsonFile(file, place);
      } catch {
        // A full disk costs the place, not the closing.
      }
    });
  };
}

function restore(window: Placed, place: WindowPlace): void {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const [width = 1, height = 1] = window.getMinimumSize();
  const areas = [primary, ...others].map(({ workArea }) => workArea);
  const fitting = fitPlace(place, areas, { width, height });
  if (fitting !== null) window.setBounds(fitting);
  if (!place.isMaximised) return;
  // Maximising shows a window: not before it has something to show.
  window.once('ready-to-show', () => {
    window.maximize();
  });
}
