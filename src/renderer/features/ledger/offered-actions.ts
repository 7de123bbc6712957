import type { Share } from '../../../shared/bridge/models.ts';

export type RowAction = 'retry' | 'resend' | 'copy' | 'delete' | 'cancel' | 'forget';

/** What can be done with a line now, the most likely first. */
export function offeredActions(share: Share): readonly RowAction[] {
  const isOffered: Readonly<Record<RowAction, boolean>> = {
    retry: canRetry(share),
    resend: canResend(share),
    copy: share.link !== null,
    delete: canDelete(share),
    // One that is still in the outbox cannot leave the list and be sent all the same.
    cancel: isInOutbox(share),
    forget: !isInOutbox(share),
  };
  return rowActions.filter((action) => isOffered[action]);
}

const rowActions: readonly RowAction[] = ['retry', 'resend', 'copy', 'delete', 'cancel', 'forget'];

export const isRowAction = (text: string | undefined): text is RowAction =>
  rowActions.some((action) => action === text);

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
