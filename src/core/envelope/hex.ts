const DIGITS = '0123456789abcdef';

/** Lower-case hexadecimal, two digits per byte, as crypto-js writes it. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15);
  return text;
}

/**
 * Strict: digits and lower-case a–f only, an even number of them; anything else is null. Upper case is refused
 * although it names the same bytes: an envelope has exactly one spelling, so that any change to its text shows.
 */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
