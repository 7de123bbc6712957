import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/api/answer.ts';
import type { HttpOutcome } from '../../../../src/core/api/http.ts';
import { createdSchema } from '../../../../src/core/api/wire.ts';
import { createUtf8 } from '../../../../src/core/envelope/utf8.ts';
import { answer, created, failure } from '../../../fakes/http.ts';

const utf8 = createUtf8(TextEncoder, TextDecoder);
const read = (outcome: HttpOutcome) => readAnswer(outcome, { status: [201], schema: createdSchema }, utf8);
const refused = (code: string | undefined, status: number, headers = {}) =>
  read(answer(status, { success: false, error: 'No', code }, headers));

describe('reading an answer', () => {
  it('takes the documented success', () => {
    expect(read(created('a8Kx9pQ2', 'xxx'))).toMatchObject({
      ok: true,
      value: { data: { messageId: 'a8Kx9pQ2', deleteToken: 'xxx' } },
    });
  });

  it.each([
    ['a captive portal', answer(200, '<html>Sign in</html>')],
    ['an empty body', answer(201, '')],
    ['a success without an id', answer(201, { success: true, data: {} })],
    ['an id of the wrong type', answer(201, { success: true, data: { messageId: 7 } })],
    ['an id that would break out of a link', answer(201, { success: true, data: { messageId: '../x?y' } })],
    ['malformed JSON', answer(201, '{"success":true')],
    ['a 404 page of some other server', answer(404, 'Not found')],
  ])('does not take %s for the service', (_name, outcome) => {
    expect(read(outcome)).toMatchObject({ ok: false, error: { code: 'not-the-service' } });
  });

  it.each([
    [400, undefined, { code: 'rejected' }],
    [401, undefined, { code: 'unauthorized' }],
    [403, undefined, { code: 'forbidden' }],
    [404, undefined, { code: 'not-found' }],
    [409, 'idempotency-mismatch', { code: 'rejected' }],
    [410, 'exhausted', { code: 'gone', why: 'exhausted' }],
    [410, 'something-new', { code: 'gone', why: 'unknown' }],
    [413, undefined, { code: 'too-large' }],
    [500, undefined, { code: 'service-error', status: 500 }],
  ])('gives a %i its own code', (status, code, error) => {
    expect(refused(code, status)).toEqual({ ok: false, error });
  });

  it('recognises a proxy that fails in front of the service', () => {
    expect(read(answer(502, '<html>Bad gateway</html>'))).toEqual({
      ok: false,
      error: { code: 'service-error', status: 502 },
    });
  });

  it.each([
    [202, '', 'answer-lost'],
    [204, '', 'answer-lost'],
    [206, '{"success":true', 'answer-lost'],
    [200, '<html>Sign in</html>', 'not-the-service'],
    [202, '<html>Sign in</html>', 'not-the-service'],
    // A proxy that gave up waiting does not know what became of the request; neither do we.
    [502, '<html>Bad gateway</html>', 'answer-lost'],
    [504, '', 'answer-lost'],
    [500, 'oops', 'answer-lost'],
    [503, '<html>Maintenance</html>', 'service-error'],
    [500, { success: false, error: 'No' }, 'service-error'],
    [404, 'no such page', 'not-the-service'],
  ])('does not believe that %i %j to a call that makes something made nothing: %s', (status, body, code) => {
    const expected = { status: [200, 201], schema: createdSchema, changesSomething: true };
    expect(readAnswer(answer(status, body), expected, utf8)).toMatchObject({ ok: false, error: { code } });
  });

  it('recognises the demand for a captcha in a refusal', () => {
    expect(read(answer(400, { success: false, error: 'reCAPTCHA verification required' }))).toEqual({
      ok: false,
      error: { code: 'captcha-required' },
    });
  });

  it('reads a refusal that comes with status 201 as a refusal', () => {
    expect(refused(undefined, 201)).toEqual({ ok: false, error: { code: 'rejected' } });
  });

  it.each([
    ['30', 30],
    ['Wed, 21 Oct 2026 07:28:30 GMT', 30],
    ['Wed, 21 Oct 2026 07:00:00 GMT', 0],
    ['soon', 900],
    ['-5', 900],
    ['999999999', 86_400],
  ])('waits as long as Retry-After says: %s', (value, retryAfterSeconds) => {
    const headers = { 'retry-after': value, date: 'Wed, 21 Oct 2026 07:28:00 GMT' };
    expect(refused('rate-limited', 429, headers)).toEqual({
      ok: false,
      error: { code: 'rate-limited', retryAfterSeconds },
    });
  });

  it.each([
    [failure('unreachable', false), { code: 'unreachable' }],
    [failure('certificate', false), { code: 'certificate' }],
    [failure('redirected', true), { code: 'redirected' }],
    [failure('timeout', false), { code: 'timeout', sent: false }],
    [failure('timeout', true), { code: 'timeout', sent: true }],
    [failure('broken', true), { code: 'answer-lost' }],
    [failure('broken', false), { code: 'unreachable' }],
    [failure('too-large', true), { code: 'answer-lost' }],
  ])('keeps apart what may have arrived and what did not: %o', (outcome, error) => {
    expect(read(outcome)).toEqual({ ok: false, error });
  });

  it('answers with a value or a code for any status and any bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.uint8Array({ maxLength: 200 }), (status, bytes) => {
        const result = read({ ok: true, value: { status, headers: {}, body: bytes } });
        expect(result.ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
