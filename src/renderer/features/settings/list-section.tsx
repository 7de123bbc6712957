import { useState } from 'react';
import type { LedgerPlace } from '../../../shared/bridge/ledger.ts';
import { useLedgerPlace } from '../../state/use-ledger-place.ts';
import { useOverlay, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Section } from '../../ui/section/section.tsx';
import { ChangePassphraseDialog } from './change-passphrase-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { ImportRow } from './import-row.tsx';
import { SetPassphraseDialog } from './set-passphrase-dialog.tsx';
import { UnlockDialog } from './unlock-dialog.tsx';
import styles from './settings-view.module.css';

type Open = 'erase' | 'setPassphrase' | 'changePassphrase' | 'unlock';

/** Where the list is kept, copies of it, and an end to all of it. */
export function ListSection() {
  const { t } = useWords();
  const { place, look } = useLedgerPlace();
  const exportList = useOverlay((state) => state.exportList);
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <Section title={t('listSettings.title')}>
      {place !== null && <PlaceRow place={place} onOpen={setOpen} />}
      <div className={styles['row']}>
        <p className={styles['beside']}>{t('listSettings.export.text')}</p>
        <Button
          onClick={() => {
            exportList({ kind: 'all' });
          }}
        >
          {t('listSettings.export.action')}
        </Button>
      </div>
      <ImportRow />
      <div className={styles['row']}>
        <p className={styles['beside']}>{t('listSettings.erase.text')}</p>
        <Button
          look="danger"
          onClick={() => {
            setOpen('erase');
          }}
        >
          {t('listSettings.erase.action')}
        </Button>
      </div>
      <EraseDialog isOpen={open === 'erase'} onClose={close} />
      <SetPassphraseDialog isOpen={open === 'setPassphrase'} onDone={look} onClose={close} />
      <ChangePassphraseDialog isOpen={open === 'changePassphrase'} onClose={close} />
      <UnlockDialog isOpen={open === 'unlock'} onDone={look} onClose={close} />
    </Section>
  );
}

/** What can be done about where the list is. */
const dialogOf: Readonly<Record<LedgerPlace, Exclude<Open, 'erase'> | null>> = {
  keychain: null,
  passphrase: 'changePassphrase',
  locked: 'unlock',
  memory: 'setPassphrase',
};

interface PlaceRowProps {
  readonly place: LedgerPlace;
  readonly onOpen: (dialog: Open) => void;
}

function PlaceRow({ place, onOpen }: PlaceRowProps) {
  const { t } = useWords();
  const dialog = dialogOf[place];
  return (
    <div className={styles['row']}>
      <p className={styles['beside']}>{t(`listSettings.place.${place}`)}</p>
      {dialog !== null && (
        <Button
          onClick={() => {
            onOpen(dialog);
          }}
        >
          {t(`listSettings.${dialog}.action`)}
        </Button>
      )}
    </div>
  );
}
