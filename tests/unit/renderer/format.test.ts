import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/renderer/i18n/format.ts';
import { chooseLanguage, chooseLocale } from '../../../src/shared/language.ts';

const NOW = Date.parse('2026-08-04T10:00:00.000Z');
const DAY = 86_400_000;
const english = createFormat('en-GB');
const spanish = createFormat('es');

const from = (span: number): string => english.relative(new Date(NOW + span).toISOString(), NOW);

it('says of what has happened that it is past, also while the time shown is a little behind', () => {
  const since = (span: number): string => english.since(new Date(NOW + span).toISOString(), NOW);
  expect([20_000, 0, -20_000, -3_600_000].map(since)).toEqual([
    ...['1 minute ago', '1 minute ago', '1 minute ago', '1 hour ago'],
  ]);
});

describe('a length of time', () => {
  it.each([
    [30 * DAY, 'in 30 days'],
    [7 * DAY, 'in 7 days'],
    [DAY, 'in 1 day'],
    [3_600_000, 'in 1 hour'],
    [90_000, 'in 2 minutes'],
    [1000, 'in 1 minute'],
    [-5 * 3_600_000, '5 hours ago'],
    [400 * DAY, 'in 1 year'],
  ])('of %d milliseconds reads %j', (span, words) => {
    expect(from(span)).toBe(words);
  });

  it('is said in the language that is spoken', () => {
    expect(spanish.ahead(7 * DAY)).toBe('dentro de 7 días');
  });
});

describe('what is left', () => {
  const format = createFormat('en-GB');
  const span = (milliseconds: number): string => format.span(milliseconds);
  it('is said in its two largest units, by the second in the last hour only', () => {
    expect(span(6 * 86_400_000 + 23 * 3_600_000 + 59_000)).toBe('6 days 23 hrs');
    expect(span(2 * 3_600_000 + 5 * 60_000 + 59_000)).toBe('2 hrs 5 mins');
    expect(span(59 * 60_000 + 7_000)).toBe('59 mins 7 secs');
    expect(span(7_000)).toBe('7 secs');
    expect(span(-1)).toBe('0 secs');
    expect(span(86_400_000 + 60_000)).toBe('1 day');
  });
});

describe('a size', () => {
  it.each([
    [999, '999 bytes'],
    [1500, '1.5 kB'],
    [33_554_432, '34 MB'],
  ])('of %d bytes reads %j', (bytes, words) => {
    expect(english.size(bytes)).toBe(words);
  });
});

describe('the language', () => {
  it('follows the system unless one is chosen', () => {
    expect(chooseLanguage('system', 'es-MX')).toBe('es');
    expect(chooseLanguage('system', 'fr-FR')).toBe('en');
    expect(chooseLanguage('en', 'es-MX')).toBe('en');
  });

  it('writes dates as the system’s own region does, where that speaks the language', () => {
    expect(chooseLocale('es', 'es-MX')).toBe('es-MX');
    expect(chooseLocale('en', 'es-MX')).toBe('en');
  });
});
