import styles from './progress.module.css';

/** Something is going on. The words beside it say what. */
export function Spinner() {
  return (
    <svg
      className={styles['spinner']}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden
      focusable="false"
    >
      <circle className={styles['track']} cx="8" cy="8" r="6" />
      <path className={styles['arc']} d="M8 2a6 6 0 0 1 6 6" />
    </svg>
  );
}

interface ProgressBarProps {
  readonly label: string;
  /** Between 0 and 1, or null while it cannot be told. */
  readonly share: number | null;
}

export function ProgressBar({ label, share }: ProgressBarProps) {
  return (
    <progress
      className={styles['bar']}
      aria-label={label}
      max={1}
      {...(share === null ? {} : { value: Math.min(1, Math.max(0, share)) })}
    />
  );
}
