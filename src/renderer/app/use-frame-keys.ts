import { useEffect } from 'react';
import type { ProgramCommand } from '../../shared/bridge/program.ts';
import type { NavigationState } from '../state/navigation-store.ts';
import type { OverlayState } from '../state/overlay-store.ts';
import { useMirror, useNavigation, useOverlay, useServices } from '../state/services.tsx';

/** The keys that work in every view, and the commands of the native menu. */
export function useFrameKeys(): void {
  const { bridge } = useServices();
  const go = useNavigation((state) => state.go);
  const show = useOverlay((state) => state.show);
  const isMac = useMirror((state) => state.info.platform === 'darwin');
  useEffect(() => {
    const take = (event: KeyboardEvent): void => {
      const command = commandOf(event, isMac);
      if (command === null) return;
      event.preventDefault();
      follow(command, go, show);
    };
    window.addEventListener('keydown', take);
    const stop = bridge.on('program.command', ({ command }) => {
      follow(command, go, show);
    });
    return () => {
      window.removeEventListener('keydown', take);
      stop();
    };
  }, [bridge, go, show, isMac]);
}

const KEYS: Readonly<Record<string, ProgramCommand>> = { k: 'palette', n: 'compose', ',': 'settings' };

function commandOf(event: KeyboardEvent, isMac: boolean): ProgramCommand | null {
  if (event.isComposing || event.altKey) return null;
  const isCommand = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (isCommand) return event.shiftKey ? null : (KEYS[event.key.toLowerCase()] ?? null);
  // A question mark is a question where somebody writes.
  return event.key === '?' && !isWriting(event.target) ? 'keys' : null;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])'));

function follow(command: ProgramCommand, go: NavigationState['go'], show: OverlayState['show']): void {
  switch (command) {
    case 'palette':
    case 'keys':
    case 'about':
    case 'licences':
    case 'export':
    case 'introduction':
      show(command);
      return;
    default:
      go(command);
  }
}
