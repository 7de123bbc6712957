import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { answered } from '../state/answered.ts';
import { useServices, useWords } from '../state/services.tsx';
import { Button } from '../ui/button/button.tsx';
import { AlertDialog } from '../ui/dialog/alert-dialog.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import styles from './closing.module.css';

type Question = 'unfinished' | 'tray-or-quit';

/** What is asked when the window is to close: about what would be lost, and where the program goes. */
export function Closing() {
  const { t } = useWords();
  const { bridge, unfinished } = useServices();
  const { text, password } = useStore(unfinished);
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent): void => {
      const { text, password } = unfinished.getState();
      if (!text && !password) return;
      event.preventDefault();
      setQuestion('unfinished');
    };
    window.addEventListener('beforeunload', hold);
    const end = bridge.on('window.closing', ({ asks }) => {
      setQuestion(asks);
    });
    return () => {
      window.removeEventListener('beforeunload', hold);
      end();
    };
  }, [bridge, unfinished]);

  const stay = (): void => {
    setQuestion(null);
  };
  const close = (then: 'tray' | 'quit' | 'as-set'): void => {
    // The question that was answered is not asked again on the way out.
    unfinished.setState({ text: false, password: false });
    void answered(bridge.call('window.close', { then }));
  };
  const lost = (
    <>
      {text && <p>{t('resident.unfinished.text')}</p>}
      {password && <p>{t('resident.unfinished.password')}</p>}
    </>
  );
  return (
    <>
      <AlertDialog
        isOpen={question === 'unfinished'}
        title={t('resident.unfinished.title')}
        action={t('resident.unfinished.action')}
        cancel={t('resident.unfinished.cancel')}
        onAction={() => {
          close('as-set');
        }}
        onClose={stay}
      >
        {lost}
      </AlertDialog>
      <TrayOrQuit isOpen={question === 'tray-or-quit'} onAnswer={close} onClose={stay}>
        {(text || password) && <div className={styles['lost']}>{lost}</div>}
      </TrayOrQuit>
    </>
  );
}

interface TrayOrQuitProps {
  readonly isOpen: boolean;
  readonly onAnswer: (then: 'tray' | 'quit') => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asked once; it says where the program will be found before it goes there. */
function TrayOrQuit({ isOpen, onAnswer, onClose, children }: TrayOrQuitProps) {
  const { t } = useWords();
  return (
    <Dialog
      isOpen={isOpen}
      title={t('resident.closing.title')}
      lead={t('resident.closing.text')}
      close={t('resident.closing.cancel')}
      onClose={onClose}
      actions={
        <>
          <Button
            onClick={() => {
              onAnswer('quit');
            }}
          >
            {t('resident.closing.quit')}
          </Button>
          <Button
            look="primary"
            onClick={() => {
              onAnswer('tray');
            }}
          >
            {t('resident.closing.tray')}
          </Button>
        </>
      }
    >
      {children}
      <p className={styles['later']}>{t('resident.closing.later')}</p>
    </Dialog>
  );
}
