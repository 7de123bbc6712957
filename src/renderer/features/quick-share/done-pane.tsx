import { useEffect, useRef, useState } from 'react';
import { useClipboardWords } from '../../state/clipboard-words.tsx';
import { useClipboard, useMirror, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Kbd } from '../../ui/kbd/kbd.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import { SecretText } from '../../ui/secret-text/secret-text.tsx';
import styles from './quick-view.module.css';
import { type Done, SEPARATOR } from './use-done.ts';
import type { QuickShare } from './use-quick-share.ts';
import { useWindowKeys } from './use-window-keys.ts';

interface DonePaneProps {
  readonly done: Done;
  readonly share: QuickShare;
  readonly isWarned: boolean;
  readonly isPasswordCopied: boolean;
  readonly isKept: boolean;
  readonly onPasswordCopied: () => void;
  readonly onFinish: () => void;
}

const shapes = { sent: 'whole', waiting: 'dotted', uncertain: 'question' } as const;

/** The link is in the clipboard; one key copies the password, which goes another way. */
export function DonePane(props: DonePaneProps) {
  const { done, share, isWarned, isPasswordCopied, isKept } = props;
  const { t } = useWords();
  const isLinkMissing = done.outcome === 'sent' && share.isLinkCopied === false;
  // Beside one button there is room for it; beside two it has a line of its own.
  const isPlain = done.outcome === 'sent' && !isLinkMissing;
  const news = isKept ? <Kept /> : <Countdown isWarned={isWarned} />;
  return (
    <div className={styles['pane']}>
      <div className={styles['result']}>
        <Seal shape={shapes[done.outcome]} size={40} settles />
        <div role="status">
          <p className={styles['outcome']}>{t(titleOf(done, share.isLinkCopied))}</p>
          <Explanation done={done} isLinkMissing={isLinkMissing} />
        </div>
      </div>
      <p className={styles['password']}>
        <SecretText text={done.password} division={{ by: 'separator', separator: SEPARATOR }} />
      </p>
      {!isPlain && news}
      <footer className={styles['foot']}>
        {isLinkMissing && <Button onClick={() => void share.copyLink()}>{t('quick.done.copyLink')}</Button>}
        {done.outcome !== 'sent' && !isKept && !isPasswordCopied && <KeepButton share={share} />}
        {isPlain ? news : <span className={styles['gap']} />}
        {(isPasswordCopied || isKept) && <Button onClick={props.onFinish}>{t('quick.done.finish')}</Button>}
        <PasswordButton {...props} />
      </footer>
    </div>
  );
}

function titleOf({ outcome }: Done, isLinkCopied: boolean | null) {
  if (outcome !== 'sent') return `quick.done.${outcome}` as const;
  // What was not read back yet is not said to be copied.
  if (isLinkCopied === null) return 'quick.done.copying';
  return isLinkCopied ? 'quick.done.copied' : 'quick.done.notCopied';
}

function Explanation({ done, isLinkMissing }: { readonly done: Done; readonly isLinkMissing: boolean }) {
  const { t } = useWords();
  const policy = usePolicyWords(done);
  if (done.outcome !== 'sent') return <p className={styles['lead']}>{t(`quick.done.${done.outcome}Text`)}</p>;
  return (
    <p className={styles['lead']}>
      {isLinkMissing ? t('quick.done.notCopiedText') : `${policy} ${t('quick.done.another')}`}
    </p>
  );
}

/** "Expires in 7 days, one access." */
function usePolicyWords({ share }: Done): string {
  const { t, format } = useWords();
  const [now] = useState(() => Date.now());
  const { maxAccess, expiresAt } = share;
  const access =
    maxAccess === null
      ? t('quick.unlimited')
      : maxAccess === 1
        ? t('quick.once')
        : t('quick.times', { count: maxAccess });
  if (expiresAt === null) return t('quick.never', { access });
  return t('quick.policy', { access, expiry: format.relative(expiresAt, now) });
}

/** The password waits in the keychain for the link. */
function Kept() {
  const { t } = useWords();
  const isMemory = useMirror((state) => state.info.keychain === 'memory');
  return (
    <p role="status" className={styles['says']}>
      {t(isMemory ? 'handover.keep.doneMemory' : 'handover.keep.done')}
    </p>
  );
}

/** There is no link to send yet; nobody should have to remember the password until there is. */
function KeepButton({ share }: { readonly share: QuickShare }) {
  const { t } = useWords();
  const isMemory = useMirror((state) => state.info.keychain === 'memory');
  const [state, setState] = useState<'offered' | 'busy' | 'failed'>('offered');
  const keep = async (): Promise<void> => {
    setState('busy');
    // Once it is kept this button is gone.
    if (!(await share.keepPassword())) setState('failed');
  };
  if (state === 'failed') {
    return (
      <span role="alert" className={styles['failed']}>
        {t('handover.keep.failed')}
      </span>
    );
  }
  return (
    <Button isBusy={state === 'busy'} onClick={() => void keep()}>
      {t(isMemory ? 'quick.done.keepMemory' : 'quick.done.keep')}
    </Button>
  );
}

/** What becomes of the clipboard, or, once asked to close, that the password is nowhere else yet. */
function Countdown({ isWarned }: { readonly isWarned: boolean }) {
  const { t } = useWords();
  const words = useClipboardWords();
  const watch = useClipboard((state) => state.watch);
  const keep = useClipboard((state) => state.keep);
  if (isWarned) {
    return (
      <p role="alert" className={styles['says']} data-tone="bad">
        {t('quick.done.unsaved')}
      </p>
    );
  }
  return (
    <p className={styles['says']}>
      {words}{' '}
      {watch.status === 'watching' && (
        <button type="button" className={styles['inline']} onClick={() => void keep()}>
          {t('clipboard.keep')}
        </button>
      )}
    </p>
  );
}

function PasswordButton({ share, isPasswordCopied, onPasswordCopied }: DonePaneProps) {
  const { t } = useWords();
  const [hasFailed, setHasFailed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  const copy = async (): Promise<void> => {
    const isCopied = await share.copyPassword();
    setHasFailed(!isCopied);
    if (isCopied) onPasswordCopied();
  };
  useWindowKeys(({ key, target }) => {
    // Where the focus has gone with what had it.
    if (key === 'Enter' && target === document.body) void copy();
  });
  return (
    <>
      {hasFailed && (
        <span role="alert" className={styles['failed']}>
          {t('quick.done.passwordNotCopied')}
        </span>
      )}
      <Button
        ref={button}
        look={isPasswordCopied ? 'plain' : 'primary'}
        onClick={() => void copy()}
        hint={<Kbd keys={['↵']} />}
        aria-keyshortcuts="Enter"
      >
        {t(isPasswordCopied ? 'quick.done.passwordCopied' : 'quick.done.copyPassword')}
      </Button>
    </>
  );
}
