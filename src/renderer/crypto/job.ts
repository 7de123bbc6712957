/** One job inside the worker: its slices come in, its results go out, and it can be cancelled meanwhile. */
import {
  type CryptoEngine,
  open,
  type OpenError,
  type SealError,
  sealStream,
} from '../../core/envelope/index.ts';
import type { Cancellation, RandomBytes, Utf8 } from '../../core/ports.ts';
import type { FromWorker, JobId, ToWorker } from './protocol.ts';

export interface JobTools {
  readonly engine: CryptoEngine;
  readonly utf8: Utf8;
  readonly random: RandomBytes;
  readonly post: (message: FromWorker) => void;
}

export interface Job {
  readonly done: Promise<void>;
  takeSlice(text: string, isLast: boolean): void;
  cancel(): void;
}

type Start = Extract<ToWorker, { type: 'seal' | 'open' }>;

export function startJob(start: Start, tools: JobTools): Job {
  const slices = createSlices(() => {
    tools.post({ type: 'more', job: start.job });
  });
  const cancellation = { cancelled: false };
  const run = start.type === 'seal' ? runSeal : runOpen;
  return {
    done: run(start as never, { ...tools, slices, cancellation }),
    takeSlice: slices.push,
    cancel: () => {
      cancellation.cancelled = true;
      slices.end();
    },
  };
}

interface Running extends JobTools {
  readonly slices: AsyncIterable<string>;
  readonly cancellation: Cancellation;
}

async function runSeal(start: Extract<Start, { type: 'seal' }>, running: Running): Promise<void> {
  const { job, maxLength, password, hash, created, totalLength } = start;
  const { post, slices, ...rest } = running;
  const tools = { ...rest, maxLength, onProgress: progressOf(job, post) };
  const sealed = await sealStream({ password, hash, created, totalLength, slices }, tools, (part) => {
    // ASCII always decodes.
    post({ type: 'part', job, text: rest.utf8.decode(part) ?? '' });
  });
  post(sealed.ok ? { type: 'sealed', job } : failed(job, sealed.error, running.cancellation));
}

async function runOpen(start: Extract<Start, { type: 'open' }>, running: Running): Promise<void> {
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

interface Slices extends AsyncIterable<string> {
  readonly push: (text: string, isLast: boolean) => void;
  readonly end: () => void;
}

/** Keeps one slice in hand: the next is on its way while the last one is being used. */
function createSlices(ask: () => void): Slices {
  const waiting: string[] = [];
  let isAsked = false;
  let isOver = false;
  let wake: ((slice: IteratorResult<string, undefined>) => void) | null = null;
  const over: IteratorResult<string, undefined> = { done: true, value: undefined };
  const askOnce = (): void => {
    if (isAsked || isOver || waiting.length > 0) return;
    isAsked = true;
    ask();
  };
  const answer = (slice: IteratorResult<string, undefined>): void => {
    const waker = wake;
    wake = null;
    waker?.(slice);
  };
  return {
    push: (text, isLast) => {
      isAsked = false;
      isOver ||= isLast;
      if (wake === null) waiting.push(text);
      else answer({ done: false, value: text });
      askOnce();
    },
    end: () => {
      isOver = true;
      waiting.length = 0;
      answer(over);
    },
    [Symbol.asyncIterator]: () => ({
      next: () => {
        const text = waiting.shift();
        if (text === undefined && isOver) return Promise.resolve(over);
        const next =
          text === undefined
            ? new Promise<IteratorResult<string, undefined>>((resolve) => {
                wake = resolve;
              })
            : Promise.resolve({ done: false as const, value: text });
        askOnce();
        return next;
      },
    }),
  };
}
