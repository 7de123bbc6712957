/**
 * Signs that one keyboard or phone gives where another gives plain ASCII: curly quotes, long dashes, the spaces that
 * are not the space bar's, accents on their own, and whatever cannot be seen.
 */
const SUBSTITUTES = /[\p{Pi}\p{Pf}\p{Pd}\p{Z}\p{M}\p{C}\u02bc\u201a\u201e]/u;
const PLAIN = /[\u0020-\u007e]/g;

/**
 * Whether a password holds characters that keyboards produce differently, so that the recipient may see the same
 * password and type other bytes: letters that exist composed and decomposed (é), compatibility forms (ﬁ, fullwidth
 * letters), and {@link SUBSTITUTES}. Passwords are taken as typed and never normalised, so this calls for a hint.
 */
export function hasKeyboardVariants(password: string): boolean {
  // Of what is made of several characters there is a form of one, and the other way about.
  const isSeveralForms = password.normalize('NFKD') !== password || password.normalize('NFC') !== password;
  return isSeveralForms || SUBSTITUTES.test(password.replace(PLAIN, ''));
}
