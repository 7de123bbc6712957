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

export const isRunning = ({ state, expiresAt }: Share): boolean => expiresAt !== null && running.has(state);

const HOUR_MS = 3_600_000;

/** When it expires, with a line that shortens. */
export function ExpiryCell({ share, now }: { readonly share: Share; readonly now: number }) {
  const { t, format } = useWords();
  const { expiresAt } = share;
  if (expiresAt === null) return <span className={styles['never']}>{t('sent.never')}</span>;
  return (
    <div className={styles['expiry']}>
      <time dateTime={expiresAt} className={styles['when']}>
        {format.relative(expiresAt, now)}
      </time>
      {isRunning(share) ? (
        <ExpiryLine share={share} now={now} />
      ) : (
        <span className={styles['date']}>{format.short(expiresAt, now)}</span>
      )}
    </div>
  );
}

/** What is left of its time. */
export function ExpiryLine({ share, now }: { readonly share: Share; readonly now: number }) {
  const expires = Date.parse(share.expiresAt ?? '');
  const left = shareLeft(Date.parse(share.createdAt), expires, now);
  return (
    <svg
      className={styles['line']}
      viewBox="0 0 100 3"
      preserveAspectRatio="none"
      data-soon={expires - now < HOUR_MS ? '' : undefined}
      aria-hidden
      focusable="false"
    >
      <rect className={styles['track']} width="100" height="3" />
      <rect className={styles['left']} width={left * 100} height="3" />
    </svg>
  );
}

/** What is left of its time, between 0 and 1. */
function shareLeft(created: number, expires: number, now: number): number {
  const whole = expires - created;
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, (expires - now) / whole));
}
