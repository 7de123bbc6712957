import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { cx } from '../cx.ts';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  /** Below the field: what it is for. */
  readonly hint?: ReactNode;
  /** Below the field, instead of the hint: what does not fit, and what would. */
  readonly problem?: string | undefined;
  readonly isLabelHidden?: boolean;
}

type TextFieldProps = FieldProps &
  Omit<ComponentPropsWithRef<'input'>, 'className' | 'aria-label'> & {
    readonly isMono?: boolean;
    /** Sits inside the field, after its text. */
    readonly trailing?: ReactNode;
  };

export function TextField(props: TextFieldProps) {
  const { label, hint, problem, isLabelHidden, isMono = false, trailing, ...native } = props;
  const id = useId();
  return (
    <FieldFrame {...{ id, label, hint, problem, isLabelHidden }}>
      <span className={styles['box']}>
        <input
          {...native}
          id={id}
          className={cx(styles['input'], isMono && styles['mono'])}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={describedBy(id, hint, problem)}
        />
        {trailing}
      </span>
    </FieldFrame>
  );
}

type TextAreaProps = FieldProps &
  Omit<ComponentPropsWithRef<'textarea'>, 'className' | 'aria-label'> & { readonly isMono?: boolean };

export function TextArea(props: TextAreaProps) {
  const { label, hint, problem, isLabelHidden, isMono = false, ...native } = props;
  const id = useId();
  return (
    <FieldFrame {...{ id, label, hint, problem, isLabelHidden }}>
      <span className={styles['box']}>
        <textarea
          {...native}
          id={id}
          className={cx(styles['input'], styles['area'], isMono && styles['mono'])}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={describedBy(id, hint, problem)}
        />
      </span>
    </FieldFrame>
  );
}

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint: ReactNode;
  readonly problem: string | undefined;
  readonly isLabelHidden: boolean | undefined;
  readonly children: ReactNode;
}

function FieldFrame({ id, label, hint, problem, isLabelHidden = false, children }: FrameProps) {
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={isLabelHidden ? styles['hidden'] : styles['label']}>
        {label}
      </label>
      {children}
      {problem !== undefined ? (
        <p id={`${id}-problem`} className={styles['problem']}>
          {problem}
        </p>
      ) : (
        hint !== undefined && (
          <div id={`${id}-hint`} className={styles['hint']}>
            {hint}
          </div>
        )
      )}
    </div>
  );
}

const describedBy = (id: string, hint: ReactNode, problem: string | undefined): string | undefined => {
  if (problem !== undefined) return `${id}-problem`;
  return hint === undefined ? undefined : `${id}-hint`;
};
