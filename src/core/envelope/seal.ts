import { err, ok, type Result } from '../result.ts';
import { base64Length, encodeBase64 } from './base64.ts';
import { contentSlices } from './content.ts';
import { envelopeLength, writeHeader, type EnvelopeHeader } from './format.ts';
import { isIsoDate } from './iso-date.ts';
import { PAYLOAD_HEAD, payloadTail } from './payload.ts';
import { readAhead } from './read-ahead.ts';
import { plainRuns, RunMemory, type PlainRun } from './runs.ts';
import {
  BLOCK_BYTES,
  IV_BYTES,
  MAX_ENVELOPE_LENGTH,
  SALT_BYTES,
  type CipherKey,
  type EnvelopeSink,
  type EnvelopeText,
  type SealError,
  type SealInput,
  type SealStreamInput,
  type SealTools,
} from './types.ts';
import { Verifier } from './verifier.ts';

/**
 * Seals a secret and returns the envelope's text, which has been opened again on the way. Content, text and the
 * text's parts are in memory at once: for tens of mebibytes use {@link sealStream}.
 */
export async function seal(input: SealInput, tools: SealTools): Promise<Result<EnvelopeText, SealError>> {
  const { content, ...rest } = input;
  if (content === '') return err({ code: 'empty-content' });
  const parts: string[] = [];
  const slices = contentSlices(content, tools.utf8);
  const sealed = await sealStream({ ...rest, slices, totalLength: content.length }, tools, (part) => {
    parts.push(tools.utf8.decode(part) ?? '');
  });
  if (!sealed.ok) return sealed;
  const text = parts.join('');
  return isJoined(text, parts) ? ok(text) : err({ code: 'verification-failed' });
}

interface SealedLength {
  readonly length: number;
}

/**
 * Runs of plaintext made before they can be encrypted: while the key is derived, as many as that takes, about eight
 * mebibytes; then as many as keep the cipher from waiting.
 */
const RUNS_AHEAD = { first: 32, then: 4 };

/** Runs that are verified while the next one is encrypted. */
const RUNS_IN_VERIFICATION = 2;

/**
 * Seals content that arrives in slices and hands over the envelope part by part, each of at most 350 kB and opened
 * again before it is handed over. Holds a few parts at a time, whatever the content's size.
 * The answer is the envelope's length in characters; on failure the parts so far have to be thrown away.
 */
export async function sealStream(
  input: SealStreamInput,
  tools: SealTools,
  sink: EnvelopeSink,
): Promise<Result<SealedLength, SealError>> {
  const refusal = refuse(input, tools);
  if (refusal) return err(refusal);
  const memory = new RunMemory();
  const runs = readAhead(plainRuns(input.slices, input.created, tools.utf8, memory), RUNS_AHEAD);
  try {
    const header = { salt: tools.random(SALT_BYTES), iv: tools.random(IV_BYTES) };
    const [key, first] = await Promise.all([derive(input, header.salt, tools), runs.next()]);
    if (first.done) return err({ code: 'empty-content' });
    const writer = new PartWriter({ key, tools, sink, memory, totalLength: input.totalLength });
    const failure =
      (await writer.header(header)) ?? (await sealRuns(key, header.iv, first.value, runs, writer));
    return failure ? err(failure) : ok({ length: writer.length });
  } finally {
    await runs.return();
  }
}

function refuse(input: SealStreamInput, tools: SealTools): SealError | null {
  if (input.password === '') return { code: 'empty-password' };
  if (!isIsoDate(input.created)) return { code: 'bad-created' };
  const least = PAYLOAD_HEAD.length + (input.totalLength ?? 1) + payloadTail(input.created).length;
  return envelopeLength(least) > maxLengthOf(tools) ? { code: 'too-large' } : null;
}

const maxLengthOf = (tools: SealTools): number => tools.maxLength ?? MAX_ENVELOPE_LENGTH;

async function derive(
  input: SealStreamInput,
  salt: Uint8Array<ArrayBuffer>,
  tools: SealTools,
): Promise<CipherKey> {
  const password = tools.utf8.encode(input.password);
  const key = await tools.engine.deriveKey(password, salt, input.hash);
  password.fill(0);
  return key;
}

