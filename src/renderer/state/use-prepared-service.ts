import { useEffect } from 'react';
import { useServices } from './services.tsx';

/** Has the service ready by the time there is something to send: one that holds nothing rests until then. */
export function usePreparedService(isNeeded: boolean): void {
  const { bridge } = useServices();
  useEffect(() => {
    if (isNeeded) void bridge.call('service.prepare');
  }, [bridge, isNeeded]);
}
