import { useEffect, useState } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import type { KeptPassword as Kept } from '../../state/kept-password.ts';
import { useKeptPasswords, useServices, useShares, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { SecretText } from '../../ui/secret-text/secret-text.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import styles from './details-panel.module.css';

/** The password the person chose to keep until the link exists. Shown on demand, and gone with the view. */
export function KeptPassword({ share }: { readonly share: Share }) {
  const { t } = useWords();
  const toast = useToast();
  const { copier } = useServices();
  const { show, drop } = useKeptPasswords((state) => state);
  const happened = useShares((state) => state.happened);
  const [shown, setShown] = useState<Kept | null>(null);
  useEffect(
    () => () => {
      setShown(null);
    },
    [share.id],
  );
  const read = async (): Promise<Kept | null> => {
    const kept = await show(share.id);
    if (kept === null) toast({ text: t('sent.kept.unreadable'), isUrgent: true });
    return kept;
  };
  const reveal = async (): Promise<void> => {
    setShown(await read());
  };
  const forget = async (done: 'sent.kept.copiedForGood' | 'sent.kept.forgotten'): Promise<void> => {
    const isDropped = await drop(share.id);
    toast({ text: t(isDropped ? done : 'sent.kept.notForgotten'), isUrgent: !isDropped });
  };
  const copy = async (password: string): Promise<void> => {
    if (!(await copier.copy(password, 'password'))) {
      toast({ text: t('handover.copyFailed'), isUrgent: true });
      return;
    }
    happened(share.id, 'password-copied');
    // With the link there, both halves are in the person's hands.
    if (share.link !== null) void forget('sent.kept.copiedForGood');
    else toast({ text: t('sent.kept.copied') });
  };
  const copyUnseen = async (): Promise<void> => {
    const kept = shown ?? (await read());
    if (kept !== null) await copy(kept.password);
  };
  return (
    <section className={styles['kept']} aria-label={t('sent.kept.title')}>
      <p className={styles['note']}>{t('sent.kept.text')}</p>
      {shown === null ? (
        <Button isWide onClick={() => void reveal()}>
          {t('sent.kept.show')}
        </Button>
      ) : (
        <p>
          <SecretText text={shown.password} division={shown.division ?? undefined} />
        </p>
      )}
      {/* It need not be on the screen to be copied. */}
      <Button isWide onClick={() => void copyUnseen()}>
        {t('sent.kept.copy')}
      </Button>
      <Button isWide look="quiet" onClick={() => void forget('sent.kept.forgotten')}>
        {t('sent.kept.forget')}
      </Button>
    </section>
  );
}
