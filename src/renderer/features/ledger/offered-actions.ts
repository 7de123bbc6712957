import type { Share } from '../../../shared/bridge/models.ts';

export interface RowActionHandlers {
  readonly onCopy: (share: Share) => void;
  readonly onDelete: (share: Share) => void;
  readonly onForget: (share: Share) => void;
  readonly onRetry: (share: Share) => Promise<void>;
  readonly onCancel: (share: Share) => void;
  readonly onResend: (share: Share) => void;
}

export type RowAction = 'retry' | 'resend' | 'copy' | 'delete' | 'cancel' | 'forget';

export interface OfferedAction {
  readonly action: RowAction;
  readonly act: () => void;
}

/** What can be done with a line now, the most likely first. */
export function offeredActions(share: Share, on: RowActionHandlers): readonly OfferedAction[] {
  const offered: OfferedAction[] = [];
  const offer = (isOffered: boolean, action: RowAction, act: () => void): void => {
    if (isOffered) offered.push({ action, act });
  };
  offer(canRetry(share), 'retry', () => void on.onRetry(share));
  offer(canResend(share), 'resend', () => {
    on.onResend(share);
  });
  offer(share.link !== null, 'copy', () => {
    on.onCopy(share);
  });
  offer(canDelete(share), 'delete', () => {
    on.onDelete(share);
  });
  // One that is still in the outbox cannot leave the list and be sent all the same.
  offer(isInOutbox(share), 'cancel', () => {
    on.onCancel(share);
  });
  offer(!isInOutbox(share), 'forget', () => {
    on.onForget(share);
  });
  return offered;
}

/** Whether the service may still have it. */
export const canDelete = (share: Share): boolean =>
  share.messageId !== null &&
  !share.isAccountGone &&
  !['deleted', 'used-up', 'unknown'].includes(share.state);

export const isInOutbox = ({ state }: Share): boolean =>
  state === 'waiting' || state === 'overdue' || state === 'uncertain';

const canRetry = (share: Share): boolean =>
  !share.isAccountGone && (share.state === 'waiting' || share.state === 'uncertain');

/** Its expiry passed while it waited: it can go with another one. */
const canResend = (share: Share): boolean => !share.isAccountGone && share.state === 'overdue';
