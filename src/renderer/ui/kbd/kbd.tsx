import styles from './kbd.module.css';

/** The keys of a shortcut, for the eye: the control itself names it in `aria-keyshortcuts`. */
export function Kbd({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles['keys']} aria-hidden>
      {keys.map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
