import { ClipboardCheck, X } from 'lucide-react';
import { useState } from 'react';
import { useClipboardWords } from '../state/clipboard-words.tsx';
import { useClipboard, useWords } from '../state/services.tsx';
import { Button, IconButton } from '../ui/button/button.tsx';
import styles from './clipboard-strip.module.css';

/** Under the view while something of ours is in the clipboard: how long still, and the way to leave it there. */
export function ClipboardStrip() {
  const { t } = useWords();
  const watch = useClipboard((state) => state.watch);
  const keep = useClipboard((state) => state.keep);
  const words = useClipboardWords();
  const [dismissed, setDismissed] = useState<typeof watch | null>(null);
  if (words === null || dismissed === watch) return null;
  const isWatching = watch.status === 'watching';
  return (
    // Its seconds are for the eye; what becomes of it in the end is read aloud.
    <section className={styles['strip']} aria-label={t('clipboard.label')}>
      <ClipboardCheck className={styles['icon']} size={16} strokeWidth={1.75} aria-hidden />
      <p className={styles['words']} role={isWatching ? undefined : 'status'}>
        {words}
      </p>
      {isWatching ? (
        <Button look="quiet" onClick={() => void keep()}>
          {t('clipboard.keep')}
        </Button>
      ) : (
        <IconButton
          label={t('notice.dismiss')}
          icon={<X size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            setDismissed(watch);
          }}
        />
      )}
    </section>
  );
}
