/**
 * What the window and its crypto worker say to each other. Text goes to the worker in slices that it asks for, so
 * that no message takes the window long to copy. What comes back is one text, put together by the worker: receiving
 * it is a single copy, which is less than a frame even for tens of megabytes.
 */
import type { KdfHash, OpenedEnvelope, OpenError, SealError } from '../../core/envelope/index.ts';
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
  | { readonly type: 'slice'; readonly job: JobId; readonly text: string; readonly isLast: boolean }
  | { readonly type: 'cancel'; readonly job: JobId };

export type FromWorker =
  /** Asks for the next slice. */
  | { readonly type: 'more'; readonly job: JobId }
  /** Between 0 and 1. */
  | { readonly type: 'progress'; readonly job: JobId; readonly share: number }
  /** The envelope's next part: handed over as it is made, so that neither side holds it twice. */
  | { readonly type: 'part'; readonly job: JobId; readonly text: string }
  | { readonly type: 'sealed'; readonly job: JobId }
  | { readonly type: 'opened'; readonly job: JobId; readonly opened: OpenedEnvelope }
  | { readonly type: 'estimated'; readonly job: JobId; readonly strength: Strength }
  /** A bug ended the job. What it was stays in the worker: it might quote the secret. */
  | { readonly type: 'crashed'; readonly job: JobId }
  | { readonly type: 'failed'; readonly job: JobId; readonly error: SealError | OpenError };

/** UTF-16 units in one slice: a couple of milliseconds to copy. */
export const SLICE_LENGTH = 512 * 1024;

/** The slice at a place, never cut within a surrogate pair. */
export function sliceAt(text: string, start: number): string {
  const end = start + SLICE_LENGTH;
  if (end >= text.length) return text.slice(start);
  const last = text.charCodeAt(end - 1);
  const isCutInPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(start, isCutInPair ? end - 1 : end);
}
