import type { Utf8 } from '../ports.ts';
import { RUN_BYTES } from './format.ts';
import { escapeContent, PAYLOAD_HEAD, payloadTail } from './payload.ts';

/** A run of plaintext: {@link RUN_BYTES} bytes, or whatever is left in the final one, down to none. */
export interface PlainRun {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly final: boolean;
  /** UTF-16 units of content read so far. */
  readonly consumed: number;
}

/** UTF-16 units escaped in one step. Escapes can make six bytes of one unit. */
const SLICE_LENGTH = 128 * 1024;

/** Cuts a text into short slices, wherever the cuts may fall. */
function* slicesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE_LENGTH) yield text.slice(at, at + SLICE_LENGTH);
}

/** The payload's bytes in runs. Nothing at all for content without a character. */
export async function* plainRuns(
  slices: Iterable<string> | AsyncIterable<string>,
  created: string,
  utf8: Utf8,
): AsyncGenerator<PlainRun, void, void> {
  const filler = new RunFiller();
  let consumed = 0;
  let held = '';
  filler.add(utf8.encode(PAYLOAD_HEAD));
  for await (const part of slices) {
    for (const slice of slicesOf(part)) {
      consumed += slice.length;
      const text = held + slice;
      // Half a surrogate pair waits for its other half.
      held = endsInHighSurrogate(text) ? text.slice(-1) : '';
      filler.add(utf8.encode(escapeContent(text.slice(0, text.length - held.length))));
      for (const bytes of filler.full()) yield { bytes, final: false, consumed };
    }
  }
  if (consumed === 0) return;
  filler.add(utf8.encode(escapeContent(held) + payloadTail(created)));
  for (const bytes of filler.full()) yield { bytes, final: false, consumed };
  yield { bytes: filler.rest(), final: true, consumed };
}

function endsInHighSurrogate(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}

/** Collects bytes and gives them back in runs of {@link RUN_BYTES}. */
class RunFiller {
  #pending: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#pending.push(bytes);
    this.#size += bytes.length;
  }

  *full(): Generator<Uint8Array<ArrayBuffer>> {
    while (this.#size >= RUN_BYTES) yield this.#take(RUN_BYTES);
  }

  rest(): Uint8Array<ArrayBuffer> {
    return this.#take(this.#size);
  }

  #take(length: number): Uint8Array<ArrayBuffer> {
    const run = new Uint8Array(length);
    let filled = 0;
    for (const [index, bytes] of this.#pending.entries()) {
      const part = bytes.subarray(0, length - filled);
      run.set(part, filled);
      filled += part.length;
      if (part.length < bytes.length) {
        this.#pending = [bytes.subarray(part.length), ...this.#pending.slice(index + 1)];
        this.#size -= length;
        return run;
      }
    }
    this.#pending = [];
    this.#size -= length;
    return run;
  }
}
