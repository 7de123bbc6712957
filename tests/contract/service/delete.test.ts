import { describe, expect, it } from 'vitest';
import { envelope, everythingOnDisk, OTHER_TOKEN, START, startTestService, TOKEN } from './support.ts';

describe('deleting a message', () => {
  it('obeys its owner and keeps nothing of the content', async () => {
    const service = await startTestService();
    const content = envelope(20_000);
    const { messageId } = await service.create({ encryptedContent: content }, { token: TOKEN });
    const answer = await service.call('DELETE', `/api/messages/${messageId}`, { token: TOKEN });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ success: true });
    const disk = everythingOnDisk(service.dataFile);
    for (let at = 0; at + 40 < content.length; at += 997)
      expect(disk).not.toContain(content.slice(at, at + 40));
  });

  it('obeys whoever holds the delete token', async () => {
    const service = await startTestService();
    const { messageId, deleteToken } = await service.create();
    const answer = await service.call('DELETE', `/api/messages/${messageId}`, { body: { deleteToken } });
    expect(answer.status).toBe(200);
    expect((await service.open(messageId)).json).toMatchObject({ code: 'deleted' });
  });

  it('does not mind being asked again', async () => {
    const service = await startTestService();
    const { messageId, deleteToken } = await service.create();
    for (let count = 0; count < 3; count += 1) {
      const answer = await service.call('DELETE', `/api/messages/${messageId}`, { body: { deleteToken } });
      expect(answer.status).toBe(200);
    }
  });

  it('succeeds on a message that had ended by itself, and leaves the reason it ended for', async () => {
    const service = await startTestService();
    const used = await service.create({ maxAccess: 1 });
    const expired = await service.create({ expiresAt: new Date(START + 1000).toISOString() });
    await service.open(used.messageId);
    service.clock.now += 2000;
    for (const message of [used, expired]) {
      const answer = await service.call('DELETE', `/api/messages/${message.messageId}`, { body: message });
      expect(answer.status).toBe(200);
    }
    const rows = await service.status([used, expired]);
    expect(rows.map(({ state }) => state)).toEqual(['exhausted', 'expired']);
  });

  it('refuses everyone else', async () => {
    const service = await startTestService();
    const owned = await service.create({}, { token: TOKEN });
    const anonymous = await service.create();
    const tries = [
      service.call('DELETE', `/api/messages/${owned.messageId}`),
      service.call('DELETE', `/api/messages/${owned.messageId}`, { token: OTHER_TOKEN }),
      service.call('DELETE', `/api/messages/${owned.messageId}`, {
        body: { deleteToken: anonymous.deleteToken },
      }),
      service.call('DELETE', `/api/messages/${anonymous.messageId}`),
      service.call('DELETE', `/api/messages/${anonymous.messageId}`, { token: TOKEN }),
      service.call('DELETE', `/api/messages/${anonymous.messageId}`, { body: { deleteToken: 'wrong' } }),
    ];
    for (const answer of await Promise.all(tries)) {
      expect(answer.status).toBe(403);
      expect(answer.json).toMatchObject({ success: false, code: 'forbidden' });
    }
    expect((await service.open(owned.messageId)).status).toBe(200);
    expect((await service.open(anonymous.messageId)).status).toBe(200);
  });

  it('does not know a message that never was', async () => {
    const service = await startTestService();
    const answer = await service.call('DELETE', '/api/messages/unknownMessage00', { token: TOKEN });
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ code: 'not-found' });
  });

  it.each([{ deleteToken: 5 }, { deleteToken: '' }, []])('refuses %j as a body', async (body) => {
    const service = await startTestService();
    const { messageId } = await service.create();
    expect((await service.call('DELETE', `/api/messages/${messageId}`, { body })).status).toBe(400);
  });
});

describe('tokens at rest', () => {
  it('are kept as hashes only', async () => {
    const service = await startTestService();
    const { deleteToken } = await service.create();
    const repeatable = await service.create({}, { headers: { 'idempotency-key': 'key-kept-by-the-caller' } });
    await service.create({}, { token: TOKEN });
    const disk = everythingOnDisk(service.dataFile);
    for (const secret of [deleteToken, repeatable.deleteToken, TOKEN, 'key-kept-by-the-caller']) {
      expect(secret).toBeTruthy();
      expect(disk).not.toContain(secret);
    }
  });
});
