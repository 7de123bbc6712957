import styles from './kbd.module.css';

interface KbdProps {
  readonly keys: readonly string[];
  /** Read aloud too. Beside a control it is not: the control names its keys in `aria-keyshortcuts`. */
  readonly isSpoken?: boolean;
}

/** The keys of a shortcut. */
export function Kbd({ keys, isSpoken = false }: KbdProps) {
  return (
    <span className={styles['keys']} aria-hidden={!isSpoken}>
      {keys.map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
