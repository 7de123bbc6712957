import { Activity, lazy, Suspense } from 'react';
import { useMirror, useNavigation, useOverlay } from '../state/services.tsx';
import { AppFrame } from './app-frame.tsx';

// Seen once: no later start waits for it.
const IntroductionScreen = lazy(async () => ({
  default: (await import('./introduction-screen.tsx')).IntroductionScreen,
}));

/** The introduction at the first start, and where it was asked for; behind it the frame keeps what was written. */
export function Entrance() {
  const isOnboarded = useMirror((state) => state.settings.isOnboarded);
  const change = useMirror((state) => state.change);
  const isAskedFor = useOverlay((state) => state.overlay === 'introduction');
  const close = useOverlay((state) => state.close);
  const go = useNavigation((state) => state.go);
  const isOpen = !isOnboarded || isAskedFor;
  const finish = (): void => {
    close();
    go('compose');
    // Where it cannot be stored the program is no less usable; the introduction comes once more.
    if (!isOnboarded) void change({ isOnboarded: true });
  };
  return (
    <>
      {isOpen && (
        <Suspense>
          <IntroductionScreen onDone={finish} />
        </Suspense>
      )}
      <Activity mode={isOpen ? 'hidden' : 'visible'}>
        <AppFrame />
      </Activity>
    </>
  );
}
