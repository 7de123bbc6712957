import type { Share } from '../../../shared/bridge/models.ts';
import { useWords } from '../../state/services.tsx';
import styles from './expiry-cell.module.css';

/** States in which time still matters. */
const running: ReadonlySet<Share['state']> = new Set([
  'active',
  'opened',
  'not-reported',
  'waiting',
  'uncertain',
]);

/** When it expires, with a line that shortens. */
export function ExpiryCell({ share, now }: { readonly share: Share; readonly now: number }) {
  const { t, format } = useWords();
  const { expiresAt, createdAt, state } = share;
  if (expiresAt === null) return <span className={styles['never']}>{t('sent.never')}</span>;
  const left = shareLeft(Date.parse(createdAt), Date.parse(expiresAt), now);
  return (
    <div className={styles['expiry']}>
      <time dateTime={expiresAt} className={styles['when']}>
        {format.relative(expiresAt, now)}
      </time>
      {running.has(state) && (
        <svg
          className={styles['line']}
          viewBox="0 0 100 2"
          preserveAspectRatio="none"
          aria-hidden
          focusable="false"
        >
          <rect className={styles['track']} width="100" height="2" />
          <rect className={styles['left']} width={left * 100} height="2" />
        </svg>
      )}
    </div>
  );
}

/** What is left of its time, between 0 and 1. */
function shareLeft(created: number, expires: number, now: number): number {
  const whole = expires - created;
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, (expires - now) / whole));
}
