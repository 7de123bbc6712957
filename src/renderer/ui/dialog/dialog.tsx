import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Button } from '../button/button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
  readonly close: string;
  /** `l` for what is read at length. */
  readonly size?: 'm' | 'l';
  /** Beside the button that closes. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

/** Something to look at or to choose, above what one was doing. */
export function Dialog({ isOpen, title, lead, children, close, size = 'm', actions, onClose }: DialogProps) {
  return (
    <Base.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup className={cx(styles['popup'], size === 'l' && styles['large'])}>
          <Base.Title className={styles['title']}>{title}</Base.Title>
          {lead !== undefined && <Base.Description className={styles['lead']}>{lead}</Base.Description>}
          {children}
          <div className={styles['actions']}>
            <Base.Close render={<Button look="quiet" />}>{close}</Base.Close>
            {actions}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
