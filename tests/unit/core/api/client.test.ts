import { describe, expect, it } from 'vitest';
import { createClient } from '../../../../src/core/api/client.ts';
import type { ApiToken } from '../../../../src/core/api/token.ts';
import type { EnvelopeText } from '../../../../src/core/envelope/types.ts';
import { createUtf8 } from '../../../../src/core/envelope/utf8.ts';
import { answer, created, createScriptedHttp, failure } from '../../../fakes/http.ts';

const ENVELOPE = 'ab'.repeat(32) as EnvelopeText;
const POLICY = { expiresAt: '2030-01-01T00:00:00.000Z', maxAccess: 1 };

function clientWith(token: ApiToken | null) {
  const http = createScriptedHttp();
  return {
    http,
    client: createClient(
      http,
      { origin: 'https://service.test', token: () => Promise.resolve({ ok: true, value: token }) },
      createUtf8(TextEncoder, TextDecoder),
    ),
  };
}

describe('the service client', () => {
  it('creates with exactly the documented body and header', async () => {
    const { http, client } = clientWith('enigma_abcdefgh' as ApiToken);
    http.answerWith(created('a8Kx9pQ2'));
    const result = await client.create({
      envelope: ENVELOPE,
      name: 'Router',
      policy: POLICY,
      idempotencyKey: 'k1',
    });
    expect(result).toEqual({ ok: true, value: { messageId: 'a8Kx9pQ2', deleteToken: null } });
    const request = http.requests[0]!;
    expect(request).toMatchObject({ method: 'POST', url: 'https://service.test/api/messages' });
    expect(request.headers).toMatchObject({
      authorization: 'Bearer enigma_abcdefgh',
      'content-type': 'application/json',
      'idempotency-key': 'k1',
    });
    expect(JSON.parse(request.body!)).toEqual({ encryptedContent: ENVELOPE, name: 'Router', ...POLICY });
  });

  it('sends no authorization and no name where there is none', async () => {
    const { http, client } = clientWith(null);
    http.answerWith(created('a8Kx9pQ2', 'delete-me'));
    const result = await client.create({
      envelope: ENVELOPE,
      name: null,
      policy: POLICY,
      idempotencyKey: 'k1',
    });
    expect(result).toMatchObject({ ok: true, value: { deleteToken: 'delete-me' } });
    expect(http.requests[0]!.headers).not.toHaveProperty('authorization');
    expect(JSON.parse(http.requests[0]!.body!)).not.toHaveProperty('name');
  });

  it('calls an unreadable success a lost answer, because a link may exist', async () => {
    const { http, client } = clientWith(null);
    http.answerWith(answer(201, 'garbage'));
    const result = await client.create({
      envelope: ENVELOPE,
      name: null,
      policy: POLICY,
      idempotencyKey: 'k1',
    });
    expect(result).toEqual({ ok: false, error: { code: 'answer-lost' } });
  });

  it.each([
    ['a 404', answer(404, 'no such page')],
    ['a page', answer(200, '<html>')],
    ['other JSON', answer(200, { success: true, data: {} })],
  ])('takes %s for a service that announces nothing', async (_name, outcome) => {
    const { http, client } = clientWith(null);
    http.answerWith(outcome);
    expect(await client.capabilities()).toEqual({ ok: true, value: null });
  });

  it('does not take a service that cannot be reached for one that announces nothing', async () => {
    const { http, client } = clientWith(null);
    http.answerWith(failure('unreachable', false));
    expect(await client.capabilities()).toEqual({ ok: false, error: { code: 'unreachable' } });
  });

  it('sends nothing at all when the keychain does not hand over the token', async () => {
    const http = createScriptedHttp();
    const token = () => Promise.resolve({ ok: false, error: { code: 'keychain' } } as const);
    const client = createClient(
      http,
      { origin: 'https://service.test', token },
      createUtf8(TextEncoder, TextDecoder),
    );
    const result = await client.create({
      envelope: ENVELOPE,
      name: null,
      policy: POLICY,
      idempotencyKey: 'k1',
    });
    expect(result).toEqual({ ok: false, error: { code: 'keychain' } });
    expect(http.requests).toEqual([]);
  });

  it('deletes with the delete token in the body for anonymous secrets, and with no body otherwise', async () => {
    const { http, client } = clientWith(null);
    http.answerWith(answer(200, { success: true }));
    await client.remove({ messageId: 'abc', deleteToken: 'xyz' });
    await client.remove({ messageId: 'abc', deleteToken: null });
    expect(http.requests.map(({ method, url, body }) => ({ method, url, body }))).toEqual([
      { method: 'DELETE', url: 'https://service.test/api/messages/abc', body: '{"deleteToken":"xyz"}' },
      { method: 'DELETE', url: 'https://service.test/api/messages/abc', body: null },
    ]);
  });
});
