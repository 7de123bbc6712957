import { useEffect } from 'react';
import { railViews } from '../state/navigation-store.ts';
import { answered } from '../state/answered.ts';
import { useMirror, useNavigation, useServices } from '../state/services.tsx';

/** `Ctrl`, or `⌘` on a Mac, with 1 to 4: the views in the order of the rail. With L: locks the program. */
export function useViewKeys(): void {
  const { bridge } = useServices();
  const go = useNavigation((state) => state.go);
  const isMac = useMirror((state) => state.info.platform === 'darwin');
  useEffect(() => {
    const take = (event: KeyboardEvent): void => {
      const isCommand = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      if (!isCommand || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() === 'l') {
        event.preventDefault();
        void answered(bridge.call('lock.now'));
        return;
      }
      const view = railViews[Number(event.key) - 1];
      if (view === undefined) return;
      event.preventDefault();
      go(view);
    };
    window.addEventListener('keydown', take);
    return () => {
      window.removeEventListener('keydown', take);
    };
  }, [bridge, go, isMac]);
}
