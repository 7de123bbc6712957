import { expect, it } from 'vitest';
import { hasKeyboardVariants } from '../../../../src/core/password/index.ts';

it.each([
  ['an accent', 'caf\u00e9'],
  ['an accent on its own', 'cafe\u0301'],
  ['a tilde', 'ma\u00f1ana'],
  ['curly quotes', '\u201cquoted\u201d'],
  ['a curly apostrophe', 'it\u2019s'],
  ['low quotes', '\u201equoted\u201c'],
  ['a long dash', 'one \u2014 two'],
  ['an ellipsis in one piece', 'well\u2026'],
  ['a no-break space', 'one\u00a0two'],
  ['a zero-width space', 'one\u200btwo'],
  ['a soft hyphen', 'one\u00adtwo'],
  ['a ligature', 'e\ufb03cient'],
  ['fullwidth letters', '\uff41\uff42'],
  ['Hangul', '\ube44\ubc00'],
  ['an emoji with its variant', '\u2764\ufe0f'],
  ['a tab', 'one\ttwo'],
  ['half a surrogate pair', '\ud83d'],
])('warns of %s', (_, password) => {
  expect(hasKeyboardVariants(password)).toBe(true);
});

it.each([
  ['nothing', ''],
  ['every printable ASCII character', String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at))],
  ['letters with one form only', '\u00df\u00f8\u0142\u043c'],
  ['a currency', '\u20ac'],
  ['an emoji', '\u{1f511}'],
  ['ideographs', '\u5bc6\u7801'],
])('is silent about %s', (_, password) => {
  expect(hasKeyboardVariants(password)).toBe(false);
});
