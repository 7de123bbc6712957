import type { TimelineEvent } from '../../../shared/bridge/ledger.ts';
import { useWords } from '../../state/services.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './timeline.module.css';

/** What happened, oldest first, and by whose word: the service's, or what this program knows by itself. */
export function Timeline({
  events,
  now,
}: {
  readonly events: readonly TimelineEvent[];
  readonly now: number;
}) {
  const { t, format } = useWords();
  if (events.length === 0) return null;
  return (
    <section className={styles['timeline']} aria-label={t('ledger.timeline.title')}>
      <h3 className={styles['title']}>{t('ledger.timeline.title')}</h3>
      <ol className={styles['events']}>
        {events.map((event, place) => (
          <li key={`${event.at} ${event.kind} ${String(place)}`} className={styles['event']}>
            <span className={cx(styles['mark'], styles[event.source])} aria-hidden />
            <p>
              <EventWords event={event} />
            </p>
            <p className={styles['when']}>
              <time dateTime={event.at} title={format.absolute(event.at)}>
                {format.short(event.at, now)}
              </time>
              {' · '}
              <span className={styles['source']}>{t(`ledger.timeline.${event.source}`)}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventWords({ event: { kind, count } }: { readonly event: TimelineEvent }) {
  const { t } = useWords();
  if (kind !== 'count-changed') return t(`ledger.timeline.${kind}`);
  return count === null ? t('ledger.timeline.reopened') : t('ledger.timeline.count-changed', { count });
}
