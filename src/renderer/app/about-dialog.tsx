import { useMirror, useOverlay, useWords } from '../state/services.tsx';
import { Button } from '../ui/button/button.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { Facts } from '../ui/facts/facts.tsx';
import { Seal } from '../ui/seal/seal.tsx';
import styles from './overlays.module.css';

/** What this is, which version of it, and what it is made of. */
export function AboutDialog() {
  const { t } = useWords();
  const { version, electronVersion, notices } = useMirror((state) => state.info);
  const { close, show } = useOverlay((state) => state);
  const isUnofficial = notices.includes('unofficial-runtime');
  const rows = [
    [t('about.version'), version],
    [
      t('about.electron'),
      isUnofficial ? t('about.unofficial', { version: electronVersion }) : electronVersion,
    ],
    [t('about.licence'), t('about.mit')],
  ] as const;
  return (
    <Dialog
      isOpen
      title={t('about.title')}
      lead={t('about.lead')}
      close={t('about.close')}
      onClose={close}
      actions={
        <Button
          onClick={() => {
            show('licences');
          }}
        >
          {t('about.licences')}
        </Button>
      }
    >
      <div className={styles['about']}>
        <Seal shape="whole" size={64} settles />
        <Facts rows={rows} />
      </div>
    </Dialog>
  );
}
