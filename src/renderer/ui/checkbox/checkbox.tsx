import { useId } from 'react';
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
  const id = useId();
  // With a hint the label alone is the name; what it means is said after it.
  const described = hint !== undefined && {
    'aria-labelledby': `${id}-label`,
    'aria-describedby': `${id}-hint`,
  };
  return (
    <label className={styles['checkbox']}>
      <input
        type="checkbox"
        className={styles['box']}
        checked={isChecked}
        {...described}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className={styles['hint']}>
            {hint}
          </span>
        )}
      </span>
      {count !== undefined && <span className={styles['count']}>{count}</span>}
    </label>
  );
}
