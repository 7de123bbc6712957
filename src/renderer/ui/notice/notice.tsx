import type { ReactNode } from 'react';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { cx } from '../cx.ts';
import styles from './notice.module.css';

interface NoticeProps {
  readonly tone: 'calm' | 'warn' | 'bad';
  readonly title: string;
  /** What was kept and what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` for what has just happened, so that it is read aloud at once. */
  readonly role?: 'alert' | 'status' | 'note';
}

const icons = { calm: Info, warn: TriangleAlert, bad: CircleAlert };

export function Notice({ tone, title, children, actions, role = 'note' }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={cx(styles['notice'], styles[tone])} role={role}>
      <Icon className={styles['icon']} size={18} strokeWidth={1.75} aria-hidden />
      <div className={styles['body']}>
        <p className={styles['title']}>{title}</p>
        {children !== undefined && <div className={styles['text']}>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
