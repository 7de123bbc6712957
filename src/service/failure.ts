import type { FailureCode } from '../core/api/wire.ts';

/** Why a request is refused: a code for programs and a sentence for people. Becomes the answer's body. */
export interface ServiceFailure {
  readonly code: FailureCode;
  readonly error: string;
}

export const STATUS_OF_FAILURE = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  timeout: 408,
  'idempotency-mismatch': 409,
  expired: 410,
  exhausted: 410,
  deleted: 410,
  'too-large': 413,
  'rate-limited': 429,
  internal: 500,
} as const satisfies Record<FailureCode, number>;

export const badRequest = (error: string): ServiceFailure => ({ code: 'bad-request', error });

export const notFound: ServiceFailure = { code: 'not-found', error: 'There is no such message.' };
