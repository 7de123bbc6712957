import { useState } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { ResendDialog } from './resend-dialog.tsx';
import type { LedgerActions } from './use-ledger-actions.ts';

/** A question before something is done with a line. */
interface Asking {
  readonly about: 'delete' | 'cancel' | 'resend';
  readonly share: Share;
}

export interface Questions {
  readonly ask: (about: Asking['about'], share: Share) => void;
  readonly dialogs: React.ReactNode;
}

/** @param onAnswered the dialog is closing; the row it was about may have changed under it */
export function useQuestions(actions: LedgerActions, onAnswered: () => void): Questions {
  const [asking, setAsking] = useState<Asking | null>(null);
  const about = (what: Asking['about']): Share | null => (asking?.about === what ? asking.share : null);
  const stop = (): void => {
    setAsking(null);
    onAnswered();
  };
  return {
    ask: (what, share) => {
      setAsking({ about: what, share });
    },
    dialogs: (
      <>
        <DeleteDialog share={about('delete')} onDelete={actions.remove} onClose={stop} />
        <CancelDialog share={about('cancel')} onCancel={actions.cancel} onClose={stop} />
        <ResendDialog share={about('resend')} onResend={actions.retry} onClose={stop} />
      </>
    ),
  };
}
