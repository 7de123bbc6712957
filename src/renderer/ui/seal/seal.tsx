import { useId } from 'react';
import { cx } from '../cx.ts';
import styles from './seal.module.css';
import { BLOB, EMBLEM, LEFT_HALF, QUESTION, RIGHT_HALF, WEDGE } from './shapes.ts';

/** Each is told apart by its outline alone; colour only helps. */
export const sealShapes = [
  'whole',
  'opening',
  'broken',
  'faded',
  'struck',
  'dotted',
  'question',
  'half',
] as const;
export type SealShape = (typeof sealShapes)[number];

interface SealProps {
  readonly shape: SealShape;
  /** Edge length in pixels at 100 % zoom. */
  readonly size: number;
  /** For people who do not see it; leave out where the words stand beside it. */
  readonly label?: string;
  /** Lets the wax settle once, as it appears. */
  readonly settles?: boolean;
}

export function Seal({ shape, size, label, settles = false }: SealProps) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      className={cx(styles['seal'], settles && styles['settles'])}
      viewBox="0 0 32 32"
      width={size}
      height={size}
      focusable="false"
      {...named}
    >
      <Shape shape={shape} isLarge={size >= 28} />
    </svg>
  );
}

function Shape({ shape, isLarge }: { readonly shape: SealShape; readonly isLarge: boolean }) {
  switch (shape) {
    case 'whole':
      return <Whole isLarge={isLarge} />;
    case 'opening':
      return <Opening />;
    case 'broken':
      return <Broken />;
    case 'half':
      return <Half />;
    case 'faded':
      return <path className={styles['outline']} d={BLOB} />;
    case 'dotted':
      return <path className={cx(styles['outline'], styles['dots'])} d={BLOB} pathLength={60} />;
    case 'struck':
      return (
        <>
          <path className={styles['outline']} d={BLOB} />
          <path className={styles['strike']} d="M4.5 27.5L27.5 4.5" />
        </>
      );
    case 'question':
      return (
        <>
          <path className={styles['outline']} d={BLOB} />
          <path className={styles['mark']} d={QUESTION} />
          <circle className={styles['point']} cx="16" cy="22.6" r="1.5" />
        </>
      );
  }
}

function Whole({ isLarge }: { readonly isLarge: boolean }) {
  return (
    <>
      <path className={styles['wax']} d={BLOB} />
      {isLarge && <circle className={styles['ring']} cx="16" cy="16" r="10.2" />}
      <path className={cx(styles['emblem'], isLarge && styles['fine'])} d={EMBLEM} />
    </>
  );
}

function Opening() {
  const id = useId();
  return (
    <>
      <mask id={id}>
        <rect width="32" height="32" fill="#fff" />
        <path d={WEDGE} fill="#000" />
      </mask>
      <path className={styles['wax']} d={BLOB} mask={`url(#${id})`} />
    </>
  );
}

function Broken() {
  const id = useId();
  return (
    <>
      <clipPath id={`${id}l`}>
        <path d={LEFT_HALF} />
      </clipPath>
      <clipPath id={`${id}r`}>
        <path d={RIGHT_HALF} />
      </clipPath>
      <g transform="translate(-2.6 0.7) rotate(-7 16 16)">
        <path className={styles['wax']} d={BLOB} clipPath={`url(#${id}l)`} />
      </g>
      <g transform="translate(2.6 -0.7) rotate(7 16 16)">
        <path className={styles['wax']} d={BLOB} clipPath={`url(#${id}r)`} />
      </g>
    </>
  );
}

function Half() {
  const id = useId();
  return (
    <>
      <clipPath id={id}>
        <rect width="16" height="32" />
      </clipPath>
      <path className={styles['outline']} d={BLOB} />
      <path className={styles['wax']} d={BLOB} clipPath={`url(#${id})`} />
    </>
  );
}
