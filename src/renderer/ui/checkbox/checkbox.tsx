import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  /** At the end of the line: how many it stands for. */
  readonly count?: string;
  /** Below the label: what it means. */
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

export function Checkbox({ label, count, hint, isChecked, onChange }: CheckboxProps) {
  return (
    <label className={styles['checkbox']}>
      <input
        type="checkbox"
        className={styles['box']}
        checked={isChecked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <span>
        {label}
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </span>
      {count !== undefined && <span className={styles['count']}>{count}</span>}
    </label>
  );
}
