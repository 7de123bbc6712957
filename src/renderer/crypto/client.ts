/**
 * Seals and opens in the worker, from the window's side. Large texts go over in slices; a job can be watched and
 * cancelled; a worker that dies is replaced and its jobs end with a typed reason.
 */
import {
  ContentReader,
  createUtf8,
  type KdfHash,
  type OpenedEnvelope,
  type OpenError,
  type SealError,
} from '../../core/envelope/index.ts';
import type { Strength } from '../../core/password/strength.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { startOwnWorker } from './own-worker.ts';
import { ENVELOPE_SLICE, type FromWorker, type JobId, type ToWorker } from './protocol.ts';
import workerAddress from './worker.ts?worker&url';

/** The worker died or could not start. */
export interface CrashError {
  readonly code: 'crashed';
}

export interface SealJob {
  readonly content: string;
  readonly password: string;
  readonly hash: KdfHash;
  /** ISO 8601. */
  readonly created: string;
  /** The longest envelope the service takes, in characters. */
  readonly maxLength: number;
}

export interface Watch {
  /** Gets a share between 0 and 1. */
  readonly onProgress?: (share: number) => void;
  /** Ends the job with `cancelled`. */
  readonly signal?: AbortSignal;
}

export interface CryptoClient {
  seal(input: SealJob, watch?: Watch): Promise<Result<string, SealError | CrashError>>;
  open(
    text: string,
    password: string,
    watch?: Watch,
  ): Promise<Result<OpenedEnvelope, OpenError | CrashError>>;
  /** How hard a password of one's own is to guess; null when it could not be told. */
  estimate(password: string): Promise<Strength | null>;
}

/** The part of `Worker` that is used. */
export interface WorkerLike {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
}

/** How long a cancelled job may take to end by itself before its worker is replaced, in milliseconds. */
const CANCEL_GRACE_MS = 500;

/** What is handed over slice by slice. */
interface Source {
  /** The next slice; null when the last one is gone. `spent` is the memory of an earlier one. */
  next(job: JobId, spent: ArrayBuffer | undefined): Slice | null;
}

interface Slice {
  readonly message: ToWorker;
  readonly transfer: Transferable[];
}

interface RunningJob {
  readonly source: Source;
  readonly take: (message: FromWorker) => void;
  readonly crash: () => void;
}

export function createCryptoClient(spawn: () => WorkerLike): CryptoClient {
  const pool = new WorkerPool(spawn);
  return {
    async seal({ content, ...rest }, watch) {
      const start = { type: 'seal', ...rest, totalLength: content.length } as const;
      // Grows by reference, not by copying: the engine puts such a text together when it is first read.
      let envelope = '';
      return pool.run<string, SealError>(start, contentSource(content), watch, (message) => {
        // ASCII always decodes.
        if (message.type === 'part') envelope += utf8.decode(message.bytes) ?? '';
        if (message.type === 'sealed') return ok(envelope);
        return message.type === 'failed' ? err(message.error as SealError) : null;
      });
    },
    async open(text, password, watch) {
      return pool.run<OpenedEnvelope, OpenError>(
        { type: 'open', password },
        envelopeSource(text),
        watch,
        (message) => {
          if (message.type === 'opened') return ok(message.opened);
          return message.type === 'failed' ? err(message.error as OpenError) : null;
        },
      );
    },
    async estimate(password) {
      const estimated = await pool.run<Strength, never>(
        { type: 'estimate', password },
        nothing,
        undefined,
        (message) => (message.type === 'estimated' ? ok(message.strength) : null),
      );
      return estimated.ok ? estimated.value : null;
    },
  };
}

type Start = DistributiveOmit<Extract<ToWorker, { type: 'seal' | 'open' | 'estimate' }>, 'job'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

type Outcome<T, E> = Result<T, E | CrashError | { readonly code: 'cancelled' }>;

