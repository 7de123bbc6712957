import type { Utf8 } from '../ports.ts';
import { RUN_BYTES } from './format.ts';
import { escapeContent, PAYLOAD_HEAD, payloadTail } from './payload.ts';

/** A run of plaintext: {@link RUN_BYTES} bytes, or whatever is left in the final one, down to none. */
export interface PlainRun {
  /** Valid until the run after the next one is asked for: two buffers take turns. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly final: boolean;
  /** UTF-16 units of content read so far. */
  readonly consumed: number;
}

/** UTF-16 units escaped in one step, so that the strings made on the way stay small. */
const SLICE_LENGTH = 32 * 1024;

/** In UTF-8. */
const MAX_BYTES_PER_UNIT = 3;

/** The payload's bytes in runs. Nothing at all for content without a character. */
export async function* plainRuns(
  slices: Iterable<string> | AsyncIterable<string>,
  created: string,
  utf8: Utf8,
): AsyncGenerator<PlainRun, void, void> {
  const filler = new RunFiller(utf8);
  let consumed = 0;
  let held = '';
  filler.add(PAYLOAD_HEAD);
  for await (const part of slices) {
    for (let at = 0; at < part.length; at += SLICE_LENGTH) {
      const text = held + part.slice(at, at + SLICE_LENGTH);
      consumed += text.length - held.length;
      // Half a surrogate pair waits for its other half.
      held = endsInHighSurrogate(text) ? text.slice(-1) : '';
      filler.add(escapeContent(text.slice(0, text.length - held.length)));
      for (const bytes of filler.full()) yield { bytes, final: false, consumed };
    }
  }
  if (consumed === 0) return;
  filler.add(escapeContent(held) + payloadTail(created));
  for (const bytes of filler.full()) yield { bytes, final: false, consumed };
  yield { bytes: filler.rest(), final: true, consumed };
}

function endsInHighSurrogate(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}

/** Encodes text as UTF-8 and gives it back in runs, in memory that is used again and again. */
class RunFiller {
  readonly #utf8: Utf8;
  #encoded = new Uint8Array();
  /** What of {@link #encoded} has not been put into a run. */
  #waiting = new Uint8Array();
  #run = new Uint8Array(RUN_BYTES);
  #otherRun: Uint8Array<ArrayBuffer> | undefined;
  #filled = 0;

  constructor(utf8: Utf8) {
    this.#utf8 = utf8;
  }

  /** The runs of what was added before have been taken. */
  add(text: string): void {
    const most = text.length * MAX_BYTES_PER_UNIT;
    if (this.#encoded.length < most) this.#encoded = new Uint8Array(most);
    const { written } = this.#utf8.encodeInto(text, this.#encoded);
    this.#waiting = this.#encoded.subarray(0, written);
    this.#fill();
  }

  *full(): Generator<Uint8Array<ArrayBuffer>, void, void> {
    while (this.#filled === RUN_BYTES) {
      yield this.rest();
      this.#fill();
    }
  }

  /** What has not made a full run. */
  rest(): Uint8Array<ArrayBuffer> {
    const bytes = this.#run.subarray(0, this.#filled);
    [this.#run, this.#otherRun] = [this.#otherRun ?? new Uint8Array(RUN_BYTES), this.#run];
    this.#filled = 0;
    return bytes;
  }

  #fill(): void {
    const part = this.#waiting.subarray(0, RUN_BYTES - this.#filled);
    this.#run.set(part, this.#filled);
    this.#filled += part.length;
    this.#waiting = this.#waiting.subarray(part.length);
  }
}
