import { cx } from '../cx.ts';
import styles from './kbd.module.css';

interface KbdProps {
  readonly keys: readonly string[];
  /** Read aloud too. Beside a control it is not: the control names its keys in `aria-keyshortcuts`. */
  readonly isSpoken?: boolean;
  readonly size?: 'm' | 'l';
}

/** The keys of a shortcut. */
export function Kbd({ keys, isSpoken = false, size = 'm' }: KbdProps) {
  return (
    <span className={cx(styles['keys'], size === 'l' && styles['large'])} aria-hidden={!isSpoken}>
      {keys.map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