/** One worker, started with the first job and replaced when it dies. */
class WorkerPool {
  readonly #spawn: () => WorkerLike;
  readonly #jobs = new Map<JobId, RunningJob>();
  #worker: WorkerLike | null = null;
  #lastJob = 0;

  constructor(spawn: () => WorkerLike) {
    this.#spawn = spawn;
  }

  /** @param read answers the outcome once a message brings it, null until then */
  run<T, E>(
    start: Start,
    source: Source,
    watch: Watch | undefined,
    read: (message: FromWorker) => Result<T, E> | null,
  ): Promise<Outcome<T, E>> {
    const { onProgress, signal } = watch ?? {};
    if (signal?.aborted === true) return Promise.resolve(err({ code: 'cancelled' }));
    const id = (this.#lastJob += 1);
    return new Promise((resolve) => {
      let grace: ReturnType<typeof setTimeout> | undefined;
      const cancel = (): void => {
        this.#worker?.postMessage({ type: 'cancel', job: id }, []);
        grace = setTimeout(() => {
          this.#replace();
        }, CANCEL_GRACE_MS);
      };
      const end = (outcome: Outcome<T, E>): void => {
        this.#jobs.delete(id);
        signal?.removeEventListener('abort', cancel);
        clearTimeout(grace);
        resolve(outcome);
      };
      signal?.addEventListener('abort', cancel);
      this.#jobs.set(id, {
        source,
        take: (message) => {
          if (message.type === 'progress') onProgress?.(message.share);
          const outcome = read(message);
          if (outcome !== null) end(outcome);
        },
        crash: () => {
          end(err({ code: signal?.aborted === true ? 'cancelled' : 'crashed' }));
        },
      });
      this.#worker ??= this.#startWorker();
      this.#worker.postMessage({ ...start, job: id }, []);
    });
  }

  #startWorker(): WorkerLike {
    const worker = this.#spawn();
    worker.addEventListener('message', ({ data }) => {
      const job = this.#jobs.get(data.job);
      if (job === undefined) return;
      if (data.type === 'more') {
        const slice = job.source.next(data.job, data.spent);
        if (slice !== null) worker.postMessage(slice.message, slice.transfer);
      } else if (data.type === 'crashed') job.crash();
      else job.take(data);
      if (data.type === 'part') {
        const memory = data.bytes.buffer;
        worker.postMessage({ type: 'spent', job: data.job, memory }, [memory]);
      }
    });
    const die = (): void => {
      if (worker === this.#worker) this.#replace();
    };
    worker.addEventListener('error', die);
    worker.addEventListener('messageerror', die);
    return worker;
  }

  /** Ends the worker and every job it had. The next job starts another one. */
  #replace(): void {
    this.#worker?.terminate();
    this.#worker = null;
    const lost = [...this.#jobs.values()];
    this.#jobs.clear();
    for (const job of lost) job.crash();
  }
}

const nothing: Source = { next: () => null };

const utf8 = createUtf8(TextEncoder, TextDecoder);

function contentSource(content: string): Source {
  const reader = new ContentReader(content, utf8);
  let isDone = false;
  return {
    next: (job, spent) => {
      if (isDone) return null;
      const slice = reader.next(spent);
      isDone = reader.isAtEnd;
      return { message: { type: 'content', job, isLast: isDone, ...slice }, transfer: [slice.bytes.buffer] };
    },
  };
}

function envelopeSource(text: string): Source {
  let at = 0;
  let isDone = false;
  return {
    next: (job) => {
      if (isDone) return null;
      const slice = text.slice(at, at + ENVELOPE_SLICE);
      at += slice.length;
      isDone = at >= text.length;
      return { message: { type: 'slice', job, text: slice, isLast: isDone }, transfer: [] };
    },
  };
}

/** The real worker, in a file of its own beside the window's. */
export const spawnCryptoWorker = (): WorkerLike => startOwnWorker(workerAddress, 'crypto');
