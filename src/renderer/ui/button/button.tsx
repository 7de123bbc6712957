import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Spinner } from '../progress/progress.tsx';
import { Tooltip } from '../tooltip/tooltip.tsx';
import { cx } from '../cx.ts';
import styles from './button.module.css';

type NativeProps = Omit<ComponentPropsWithRef<'button'>, 'className' | 'type'>;

interface ButtonProps extends NativeProps {
  /** One `primary` in a view: its one main action. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'm' | 'l';
  readonly icon?: ReactNode;
  /** Shown after the words: the key that does the same. */
  readonly hint?: ReactNode;
  /** Busy buttons keep their place and their focus, and do nothing. */
  readonly isBusy?: boolean;
  readonly type?: 'button' | 'submit';
  readonly isWide?: boolean;
}

export function Button(props: ButtonProps) {
  const { look = 'plain', size = 'm', icon, hint, isBusy = false, isWide = false, ...rest } = props;
  const { type = 'button', onClick, children, ...native } = rest;
  return (
    <button
      {...native}
      type={type}
      className={cx(
        styles['button'],
        styles[look],
        size === 'l' && styles['large'],
        isWide && styles['wide'],
      )}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? preventDefault : onClick}
    >
      {isBusy ? <Spinner /> : icon}
      <span className={styles['words']}>{children}</span>
      {hint}
    </button>
  );
}

const preventDefault = (event: { preventDefault(): void }): void => {
  event.preventDefault();
};

interface IconButtonProps extends Omit<NativeProps, 'children'> {
  /** Its accessible name, shown as a tooltip too. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly look?: 'quiet' | 'danger';
}

export function IconButton({ label, icon, look = 'quiet', ...native }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        {...native}
        type="button"
        aria-label={label}
        className={cx(styles['button'], styles['icon'], styles[look])}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
