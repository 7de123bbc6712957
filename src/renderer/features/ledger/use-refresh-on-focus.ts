import { useEffect } from 'react';
import { useShares } from '../../state/services.tsx';

/** Asks for news when the list is looked at, and when one comes back to the window. */
export function useRefreshOnFocus(): void {
  const refresh = useShares((state) => state.refresh);
  useEffect(() => {
    const ask = (): void => void refresh();
    ask();
    window.addEventListener('focus', ask);
    return () => {
      window.removeEventListener('focus', ask);
    };
  }, [refresh]);
}
