import { useEffect, useEffectEvent } from 'react';

/** Hears every key of the window, wherever the focus is: what had it may just have gone. */
export function useWindowKeys(take: (event: KeyboardEvent) => void): void {
  const listen = useEffectEvent((event: KeyboardEvent) => {
    if (!event.isComposing) take(event);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      listen(event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
