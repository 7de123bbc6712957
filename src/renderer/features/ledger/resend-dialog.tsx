import { useState } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import { lifetimes } from '../../state/offered-policies.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';

interface ResendDialogProps {
  /** What missed its expiry, or null while nothing is asked. */
  readonly share: Share | null;
  readonly onResend: (share: Share, expiresAt: string | null) => Promise<void>;
  readonly onClose: () => void;
}

const DAY = 86_400;

/** The moment it should have expired has passed; it is the person who says what else it shall be. */
export function ResendDialog({ share, onResend, onClose }: ResendDialogProps) {
  const { t } = useWords();
  const { accounts } = useServices();
  const [isBusy, setIsBusy] = useState(false);
  const [shown, setShown] = useState(share);
  const [seconds, setSeconds] = useState<number | null>(7 * DAY);
  if (share !== null && share !== shown) {
    setShown(share);
    const account = accounts.getState().accounts?.find(({ id }) => id === share.accountId);
    const usual = account === undefined ? 7 * DAY : account.defaults.lifetimeSeconds;
    setSeconds(lifetimes.includes(usual) ? usual : 7 * DAY);
  }
  const send = async (): Promise<void> => {
    if (share === null) return;
    setIsBusy(true);
    await onResend(share, seconds === null ? null : new Date(Date.now() + seconds * 1000).toISOString());
    setIsBusy(false);
    onClose();
  };
  return (
    <Dialog
      isOpen={share !== null}
      title={t('sent.resend.title', { name: shown?.name ?? t('sent.unnamed') })}
      lead={t('sent.resend.text')}
      close={t('sent.resend.cancel')}
      onClose={onClose}
      actions={
        <Button look="primary" isBusy={isBusy} onClick={() => void send()}>
          {t('sent.resend.action')}
        </Button>
      }
    >
      <Lifetimes seconds={seconds} onChange={setSeconds} />
    </Dialog>
  );
}

interface LifetimesProps {
  readonly seconds: number | null;
  readonly onChange: (seconds: number | null) => void;
}

function Lifetimes({ seconds, onChange }: LifetimesProps) {
  const { t, format } = useWords();
  // What each comes to, as seen when the dialog was drawn: minutes do not matter here.
  const [now] = useState(() => Date.now());
  return (
    <RadioList
      label={t('compose.expiry.title')}
      options={lifetimes.map((each) => ({
        value: String(each),
        label: each === null ? t('compose.expiry.never') : format.ahead(each * 1000),
        hint:
          each === null
            ? t('compose.expiry.neverHint')
            : format.short(new Date(now + each * 1000).toISOString(), now),
      }))}
      value={String(seconds)}
      onChange={(picked) => {
        onChange(lifetimes.find((each) => String(each) === picked) ?? null);
      }}
    />
  );
}
