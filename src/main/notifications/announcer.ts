/** What of the list is worth a notification, if the person wants any. */
import type { Clock } from '../../core/ports.ts';
import type { Settings } from '../../shared/bridge/models.ts';
import type { Learned } from '../ledger/ledger.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { Speak } from '../words/speak.ts';
import type { Notifier } from './notifier.ts';

export interface AnnouncerParts {
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  readonly speak: () => Speak;
  readonly clock: Clock;
  /** Whether a service says how often a secret was opened; null while it was not asked. */
  readonly reports: (accountId: string) => boolean | null;
  /** Hours and minutes, as the person writes them. */
  readonly timeOfDay: (moment: number) => string;
  /** Shows the entry in the main window. */
  readonly showEntry: (id: string) => void;
}

export interface Announcer {
  learned(news: readonly Learned[]): void;
  /** False when it was not shown: switched off, paused, or nothing here shows any. */
  expiresSoon(record: LedgerRecord): boolean;
  /** Nothing is shown before that moment; null to go on at once. Milliseconds since the epoch. */
  pause(until: number | null): void;
  /** Null when not paused. */
  readonly pausedUntil: number | null;
}

/** More at once are told together: a stack of notifications helps nobody. */
const ONE_BY_ONE = 3;

export function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { notifier, settings, speak, clock, showEntry } = parts;
  let until: number | null = null;
  const isPaused = (): boolean => settings().notificationsPaused || (until !== null && clock() < until);

  const show = (key: NoticeKey, record: LedgerRecord, values: Record<string, string> = {}): boolean => {
    const t = speak();
    const isNamed = settings().notifyNames && record.name !== null;
    const body = isNamed
      ? t(`notifications.${key}.named`, { ...values, name: record.name ?? '' })
      : t(`notifications.${key}.unnamed`, values);
    const onClick = (): void => {
      showEntry(record.id);
    };
    return notifier.show({ title: t(`notifications.${key}.title`), body, onClick });
  };

  return {
    learned(news) {
      if (!settings().notifyOpened || isPaused()) return;
      const opened = news.filter(({ events }) => events.some(({ kind }) => kind === 'first-opened'));
      const [first] = opened;
      if (first === undefined) return;
      if (opened.length <= ONE_BY_ONE) for (const { record } of opened) show('opened', record);
      else {
        const t = speak();
        const body = t('notifications.opened.many', { count: opened.length });
        const onClick = (): void => {
          showEntry(first.record.id);
        };
        notifier.show({ title: t('notifications.opened.title'), body, onClick });
      }
    },
    expiresSoon(record) {
      if (!settings().notifyExpiring || isPaused() || record.expiresAt === null) return false;
      const values = { time: parts.timeOfDay(Date.parse(record.expiresAt)) };
      // Only a service that reports, and has answered, lets us say that nobody came.
      const reports = parts.reports(record.service.id);
      const isKnown = reports === true && record.report?.state === 'active';
      return show(
        isKnown ? 'expiring' : reports === false ? 'expiringUnknown' : 'expiringUnasked',
        record,
        values,
      );
    },
    pause(moment) {
      until = moment;
    },
    get pausedUntil() {
      return isPaused() ? until : null;
    },
  };
}

type NoticeKey = 'opened' | 'expiring' | 'expiringUnknown' | 'expiringUnasked';
