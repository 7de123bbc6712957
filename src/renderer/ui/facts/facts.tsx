import type { ReactNode } from 'react';
import styles from './facts.module.css';

interface FactsProps {
  /** What it is, and what is known of it: words, a number, keys. */
  readonly rows: readonly (readonly [name: string, value: ReactNode])[];
}

/** Names and values in two columns; a value goes below its name where there is no room beside it. */
export function Facts({ rows }: FactsProps) {
  return (
    <dl className={styles['facts']}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles['fact']}>
          <dt>{name}</dt>
          <dd className={styles['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
