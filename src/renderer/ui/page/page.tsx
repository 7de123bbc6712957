import type { ReactNode, Ref } from 'react';
import { cx } from '../cx.ts';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** The heading takes the focus when its view opens and no field does. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** `wide` for tables, `measure` for reading and writing. */
  readonly width?: 'measure' | 'wide';
  readonly children: ReactNode;
}

export function Page({ title, headingRef, lead, actions, width = 'measure', children }: PageProps) {
  return (
    <div className={cx(styles['page'], styles[width])}>
      <header className={styles['head']}>
        <div className={styles['titles']}>
          <h1 ref={headingRef} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}
