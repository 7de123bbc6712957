/**
 * What the window and its crypto worker say to each other. A text goes to the worker in slices that it asks for, so
 * that none takes the window long. What is to be sealed goes over as bytes and its envelope comes back as bytes, in
 * memory that changes hands and is given back: nothing is copied on the way, and nothing is left to a collector.
 */
import type {
  ContentSlice,
  KdfHash,
  OpenedEnvelope,
  OpenError,
  SealError,
} from '../../core/envelope/index.ts';
import type { Strength } from '../../core/password/strength.ts';

/** Names one job for as long as it runs. */
export type JobId = number;

export type ToWorker =
  | {
      readonly type: 'seal';
      readonly job: JobId;
      readonly password: string;
      readonly hash: KdfHash;
      /** ISO 8601. */
      readonly created: string;
      /** UTF-16 units that will come. */
      readonly totalLength: number;
      /** The longest envelope that may come of it, in characters. */
      readonly maxLength: number;
    }
  | { readonly type: 'open'; readonly job: JobId; readonly password: string }
  /** Estimates a password of one's own. It has no slices. */
  | { readonly type: 'estimate'; readonly job: JobId; readonly password: string }
  /** The next slice of an envelope to open. */
  | { readonly type: 'slice'; readonly job: JobId; readonly text: string; readonly isLast: boolean }
  /** The next slice of what is to be sealed. Its memory is the worker's from now on. */
  | ({ readonly type: 'content'; readonly job: JobId; readonly isLast: boolean } & ContentSlice)
  /** Brings back the memory of a part of the envelope. */
  | { readonly type: 'spent'; readonly job: JobId; readonly memory: ArrayBuffer }
  | { readonly type: 'cancel'; readonly job: JobId };

export type FromWorker =
  /** Asks for the next slice, and brings back the memory of one that has been read, wiped. */
  | { readonly type: 'more'; readonly job: JobId; readonly spent?: ArrayBuffer | undefined }
  /** Between 0 and 1. */
  | { readonly type: 'progress'; readonly job: JobId; readonly share: number }
  /** The envelope's next part in ASCII, handed over as it is made. Its memory comes back when it was read. */
  | { readonly type: 'part'; readonly job: JobId; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'sealed'; readonly job: JobId }
  | { readonly type: 'opened'; readonly job: JobId; readonly opened: OpenedEnvelope }
  | { readonly type: 'estimated'; readonly job: JobId; readonly strength: Strength }
  /** A bug ended the job. What it was stays in the worker: it might quote the secret. */
  | { readonly type: 'crashed'; readonly job: JobId }
  | { readonly type: 'failed'; readonly job: JobId; readonly error: SealError | OpenError };

/** UTF-16 units of an envelope in one slice: a couple of milliseconds to copy. */
export const ENVELOPE_SLICE = 512 * 1024;
