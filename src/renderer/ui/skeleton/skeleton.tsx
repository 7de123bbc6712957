import { useEffect, useState } from 'react';
import styles from './skeleton.module.css';

interface SkeletonProps {
  /** Read aloud once it shows. */
  readonly label: string;
  readonly lines?: number;
  /** What comes sooner than this needs no stand-in: it would only flicker. */
  readonly delayMs?: number;
}

/** Stands where lines of text will be, once they take long enough to be missed. */
export function Skeleton({ label, lines = 3, delayMs = 300 }: SkeletonProps) {
  const [isLate, setIsLate] = useState(delayMs === 0);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLate(true);
    }, delayMs);
    return () => {
      clearTimeout(timer);
    };
  }, [delayMs]);
  if (!isLate) return null;
  return (
    <div role="status" aria-label={label} className={styles['skeleton']}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles['line']} />
      ))}
    </div>
  );
}
