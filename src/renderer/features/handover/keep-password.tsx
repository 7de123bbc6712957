import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { KeptPassword } from '../../state/kept-password.ts';
import { useKeptPasswords, useMirror, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import styles from './handover-view.module.css';

interface KeepPasswordProps {
  readonly shareId: string;
  readonly kept: KeptPassword;
}

const icon = <KeyRound size={16} strokeWidth={1.75} aria-hidden />;

/** There is no link to send yet; nobody should have to remember the password until there is. */
export function KeepPassword({ shareId, kept }: KeepPasswordProps) {
  const { t } = useWords();
  const toast = useToast();
  const isMemory = useMirror((state) => state.info.keychain === 'memory');
  const isKept = useKeptPasswords((state) => state.ids.has(shareId));
  const keep = useKeptPasswords((state) => state.keep);
  const [isBusy, setIsBusy] = useState(false);
  const act = async (): Promise<void> => {
    setIsBusy(true);
    const isTaken = await keep(shareId, kept);
    setIsBusy(false);
    if (!isTaken) toast({ text: t('handover.keep.failed'), isUrgent: true });
  };
  if (isKept) {
    return (
      <p className={styles['kept']} role="status">
        {icon}
        {t(isMemory ? 'handover.keep.doneMemory' : 'handover.keep.done')}
      </p>
    );
  }
  return (
    <Button look="quiet" icon={icon} isBusy={isBusy} onClick={() => void act()}>
      {t(isMemory ? 'handover.keep.actionMemory' : 'handover.keep.action')}
    </Button>
  );
}
