import { type KeyboardEvent, type MouseEvent, type ReactNode, useId } from 'react';
import { cx } from '../cx.ts';
import styles from './radio-list.module.css';

export interface RadioOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Shown under the option while it is chosen. */
  readonly detail?: ReactNode;
}

interface RadioListProps<T extends string> {
  /** Read aloud as the group's name. */
  readonly label: string;
  readonly options: readonly RadioOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** A decided pick: a click, or Enter. Arrow keys only change. */
  readonly onPick?: (value: T) => void;
  /** Side by side, as one control, for a few short words. */
  readonly isInline?: boolean;
  /** Each in a frame of its own, for few choices that take a sentence to explain. */
  readonly isRoomy?: boolean;
}

export function RadioList<T extends string>(props: RadioListProps<T>) {
  const { label, options, value, onChange, onPick, isInline = false, isRoomy = false } = props;
  const name = useId();
  const pickByClick = (event: MouseEvent, picked: T): void => {
    // A click made by the arrow keys has no place and no count.
    if (event.detail > 0) onPick?.(picked);
  };
  const pickByEnter = (event: KeyboardEvent, picked: T): void => {
    if (event.key === 'Enter') onPick?.(picked);
  };
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cx(styles['list'], isInline && styles['inline'], isRoomy && styles['roomy'])}
    >
      {options.map((option) => (
        <div key={option.value} className={styles['item']}>
          <label className={styles['option']}>
            <input
              type="radio"
              className={styles['radio']}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
              onClick={(event) => {
                pickByClick(event, option.value);
              }}
              onKeyDown={(event) => {
                pickByEnter(event, option.value);
              }}
            />
            <span className={styles['words']}>
              {option.label}
              {option.hint !== undefined && <span className={styles['hint']}>{option.hint}</span>}
            </span>
          </label>
          {option.value === value && option.detail !== undefined && (
            <div className={styles['detail']}>{option.detail}</div>
          )}
        </div>
      ))}
    </div>
  );
}
