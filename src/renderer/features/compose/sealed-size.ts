import { envelopeLength } from '../../../core/envelope/index.ts';

/** The sealed JSON without its content: field names, quotes, and a date of 24 characters. */
const FRAME_BYTES = JSON.stringify({ version: 'v1', content: '', created: new Date(0).toISOString() }).length;

/** UTF-16 units counted in one go: about a millisecond. */
const SLICE = 512 * 1024;

/**
 * How long the envelope around a text will be, in characters, which are bytes. Counted in slices with a pause
 * between them, so that a large text holds up nothing. Null when the signal ended it.
 */
export async function sealedSize(text: string, signal: AbortSignal): Promise<number | null> {
  let bytes = FRAME_BYTES;
  for (let at = 0; at < text.length; at += SLICE) {
    if (at > 0) await pause();
    if (signal.aborted) return null;
    bytes += jsonBytes(text, at, Math.min(text.length, at + SLICE));
  }
  return envelopeLength(bytes);
}

/** Control characters with an escape of their own: \b \t \n \f \r. */
const SHORT_ESCAPES = new Set([8, 9, 10, 12, 13]);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** What a part of a text takes as a JSON string in UTF-8, without making either of them. */
function jsonBytes(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x20 && unit < 0x80) bytes += unit === QUOTE || unit === BACKSLASH ? 2 : 1;
    else if (unit < 0x20) bytes += SHORT_ESCAPES.has(unit) ? 2 : 6;
    else if (unit < 0x800) bytes += 2;
    else if (unit < 0xd800 || unit > 0xdfff) bytes += 3;
    // Half a pair counts half of its four bytes; alone it is escaped, and counts as six.
    else bytes += isPaired(text, at, unit) ? 2 : 6;
  }
  return bytes;
}

function isPaired(text: string, at: number, unit: number): boolean {
  // Beyond either end there is no unit, and NaN is within no range.
  const other = unit < 0xdc00 ? text.charCodeAt(at + 1) : text.charCodeAt(at - 1);
  return unit < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other < 0xdc00;
}

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
