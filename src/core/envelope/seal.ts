import { err, ok, type Result } from '../result.ts';
import { encodeBase64 } from './base64.ts';
import { envelopeLength, writeHeader, type EnvelopeHeader } from './format.ts';
import { isIsoDate } from './iso-date.ts';
import { PAYLOAD_HEAD, payloadTail } from './payload.ts';
import { plainRuns, type PlainRun } from './runs.ts';
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
  const sealed = await sealParts(
    { ...rest, slices: [content], totalLength: content.length },
    tools,
    (part) => {
      parts.push(part);
    },
  );
  if (!sealed.ok) return sealed;
  const text = parts.join('');
  return isJoined(text, parts) ? ok(text) : err({ code: 'verification-failed' });
}

/**
 * Seals content that arrives in slices and hands over the envelope part by part, each of at most 350 kB of ASCII
 * and opened again before it is handed over. Holds a few parts at a time, whatever the content's size.
 * The answer is the envelope's length in characters; on failure the parts so far have to be thrown away.
 */
export function sealStream(
  input: SealStreamInput,
  tools: SealTools,
  sink: EnvelopeSink,
): Promise<Result<SealedLength, SealError>> {
  return sealParts(input, tools, (part) => {
    const bytes = new Uint8Array(part.length);
    tools.utf8.encodeInto(part, bytes);
    return sink(bytes);
  });
}

interface SealedLength {
  readonly length: number;
}

type PartSink = (part: string) => void | Promise<void>;

async function sealParts(
  input: SealStreamInput,
  tools: SealTools,
  sink: PartSink,
): Promise<Result<SealedLength, SealError>> {
  const refusal = refuse(input, tools);
  if (refusal) return err(refusal);
  const runs = plainRuns(input.slices, input.created, tools.utf8);
  try {
    const header = { salt: tools.random(SALT_BYTES), iv: tools.random(IV_BYTES) };
    const [key, first] = await Promise.all([derive(input, header.salt, tools), runs.next()]);
    if (first.done) return err({ code: 'empty-content' });
    const writer = new PartWriter(key, tools, sink, input.totalLength);
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

/** While the engine encrypts a run, the one before it is encoded and verified and the one after it is read. */
async function sealRuns(
  key: CipherKey,
  iv: Uint8Array<ArrayBuffer>,
  first: PlainRun,
  others: AsyncGenerator<PlainRun, void, void>,
  writer: PartWriter,
): Promise<SealError | null> {
  let chain = iv;
  let run: PlainRun | undefined = first;
  let previous: SealedRun | undefined;
  while (run) {
    const [cipher, next]: [Uint8Array<ArrayBuffer>, Result<PlainRun | undefined, SealError>] =
      await Promise.all([key.encrypt(run.bytes, chain, run.final), writeAndReadOn(previous, others, writer)]);
    if (!next.ok) return next.error;
    chain = cipher.slice(-BLOCK_BYTES);
    previous = { plain: run, cipher };
    run = next.value;
  }
  return previous ? writer.run(previous) : null;
}

/** The next run goes where the written one was, so the order matters. */
async function writeAndReadOn(
  sealed: SealedRun | undefined,
  others: AsyncGenerator<PlainRun, void, void>,
  writer: PartWriter,
): Promise<Result<PlainRun | undefined, SealError>> {
  const failure = sealed ? await writer.run(sealed) : null;
  if (failure) return err(failure);
  const next = await others.next();
  return ok(next.done ? undefined : next.value);
}

interface SealedRun {
  readonly plain: PlainRun;
  readonly cipher: Uint8Array<ArrayBuffer>;
}

/** Turns encrypted runs into text, has the text verified, and only then lets it out. */
class PartWriter {
  length = 0;
  readonly #tools: SealTools;
  readonly #verifier: Verifier;
  readonly #sink: PartSink;
  readonly #totalLength: number | undefined;

  constructor(key: CipherKey, tools: SealTools, sink: PartSink, totalLength: number | undefined) {
    this.#tools = tools;
    this.#verifier = new Verifier(key);
    this.#sink = sink;
    this.#totalLength = totalLength;
  }

  async header(header: EnvelopeHeader): Promise<SealError | null> {
    const text = writeHeader(header);
    return this.#verifier.header(text, header) ? this.#handOver(text) : { code: 'verification-failed' };
  }

  async run({ plain, cipher }: SealedRun): Promise<SealError | null> {
    const text = encodeBase64(cipher, this.#tools.utf8);
    const opens = await this.#verifier.run(text, plain.bytes, plain.final);
    plain.bytes.fill(0);
    // Content that ended early would seal well and still not be the secret.
    const isWhole = !plain.final || plain.consumed === (this.#totalLength ?? plain.consumed);
    if (!opens || !isWhole) return { code: 'verification-failed' };
    const failure = await this.#handOver(text);
    if (!failure && this.#totalLength) {
      this.#tools.onProgress?.(Math.min(1, plain.consumed / this.#totalLength));
    }
    return failure;
  }

  async #handOver(text: string): Promise<SealError | null> {
    if (this.#tools.cancellation?.cancelled) return { code: 'cancelled' };
    if (this.length + text.length > maxLengthOf(this.#tools)) return { code: 'too-large' };
    await this.#sink(text);
    this.length += text.length;
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
