import { useEffect } from 'react';
import { answered } from '../state/answered.ts';
import { useServices } from '../state/services.tsx';

/** Goes to the view that somebody asked for from outside, now or while the window was not there yet. */
export function useAskedViews(): void {
  const { bridge, navigation } = useServices();
  useEffect(() => {
    const take = async (): Promise<void> => {
      const view = await answered(bridge.call('view.take'));
      if (view !== null) navigation.getState().go(view);
    };
    void take();
    return bridge.on('view.asked', () => void take());
  }, [bridge, navigation]);
}
