import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  /** At the end of the line: how many it stands for. */
  readonly count?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

export function Checkbox({ label, count, isChecked, onChange }: CheckboxProps) {
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
      {label}
      {count !== undefined && <span className={styles['count']}>{count}</span>}
    </label>
  );
}
