import type { Utf8 } from '../ports.ts';
import type { ContentSlice } from './content.ts';
import { RUN_BYTES } from './format.ts';
import { PAYLOAD_HEAD, payloadTail } from './payload.ts';

/** A run of plaintext: {@link RUN_BYTES} bytes, or whatever is left in the final one, down to none. */
export interface PlainRun {
  /** In memory of the {@link RunMemory}, to be given back to it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly final: boolean;
  /** UTF-16 units of content read so far. */
  readonly consumed: number;
}

/** The payload's bytes in runs. Nothing at all for content without a character. */
export async function* plainRuns(
  slices: Iterable<ContentSlice> | AsyncIterable<ContentSlice>,
  created: string,
  utf8: Utf8,
  memory: RunMemory,
): AsyncGenerator<PlainRun, void, void> {
  const filler = new RunFiller(memory);
  let consumed = 0;
  filler.add(utf8.encode(PAYLOAD_HEAD));
  for await (const { bytes, units } of slices) {
    consumed += units;
    filler.add(bytes);
    for (const run of filler.full()) yield { bytes: run, final: false, consumed };
    // Wiped as soon as it is read, as everything on the way is.
    bytes.fill(0);
  }
  if (consumed === 0) return;
  filler.add(utf8.encode(payloadTail(created)));
  for (const run of filler.full()) yield { bytes: run, final: false, consumed };
  yield { bytes: filler.rest(), final: true, consumed };
}

/** Memory for runs, used again and again, and wiped in between. */
export class RunMemory {
  readonly #free: ArrayBuffer[] = [];

  take(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#free.pop() ?? new ArrayBuffer(RUN_BYTES));
  }

  giveBack(run: Uint8Array<ArrayBuffer>): void {
    run.fill(0);
    this.#free.push(run.buffer);
  }
}

/** Puts bytes together to runs. */
class RunFiller {
  readonly #memory: RunMemory;
  #waiting = new Uint8Array();
  #run: Uint8Array<ArrayBuffer>;
  #filled = 0;

  constructor(memory: RunMemory) {
    this.#memory = memory;
    this.#run = memory.take();
  }

  /** The runs of what was added before have been taken. The bytes are read until then. */
  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#waiting = bytes;
    this.#fill();
  }

  *full(): Generator<Uint8Array<ArrayBuffer>, void, void> {
    while (this.#filled === RUN_BYTES) {
      const run = this.#run;
      this.#run = this.#memory.take();
      this.#filled = 0;
      yield run;
      this.#fill();
    }
  }

  /** What has not made a full run. */
  rest(): Uint8Array<ArrayBuffer> {
    return this.#run.subarray(0, this.#filled);
  }

  #fill(): void {
    const part = this.#waiting.subarray(0, RUN_BYTES - this.#filled);
    this.#run.set(part, this.#filled);
    this.#filled += part.length;
    this.#waiting = this.#waiting.subarray(part.length);
  }
}
