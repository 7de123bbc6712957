import { envelopeLength } from '../../../core/envelope/index.ts';

/** The sealed JSON without its content: field names, quotes, and a date of 24 characters. */
const FRAME_BYTES = JSON.stringify({ version: 'v1', content: '', created: new Date(0).toISOString() }).length;

const SLICE = 256 * 1024;

/**
 * How long the envelope around a text will be, in characters, which are bytes. Counted in slices with a pause
 * between them, so that a large text holds up nothing.
 */
export async function sealedSize(text: string, signal: AbortSignal): Promise<number | null> {
  let bytes = FRAME_BYTES;
  for (let at = 0; at < text.length; at += SLICE) {
    if (at > 0) await pause();
    if (signal.aborted) return null;
    bytes += jsonBytes(text.slice(at, at + SLICE));
  }
  return envelopeLength(bytes);
}

/** A surrogate pair cut in two counts as two escapes, twelve bytes for four: too much by less than nothing. */
const jsonBytes = (slice: string): number => new Blob([JSON.stringify(slice)]).size - 2;

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
