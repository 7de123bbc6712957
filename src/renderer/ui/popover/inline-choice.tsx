import { Popover } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import styles from './popover.module.css';

interface InlineChoiceProps {
  /** What is chosen, as it reads within its sentence. */
  readonly value: string;
  /** The question the popover answers; with the value it names the control. */
  readonly title: string;
  readonly isDisabled?: boolean;
  /** Where the popover opens if there is room. */
  readonly side?: 'top' | 'bottom';
  readonly children: (close: () => void) => ReactNode;
  /** Called when the popover has closed. */
  readonly onClose?: () => void;
}

/** A word within a sentence that can be changed where it stands. */
export function InlineChoice(props: InlineChoiceProps) {
  const { value, title, isDisabled = false, side = 'top', children, onClose } = props;
  const [isOpen, setIsOpen] = useState(false);
  const change = (open: boolean): void => {
    setIsOpen(open);
    if (!open) onClose?.();
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={change}>
      <Popover.Trigger className={styles['trigger']} disabled={isDisabled} aria-label={`${title}: ${value}`}>
        <span className={styles['value']}>{value}</span>
        <ChevronDown size={12} strokeWidth={2.25} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner
          className={styles['positioner']}
          side={side}
          align="start"
          sideOffset={8}
          collisionPadding={12}
        >
          <Popover.Popup className={styles['popup']}>
            <Popover.Title className={styles['title']}>{title}</Popover.Title>
            {children(() => {
              change(false);
            })}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
