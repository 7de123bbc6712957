import type { z } from 'zod';
import type { Utf8 } from '../ports.ts';
import { err, ok, type Result } from '../result.ts';
import type { ServiceFailure } from './failure.ts';
import type { HttpAnswer, HttpFailure, HttpOutcome } from './http.ts';
import { isPlainJson } from './plain-json.ts';
import { failureSchema } from './wire.ts';

/** What a network failure means to the person: above all, whether the request may have arrived. */
function fromHttpFailure(failure: HttpFailure): ServiceFailure {
  switch (failure.kind) {
    case 'unreachable':
    case 'certificate':
      return { code: failure.kind };
    case 'timeout':
      return { code: 'timeout', sent: failure.sent };
    case 'redirected':
      return { code: 'redirected' };
    case 'stopped':
      return failure.sent ? { code: 'answer-lost' } : { code: 'cancelled' };
    case 'broken':
    case 'too-large':
      return failure.sent ? { code: 'answer-lost' } : { code: 'unreachable' };
  }
}

export interface Expected<S extends z.ZodType> {
  readonly status: readonly number[];
  readonly schema: S;
  /**
   * The call changes something at the service: a success that cannot be read may have changed it, and is a
   * lost answer. A web page is not: the service never answers with one, a captive portal does.
   */
  readonly changesSomething?: boolean;
}

/**
 * Reads an answer strictly: the wanted status and shape, or one of the closed set of failures. Unknown fields
 * are ignored, wrong types are not.
 */
export function readAnswer<S extends z.ZodType>(
  outcome: HttpOutcome,
  expected: Expected<S>,
  utf8: Utf8,
): Result<z.output<S>, ServiceFailure> {
  if (!outcome.ok) return err(fromHttpFailure(outcome.error));
  const answer = outcome.value;
  const json = isPlainJson(answer.body) ? parseJson(utf8.decode(answer.body)) : undefined;
  if (expected.status.includes(answer.status)) {
    const parsed = expected.schema.safeParse(json);
    if (parsed.success) return ok(parsed.data);
    // Some services answer 200 with success:false; that is a refusal, not a format we do not know.
    const refusal = failureSchema.safeParse(json);
    if (refusal.success) return err(fromStatus(answer, refusal.data.code, refusal.data.error));
    return err(mayHaveChanged(answer, expected) ? { code: 'answer-lost' } : notTheService(answer));
  }
  const failure = failureSchema.safeParse(json);
  if (!failure.success && mayHaveChanged(answer, expected)) return err({ code: 'answer-lost' });
  // 429 and 5xx speak for themselves, whoever sent them (a proxy in front of the service often does).
  if (!failure.success && answer.status !== 429 && answer.status < 500) return err(notTheService(answer));
  return err(fromStatus(answer, failure.data?.code, failure.data?.error));
}

const notTheService = ({ status }: HttpAnswer): ServiceFailure => ({ code: 'not-the-service', status });

/**
 * Whether something may have come of a call although its answer says nothing we can read. A success that is none of
 * the expected is one. So is trouble that the service itself does not tell of: a proxy in front of it gave up waiting
 * (502, 504), or the service broke down on the way; 503 alone says that nobody has begun.
 */
function mayHaveChanged(answer: HttpAnswer, { changesSomething = false }: Expected<z.ZodType>): boolean {
  if (!changesSomething) return false;
  const { status } = answer;
  if (status >= 500) return status !== 503;
  return status >= 200 && status < 300 && !isPage(answer);
}

/** White space, then `<`: no JSON begins like that. */
function isPage({ body }: HttpAnswer): boolean {
  return body.find((byte) => byte > 0x20) === 0x3c;
}

function fromStatus(answer: HttpAnswer, code: string | undefined, text: string | undefined): ServiceFailure {
  // Not documented how the service asks for it: a word in the refusal is all there is to go by.
  if (text !== undefined && /captcha/i.test(text)) return { code: 'captcha-required' };
  switch (answer.status) {
    case 401:
      return { code: 'unauthorized' };
    case 403:
      return { code: 'forbidden' };
    case 404:
      return { code: 'not-found' };
    case 410:
      return { code: 'gone', why: goneReason(code) };
    case 413:
      return { code: 'too-large' };
    case 429:
      return { code: 'rate-limited', retryAfterSeconds: retryAfter(answer) };
    default:
      return answer.status >= 500 ? { code: 'service-error', status: answer.status } : { code: 'rejected' };
  }
}

function goneReason(code: string | undefined): 'expired' | 'exhausted' | 'deleted' | 'unknown' {
  return code === 'expired' || code === 'exhausted' || code === 'deleted' ? code : 'unknown';
}

/** RFC 9110 allows seconds or a date; the documented window of 15 minutes stands in for anything else. */
const DEFAULT_RETRY_SECONDS = 15 * 60;
const MAX_RETRY_SECONDS = 24 * 60 * 60;

function retryAfter(answer: HttpAnswer): number {
  const value = answer.headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Math.min(Number(value), MAX_RETRY_SECONDS);
  // Only the form HTTP prescribes: `Date.parse` alone takes almost anything for a date.
  const moment = /^[A-Z][a-z]{2}, /.test(value) ? Date.parse(value) : Number.NaN;
  const now = Date.parse(answer.headers['date'] ?? '');
  if (Number.isNaN(moment) || Number.isNaN(now)) return DEFAULT_RETRY_SECONDS;
  return Math.min(Math.max(0, Math.ceil((moment - now) / 1000)), MAX_RETRY_SECONDS);
}

function parseJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
