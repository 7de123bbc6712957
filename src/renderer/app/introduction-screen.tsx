import { AddAccountDialog } from '../features/accounts/add-account-dialog.tsx';
import { Introduction } from '../features/onboarding/introduction.tsx';
import { FirstShortcut } from '../features/settings/first-shortcut.tsx';
import { useWords } from '../state/services.tsx';
import { ToastProvider } from '../ui/toast/toast.tsx';

/** The introduction with the accounts' own dialog in it, and the settings' own recorder of a shortcut. */
export function IntroductionScreen({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  return (
    <ToastProvider label={t('app.notifications')}>
      <Introduction
        addAccount={(isAdding, onClose) => (
          <AddAccountDialog isOpen={isAdding} onAdded={() => undefined} onClose={onClose} />
        )}
        shortcut={<FirstShortcut />}
        onDone={onDone}
      />
    </ToastProvider>
  );
}
