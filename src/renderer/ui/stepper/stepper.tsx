import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import styles from './stepper.module.css';

interface StepperProps {
  readonly label: string;
  readonly fewer: string;
  readonly more: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A small number, changed one by one, by its buttons or by the arrow keys. */
export function Stepper({ label, fewer, more, value, min, max, onChange }: StepperProps) {
  const id = useId();
  const step = (by: number): void => {
    onChange(Math.min(max, Math.max(min, value + by)));
  };
  return (
    <div className={styles['stepper']}>
      <span id={id} className={styles['label']}>
        {label}
      </span>
      <span className={styles['box']}>
        <button
          type="button"
          className={styles['step']}
          aria-label={fewer}
          disabled={value <= min}
          tabIndex={-1}
          onClick={() => {
            step(-1);
          }}
        >
          <Minus size={14} strokeWidth={2} aria-hidden />
        </button>
        <span
          role="spinbutton"
          tabIndex={0}
          aria-labelledby={id}
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={max}
          className={styles['value']}
          onKeyDown={(event) => {
            const by = steps[event.key];
            if (by === undefined) return;
            event.preventDefault();
            step(by);
          }}
        >
          {value}
        </span>
        <button
          type="button"
          className={styles['step']}
          aria-label={more}
          disabled={value >= max}
          tabIndex={-1}
          onClick={() => {
            step(1);
          }}
        >
          <Plus size={14} strokeWidth={2} aria-hidden />
        </button>
      </span>
    </div>
  );
}

const steps: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  PageUp: 10,
  End: Infinity,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageDown: -10,
  Home: -Infinity,
};
