import { useEffect, useState } from 'react';
import type { ShortcutsState } from '../../../shared/bridge/quick-share.ts';
import { answered } from '../../state/answered.ts';
import { useServices } from '../../state/services.tsx';

/** The shortcuts as they are now; null until they are known. */
export function useShortcuts(): ShortcutsState | null {
  const { bridge } = useServices();
  const [state, setState] = useState<ShortcutsState | null>(null);
  useEffect(() => {
    const stop = bridge.on('shortcuts.changed', setState);
    void answered(bridge.call('shortcuts.state')).then((current) => {
      if (current !== null) setState(current);
    });
    return stop;
  }, [bridge]);
  return state;
}
