import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../ui/cx.ts';
import { Section as PagePart } from '../ui/section/section.tsx';
import styles from './gallery.module.css';

/** A part of the page; its states stand side by side. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <PagePart title={title}>
      <div className={styles['states']}>{children}</div>
    </PagePart>
  );
}

interface StateProps {
  readonly name: string;
  /** What a pointer or the focus would bring about, on the first control within. */
  readonly force?: 'hover' | 'active' | 'focus-visible' | 'focus-within';
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

export function State({ name, force, isWide = false, children }: StateProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (force === undefined) return;
    const control = box.current?.querySelector('button, input, textarea, select, [role=spinbutton]');
    const framed =
      force === 'focus-visible' ? control?.closest('span:has(> input, > textarea, > select)') : null;
    control?.setAttribute('data-force', force);
    framed?.setAttribute('data-force', 'focus-within');
  }, [force]);
  return (
    <div className={cx(styles['state'], isWide && styles['wide'])}>
      <p className={styles['caption']}>{name}</p>
      <div ref={box} className={styles['box']}>
        {children}
      </div>
    </div>
  );
}
