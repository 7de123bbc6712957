/** One job inside the worker: its slices come in, its results go out, and it can be cancelled meanwhile. */
import {
  type ContentSlice,
  type CryptoEngine,
  open,
  type OpenError,
  type SealError,
  type SealTools,
  sealStream,
} from '../../core/envelope/index.ts';
import type { Cancellation, RandomBytes, Utf8 } from '../../core/ports.ts';
import type { FromWorker, JobId, ToWorker } from './protocol.ts';
import { createSlices, type Slices } from './slices.ts';

export interface JobTools {
  readonly engine: CryptoEngine;
  readonly utf8: Utf8;
  readonly random: RandomBytes;
  readonly post: (message: FromWorker, transfer?: Transferable[]) => void;
}

/** What follows a job's start. */
export type JobMessage = Extract<ToWorker, { type: 'slice' | 'content' | 'spent' | 'cancel' }>;

export interface Job {
  readonly done: Promise<void>;
  take(message: JobMessage): void;
}

type StartSeal = Extract<ToWorker, { type: 'seal' }>;
type StartOpen = Extract<ToWorker, { type: 'open' }>;

export const startJob = (start: StartSeal | StartOpen, tools: JobTools): Job =>
  start.type === 'seal' ? startSeal(start, tools) : startOpen(start, tools);

interface Running<T> extends JobTools {
  readonly slices: AsyncIterable<T>;
  readonly cancellation: Cancellation;
}

function startSeal(start: StartSeal, tools: JobTools): Job {
  const { job } = start;
  const slices = createSlices<ContentSlice>((used) => {
    const spent = used?.bytes.buffer;
    tools.post({ type: 'more', job, spent }, spent === undefined ? [] : [spent]);
  });
  const cancellation = { cancelled: false };
  const spent: ArrayBuffer[] = [];
  const allocate = (bytes: number): ArrayBuffer => {
    const memory = spent.pop();
    return memory !== undefined && memory.byteLength >= bytes ? memory : new ArrayBuffer(bytes);
  };
  return {
    done: runSeal(start, { ...tools, slices, cancellation, allocate }),
    take: (message) => {
      if (message.type === 'content') slices.push(message, message.isLast);
      else if (message.type === 'spent') spent.push(message.memory);
      else if (message.type === 'cancel') stop(cancellation, slices);
    },
  };
}

function startOpen(start: StartOpen, tools: JobTools): Job {
  const slices = createSlices<string>(() => {
    tools.post({ type: 'more', job: start.job });
  });
  const cancellation = { cancelled: false };
  return {
    done: runOpen(start, { ...tools, slices, cancellation }),
    take: (message) => {
      if (message.type === 'slice') slices.push(message.text, message.isLast);
      else if (message.type === 'cancel') stop(cancellation, slices);
    },
  };
}

function stop(cancellation: { cancelled: boolean }, slices: Pick<Slices<unknown>, 'end'>): void {
  cancellation.cancelled = true;
  slices.end();
}

async function runSeal(
  start: StartSeal,
  running: Running<ContentSlice> & Pick<SealTools, 'allocate'>,
): Promise<void> {
  const { job, maxLength, password, hash, created, totalLength } = start;
  const { post, slices, ...rest } = running;
  const tools = { ...rest, maxLength, onProgress: progressOf(job, post) };
  const sealed = await sealStream({ password, hash, created, totalLength, slices }, tools, (bytes) => {
    post({ type: 'part', job, bytes }, [bytes.buffer]);
  });
  post(sealed.ok ? { type: 'sealed', job } : failed(job, sealed.error, running.cancellation));
}

async function runOpen(start: StartOpen, running: Running<string>): Promise<void> {
  const { job, password } = start;
  const { post, slices, ...rest } = running;
  const parts: string[] = [];
  for await (const slice of slices) parts.push(slice);
  const opened = await open(parts.join(''), password, { ...rest, onProgress: progressOf(job, post) });
  post(
    opened.ok
      ? { type: 'opened', job, opened: opened.value }
      : failed(job, opened.error, running.cancellation),
  );
}

/** A job that was cancelled half-way may have seen its content end early: it was cancelled all the same. */
const failed = (job: JobId, error: SealError | OpenError, cancellation: Cancellation): FromWorker => ({
  type: 'failed',
  job,
  error: cancellation.cancelled ? { code: 'cancelled' } : error,
});

/** A hundred steps are enough for the eye. */
function progressOf(job: JobId, post: JobTools['post']): (share: number) => void {
  let told = -1;
  return (share) => {
    const step = Math.floor(share * 100);
    if (step === told) return;
    told = step;
    post({ type: 'progress', job, share });
  };
}
