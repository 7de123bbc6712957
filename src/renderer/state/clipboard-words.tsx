import { useClipboard, useMirror, useWords } from './services.tsx';
import { useNow } from './use-now.ts';

/** What becomes of what is copied, by the settings. */
export function ClipboardRule() {
  const { t } = useWords();
  const seconds = useMirror((state) => state.settings.clipboardClearSeconds);
  return <p>{seconds === null ? t('clipboard.stays') : t('clipboard.after', { count: seconds })}</p>;
}

/** Null while there is nothing to say. */
export function useClipboardWords(): string | null {
  const { t } = useWords();
  const watch = useClipboard((state) => state.watch);
  const isCounting = watch.status === 'watching' && watch.until !== null;
  const now = useNow(isCounting ? 250 : 60_000);
  switch (watch.status) {
    case 'idle':
      return null;
    case 'watching':
      return watch.until === null
        ? t('clipboard.untilQuit')
        : t('clipboard.watching', { time: clockTime(Date.parse(watch.until) - now) });
    default:
      return t(`clipboard.${watch.status}`);
  }
}

/** "0:42", and never below nothing. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
