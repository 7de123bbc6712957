import { Activity, lazy, Suspense } from 'react';
import { AddAccountDialog } from '../features/accounts/add-account-dialog.tsx';
import { useMirror, useNavigation, useOverlay, useWords } from '../state/services.tsx';
import { ToastProvider } from '../ui/toast/toast.tsx';
import { AppFrame } from './app-frame.tsx';

// Seen once: no start waits for it afterwards.
const Introduction = lazy(async () => ({
  default: (await import('../features/onboarding/introduction.tsx')).Introduction,
}));

/** The introduction at the first start, and where it was asked for; behind it the frame keeps what was written. */
export function Entrance() {
  const { t } = useWords();
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
        <ToastProvider label={t('app.notifications')}>
          <Suspense>
            <Introduction
              addAccount={(isAdding, onClose) => (
                <AddAccountDialog isOpen={isAdding} onAdded={() => undefined} onClose={onClose} />
              )}
              onDone={finish}
            />
          </Suspense>
        </ToastProvider>
      )}
      <Activity mode={isOpen ? 'hidden' : 'visible'}>
        <AppFrame />
      </Activity>
    </>
  );
}