/** While the engine encrypts a run, those before it are encoded and verified and those after it are made. */
async function sealRuns(
  key: CipherKey,
  iv: Uint8Array<ArrayBuffer>,
  first: PlainRun,
  others: AsyncGenerator<PlainRun, void, void>,
  writer: PartWriter,
): Promise<SealError | null> {
  const written: Promise<SealError | null>[] = [];
  let run: PlainRun | undefined = first;
  let encrypting = key.encrypt(first.bytes, iv, first.final);
  while (run !== undefined) {
    const cipher = await encrypting;
    const next: IteratorResult<PlainRun, void> = await others.next();
    // The cipher has its next run before anything is done with this one.
    if (!next.done) encrypting = key.encrypt(next.value.bytes, cipher.slice(-BLOCK_BYTES), next.value.final);
    written.push(writer.run({ plain: run, cipher }));
    const failure = written.length > RUNS_IN_VERIFICATION ? await written.shift() : null;
    if (failure) return failure;
    run = next.done ? undefined : next.value;
  }
  // A failure is every later run's failure as well.
  return written.at(-1) ?? null;
}

interface SealedRun {
  readonly plain: PlainRun;
  readonly cipher: Uint8Array<ArrayBuffer>;
}

interface Writing {
  readonly key: CipherKey;
  readonly tools: SealTools;
  readonly sink: EnvelopeSink;
  /** Whose the runs' plaintext is. */
  readonly memory: RunMemory;
  readonly totalLength: number | undefined;
}

/** Turns encrypted runs into text, has the text verified, and only then lets it out, in order. */
class PartWriter {
  length = 0;
  readonly #writing: Writing;
  readonly #verifier: Verifier;
  #last: Promise<SealError | null> = Promise.resolve(null);

  constructor(writing: Writing) {
    this.#writing = writing;
    this.#verifier = new Verifier(writing.key, writing.tools.utf8);
  }

  async header(header: EnvelopeHeader): Promise<SealError | null> {
    const text = writeHeader(header);
    const isRight = this.#verifier.header(text, header);
    return isRight ? this.#handOver(this.#writing.tools.utf8.encode(text)) : { code: 'verification-failed' };
  }

  /** May be called before the run before it is written. Answers that one's failure if there was one. */
  run({ plain, cipher }: SealedRun): Promise<SealError | null> {
    const length = base64Length(cipher.length);
    const part = encodeBase64(cipher, this.#writing.tools.allocate?.(length) ?? new ArrayBuffer(length));
    const opens = this.#verifier.run(part, plain.bytes, plain.final);
    this.#last = this.#finish(plain, part, opens, this.#last);
    return this.#last;
  }

  async #finish(
    plain: PlainRun,
    part: Uint8Array<ArrayBuffer>,
    opens: Promise<boolean>,
    before: Promise<SealError | null>,
  ): Promise<SealError | null> {
    const [doesOpen, failureBefore] = await Promise.all([opens, before]);
    const { memory, tools, totalLength } = this.#writing;
    memory.giveBack(plain.bytes);
    if (failureBefore) return failureBefore;
    // Content that ended early would seal well and still not be the secret.
    const isWhole = !plain.final || plain.consumed === (totalLength ?? plain.consumed);
    if (!doesOpen || !isWhole) return { code: 'verification-failed' };
    const failure = await this.#handOver(part);
    if (!failure && totalLength) tools.onProgress?.(Math.min(1, plain.consumed / totalLength));
    return failure;
  }

  async #handOver(part: Uint8Array<ArrayBuffer>): Promise<SealError | null> {
    const { tools, sink } = this.#writing;
    if (tools.cancellation?.cancelled) return { code: 'cancelled' };
    const length = this.length + part.length;
    if (length > maxLengthOf(tools)) return { code: 'too-large' };
    await sink(part);
    this.length = length;
    return null;
  }
}

/** Whether the text is the verified parts, one after the other, and nothing else. */
function isJoined(text: string, parts: readonly string[]): text is EnvelopeText {
  let at = 0;
  for (const part of parts) {
    if (text.slice(at, at + part.length) !== part) return false;
    at += part.length;
  }
  return at === text.length;
}
