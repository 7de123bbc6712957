import { useEffect } from 'react';
import { answered } from '../state/answered.ts';
import { useServices } from '../state/services.tsx';

/** Goes to the view, or to the entry, that somebody asked for from outside, now or while the window was not there yet. */
export function useAskedViews(): void {
  const { bridge, navigation } = useServices();
  useEffect(() => {
    const take = async (): Promise<void> => {
      const asked = await answered(bridge.call('view.take'));
      if (asked === null) return;
      if (asked.entry === null) navigation.getState().go(asked.view);
      else navigation.getState().showEntry(asked.entry);
    };
    void take();
    return bridge.on('view.asked', () => void take());
  }, [bridge, navigation]);
}
