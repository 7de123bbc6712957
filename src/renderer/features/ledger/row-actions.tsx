import { Ban, Copy, EyeOff, SendHorizontal } from 'lucide-react';
import type { Share } from '../../../shared/bridge/models.ts';
import { useWords } from '../../state/services.tsx';
import { IconButton } from '../../ui/button/button.tsx';

export interface RowActionHandlers {
  readonly onDetails: (share: Share) => void;
  readonly onCopy: (share: Share) => void;
  readonly onDelete: (share: Share) => void;
  readonly onForget: (share: Share) => void;
  readonly onRetry: (share: Share) => Promise<void>;
}

/** Whether the service may still have it. */
export const canDelete = (share: Share): boolean =>
  share.messageId !== null &&
  !share.isAccountGone &&
  !['deleted', 'used-up', 'unknown'].includes(share.state);

export const canRetry = (share: Share): boolean =>
  !share.isAccountGone && (share.state === 'waiting' || share.state === 'uncertain');

interface RowActionsProps extends Omit<RowActionHandlers, 'onDetails'> {
  readonly share: Share;
  /** Only the row that has the focus lets the tabulator in. */
  readonly tabIndex: number;
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function RowActions({ share, tabIndex, onCopy, onDelete, onForget, onRetry }: RowActionsProps) {
  const { t } = useWords();
  return (
    <>
      {canRetry(share) && (
        <IconButton
          label={t('sent.actions.retry')}
          icon={<SendHorizontal {...icon} />}
          tabIndex={tabIndex}
          onClick={() => void onRetry(share)}
        />
      )}
      {share.link !== null && (
        <IconButton
          label={t('sent.actions.copy')}
          icon={<Copy {...icon} />}
          tabIndex={tabIndex}
          onClick={() => {
            onCopy(share);
          }}
        />
      )}
      {canDelete(share) && (
        <IconButton
          look="danger"
          label={t('sent.actions.delete')}
          icon={<Ban {...icon} />}
          tabIndex={tabIndex}
          onClick={() => {
            onDelete(share);
          }}
        />
      )}
      <IconButton
        label={t('sent.actions.forget')}
        icon={<EyeOff {...icon} />}
        tabIndex={tabIndex}
        onClick={() => {
          onForget(share);
        }}
      />
    </>
  );
}
