import { Ban, Copy, EyeOff, type LucideIcon, SendHorizontal, X } from 'lucide-react';
import type { Share } from '../../../shared/bridge/models.ts';
import { useWords } from '../../state/services.tsx';
import { IconButton } from '../../ui/button/button.tsx';
import { offeredActions, type RowAction, type RowActionHandlers } from './offered-actions.ts';

interface RowActionsProps extends RowActionHandlers {
  readonly share: Share;
  /** Only the row that has the focus lets the tabulator in. */
  readonly tabIndex: number;
}

const icons: Record<RowAction, LucideIcon> = {
  retry: SendHorizontal,
  resend: SendHorizontal,
  copy: Copy,
  delete: Ban,
  cancel: X,
  forget: EyeOff,
};

export function RowActions({ share, tabIndex, ...handlers }: RowActionsProps) {
  const { t } = useWords();
  return offeredActions(share, handlers).map(({ action, act }) => {
    const Icon = icons[action];
    return (
      <IconButton
        key={action}
        look={action === 'delete' || action === 'cancel' ? 'danger' : 'quiet'}
        label={t(`sent.actions.${action}`)}
        icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
        tabIndex={tabIndex}
        onClick={act}
      />
    );
  });
}
