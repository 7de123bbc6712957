import { Pin, PinOff, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useKeptPasswords, useMirror, useServices, useWords } from '../../state/services.tsx';
import { IconButton } from '../../ui/button/button.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import { DonePane } from './done-pane.tsx';
import styles from './quick-view.module.css';
import { type QuickShare, useOpening, useQuickShare } from './use-quick-share.ts';
import { useClipboardText } from './use-clipboard-text.ts';
import { useWindowKeys } from './use-window-keys.ts';
import { WritePane } from './write-pane.tsx';

/** Write, Enter, and the link is in the clipboard. What is here is gone when it closes. */
export function QuickView() {
  const { t } = useWords();
  const { bridge } = useServices();
  const field = useRef<HTMLTextAreaElement>(null);
  const opening = useOpening(field);
  const share = useQuickShare();
  const [isPinned, setIsPinned] = useState(false);
  const [isPasswordCopied, setIsPasswordCopied] = useState(false);
  const isKept = useKeptPasswords(({ ids }) => share.done !== null && ids.has(share.done.share.id));
  const isUnsaved = share.done !== null && !isPasswordCopied && !isKept;
  const clipboard = useClipboardText(opening);
  const isPreviewed = useMirror((state) => state.settings.quickPreview);
  useHold(isPinned || share.sealing.phase.name !== 'idle' || isUnsaved);
  useEffect(() => {
    // Without a preview the text is sealed as it comes.
    if (clipboard.text !== null && !isPreviewed) void share.seal(clipboard.text);
    // Only what came from the clipboard starts it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [clipboard.text]);
  const close = (): void => {
    void bridge.call('quick.close');
  };
  const { isWarned } = useQuickKeys({ share, isUnsaved, close, pin: setIsPinned });
  return (
    <main className={styles['quick']}>
      <header className={styles['head']}>
        <Seal shape="whole" size={18} />
        <h1 className={styles['title']}>{t('quick.title')}</h1>
        <IconButton
          label={t(isPinned ? 'quick.unpin' : 'quick.pin')}
          aria-pressed={isPinned}
          icon={isPinned ? <PinOff {...icon} /> : <Pin {...icon} />}
          onClick={() => {
            setIsPinned(!isPinned);
          }}
        />
        <IconButton label={t('quick.close')} icon={<X {...icon} />} onClick={close} />
      </header>
      {share.done === null ? (
        <WritePane {...{ share, field, clipboard }} />
      ) : (
        <DonePane
          done={share.done}
          share={share}
          isWarned={isWarned}
          isPasswordCopied={isPasswordCopied}
          isKept={isKept}
          onPasswordCopied={() => {
            setIsPasswordCopied(true);
          }}
          onFinish={close}
        />
      )}
    </main>
  );
}

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** While something is under way, or the password is nowhere else yet, a look at another window costs nothing. */
function useHold(isHeld: boolean): void {
  const { bridge } = useServices();
  const isTold = useRef(false);
  useEffect(() => {
    if (isTold.current === isHeld) return;
    isTold.current = isHeld;
    void bridge.call('quick.hold', { isHeld });
  }, [bridge, isHeld]);
}

interface KeyParts {
  readonly share: QuickShare;
  /** The password is in this window and nowhere else. */
  readonly isUnsaved: boolean;
  readonly close: () => void;
  readonly pin: (change: (isPinned: boolean) => boolean) => void;
}

function useQuickKeys({ share, isUnsaved, close, pin }: KeyParts) {
  const [isWarned, setIsWarned] = useState(false);
  const escape = (): void => {
    if (share.sealing.phase.name === 'sealing') share.sealing.cancel();
    else if (isUnsaved && !isWarned) setIsWarned(true);
    else close();
  };
  useWindowKeys((event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      escape();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p') {
      event.preventDefault();
      pin((isPinned) => !isPinned);
    }
  });
  return { isWarned: isWarned && isUnsaved };
}
