import { describe, expect, it } from 'vitest';
import { envelope, OTHER_TOKEN, START, startTestService, TOKEN, type TestService } from './support.ts';

const DAY = 24 * 60 * 60 * 1000;
const key = { 'idempotency-key': '4b8c1f7e-6f0a-4d5e-9d56-0c1d2e3f4a5b' };

const send = (service: TestService, body: object, options: object = {}) =>
  service.call('POST', '/api/messages', { body, headers: key, ...options });

describe('a create call under an idempotency key', () => {
  it('gets the first answer again, delete token included, and creates nothing', async () => {
    const service = await startTestService();
    const body = { encryptedContent: envelope(), maxAccess: 1, name: 'once' };
    const first = await send(service, body);
    const again = await send(service, body);
    expect(first.status).toBe(201);
    expect(again.status).toBe(201);
    expect(again.json).toEqual(first.json);
    const { messageId, deleteToken } = first.json?.data as { messageId: string; deleteToken: string };
    const deleted = await service.call('DELETE', `/api/messages/${messageId}`, { body: { deleteToken } });
    expect(deleted.status).toBe(200);
  });

  it('gets it after a restart, after the message has ended, and up to a day later', async () => {
    const service = await startTestService();
    const body = {
      encryptedContent: envelope(),
      maxAccess: 1,
      expiresAt: new Date(START + 1000).toISOString(),
    };
    const first = await send(service, body);
    await service.restart();
    await service.clock.pass(DAY - 1);
    expect((await send(service, body)).json).toEqual(first.json);
  });

  it('is a new call after a day', async () => {
    const service = await startTestService();
    const body = { encryptedContent: envelope() };
    const first = await send(service, body);
    await service.clock.pass(DAY);
    const later = await send(service, body);
    expect(later.status).toBe(201);
    expect(later.json).not.toEqual(first.json);
  });

  it('is the same whatever the order of its fields', async () => {
    const service = await startTestService();
    const encryptedContent = envelope();
    const first = await send(service, { encryptedContent, name: 'a', maxAccess: null });
    const again = await send(service, { name: 'a', encryptedContent });
    expect(again.json).toEqual(first.json);
  });

  it.each([
    ['content', { encryptedContent: envelope() }],
    ['name', { name: 'other' }],
    ['limit', { maxAccess: 2 }],
    ['expiry', { expiresAt: new Date(START + 5000).toISOString() }],
  ])('is refused with another %s', async (_, change) => {
    const service = await startTestService();
    const body = { encryptedContent: envelope(), name: 'a', maxAccess: 1 };
    await send(service, body);
    const answer = await send(service, { ...body, ...change });
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({ success: false, code: 'idempotency-mismatch' });
  });

  it('means each caller by their own: the same key of another owner is another key', async () => {
    const service = await startTestService();
    const body = { encryptedContent: envelope() };
    const answers = [
      await send(service, body),
      await send(service, body, { token: TOKEN }),
      await send(service, body, { token: OTHER_TOKEN }),
    ];
    const ids = answers.map(({ json }) => (json?.data as { messageId: string }).messageId);
    expect(new Set(ids).size).toBe(3);
    expect(answers[1]?.json?.data).not.toHaveProperty('deleteToken');
  });

  it('creates one message when sent many times at once', async () => {
    const service = await startTestService();
    const body = { encryptedContent: envelope() };
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(service, body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it.each(['short', 'x'.repeat(201), 'with space in it'])('is refused for a key like %s', async (bad) => {
    const service = await startTestService();
    const answer = await service.call('POST', '/api/messages', {
      body: { encryptedContent: envelope() },
      headers: { 'idempotency-key': bad },
    });
    expect(answer.status).toBe(400);
  });

  it('can be used again when the first call was refused', async () => {
    const service = await startTestService();
    expect((await send(service, { encryptedContent: 'no envelope' })).status).toBe(400);
    expect((await send(service, { encryptedContent: envelope() })).status).toBe(201);
  });
});
