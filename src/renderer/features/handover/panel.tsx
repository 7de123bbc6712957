import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './handover-view.module.css';

interface PanelProps {
  readonly number: number;
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
  /** Beside the text. */
  readonly aside?: ReactNode;
}

/** One of the two things to send. Both have the same weight. */
export function Panel({ number, title, hint, children, aside }: PanelProps) {
  const id = useId();
  return (
    <li className={styles['panel']} aria-labelledby={id}>
      <span className={styles['number']} aria-hidden>
        {number}
      </span>
      <h2 id={id} className={styles['heading']}>
        {title}
      </h2>
      <div className={styles['body']}>
        <p className={styles['hint']}>{hint}</p>
        {children}
      </div>
      {aside !== undefined && <div className={styles['aside']}>{aside}</div>}
    </li>
  );
}
