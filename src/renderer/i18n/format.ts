/** Dates, durations, sizes and numbers as people write them. */
export interface Format {
  /** "Thursday, 27 November 2026 at 14:05 CET": nothing left to guess, for the recipient. */
  absolute(moment: string): string;
  /** "27 Nov 2026, 14:05" */
  dateTime(moment: string): string;
  /** "14:05" */
  time(moment: string): string;
  /** "27 Nov 2026" */
  day(moment: string): string;
  /** "6 days 23 hr", "14 min": the two largest units of a length of time in milliseconds; seconds only in the last hour. */
  span(milliseconds: number): string;
  /** "27 Nov, 14:05", with the year only when it is another one. */
  short(moment: string, now: number): string;
  /** "in 3 days", "2 hours ago": the largest unit that fits. */
  relative(moment: string, now: number): string;
  /** "2 hours ago", of what has happened: never ahead, although `now` may be renewed more rarely than things happen. */
  since(moment: string, now: number): string;
  /** "in 7 days" for a length of time in milliseconds. */
  ahead(milliseconds: number): string;
  /** "12 kB", in steps of 1000. */
  size(bytes: number): string;
  number(value: number): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function createFormat(locale: string): Format {
  const absolute = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const thisYear = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const relativeTime = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const number = new Intl.NumberFormat(locale);
  return {
    absolute: (moment) => absolute.format(new Date(moment)),
    dateTime: (moment) => dateTime.format(new Date(moment)),
    time: (moment) => time.format(new Date(moment)),
    day: (moment) => day.format(new Date(moment)),
    span: (milliseconds) => formatLength(locale, milliseconds),
    short: (moment, now) => {
      const date = new Date(moment);
      return (date.getFullYear() === new Date(now).getFullYear() ? thisYear : dateTime).format(date);
    },
    relative: (moment, now) => formatSpan(relativeTime, Date.parse(moment) - now),
    since: (moment, now) => formatSpan(relativeTime, Math.min(-1, Date.parse(moment) - now)),
    ahead: (milliseconds) => formatSpan(relativeTime, milliseconds),
    size: (bytes) => formatSize(locale, bytes),
    number: (value) => number.format(value),
  };
}

/** Never says "in 0 minutes": the last minute counts as one. */
function formatSpan(format: Intl.RelativeTimeFormat, span: number): string {
  const length = Math.abs(span);
  // "30 days" is what was chosen; "1 month" would be another promise.
  const [unit, size] = UNITS.find(([name, each]) => length >= (name === 'month' ? 2 * each : each)) ?? [
    'minute',
    MINUTE,
  ];
  const count = Math.max(1, Math.round(length / size));
  return format.format(span < 0 ? -count : count, unit);
}

const PARTS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1000],
] as const;

function formatLength(locale: string, milliseconds: number): string {
  let rest = Math.max(0, milliseconds);
  const parts: string[] = [];
  for (const [unit, size] of PARTS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    const isWanted = count > 0 || (unit === 'second' && parts.length === 0);
    if (isWanted && !(unit === 'second' && milliseconds >= HOUR))
      parts.push(
        new Intl.NumberFormat(locale, {
          style: 'unit',
          unit,
          unitDisplay: unit === 'day' ? 'long' : 'short',
        }).format(count),
      );
    // "6 days 3 min" would be more exact than anybody asks for.
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}

function formatSize(locale: string, bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: SIZES[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 0 && value < 10 ? 1 : 0,
  }).format(value);
}
