/**
 * ISO 8601, extended calendar form, as the clients of this format write it: a date alone or with a time of day
 * (seconds, their fraction and the offset are optional, because Python's `isoformat` omits them). Years are four
 * digits, or a sign and six as ECMAScript writes years beyond 9999.
 */
const PATTERN =
  /^(?<year>\d{4}|[+-]\d{6})-(?<month>\d\d)-(?<day>\d\d)(?:T(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d{1,9})?)?(?:Z|[+-](?<offsetHour>\d\d):?(?<offsetMinute>\d\d))?)?$/;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Whether the text is such a date and names a day and time that exist. A leap second counts as existing. */
export function isIsoDate(text: string): boolean {
  const parts = PATTERN.exec(text)?.groups;
  if (!parts) return false;
  const part = (name: string): number => Number(parts[name] ?? 0);
  const day = part('day');
  return (
    day >= 1 &&
    day <= daysInMonth(part('year'), part('month')) &&
    part('hour') <= 23 &&
    part('minute') <= 59 &&
    part('second') <= 60 &&
    part('offsetHour') <= 23 &&
    part('offsetMinute') <= 59
  );
}

/**
 * When a date that {@link isIsoDate} takes was, in milliseconds since the epoch; a leap second counts as the one before
 * it. Null for what is beyond the years that ECMAScript knows: whoever shows it has the text.
 */
export function timeOf(date: string): number | null {
  const time = Date.parse(date.replace(/(T\d\d:\d\d:)60/, (_, before: string) => `${before}59`));
  return Number.isNaN(time) ? null : time;
}
