/**
 * What a terminal obeys instead of showing: a secret from a stranger could retitle it, fill its clipboard, or write
 * over what stands above. Tabs, line ends and everything that is a letter or a sign stay; the rest becomes signs.
 */
// C0 without tab and line feed, DEL, C1; a carriage return alone; what turns the direction of writing around.
// eslint-disable-next-line no-control-regex -- these are what it is about
const OBEYED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g;

/** Unicode's pictures of the C0 controls (U+2400 to U+2421), and the number of any other. */
function toSign(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** The text as a terminal may have it. */
export const toVisible = (text: string): string => text.replace(OBEYED, toSign);
