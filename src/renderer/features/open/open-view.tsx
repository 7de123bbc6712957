import { useState } from 'react';
import { useNavigation, useWords } from '../../state/services.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { OpenForm } from './open-form.tsx';
import { OpenedSecret } from './opened-secret.tsx';
import { useOpening } from './use-opening.ts';

/** Reads what someone else has sealed. */
export function OpenView() {
  const { t } = useWords();
  const toast = useToast();
  const opening = useOpening();
  // A new form for each secret: link and password go with the one they opened.
  const [round, setRound] = useState(0);
  const go = useNavigation((state) => state.go);
  if (opening.opened === null) return <OpenForm key={round} opening={opening} />;
  return (
    <OpenedSecret
      opened={opening.opened}
      onClose={() => {
        opening.wipe();
        setRound(round + 1);
        // The focus was in what has just gone.
        go('open');
        toast({ text: t('open.result.wiped') });
      }}
    />
  );
}
