import { describe, expect, it } from 'vitest';
import { statusSchema } from '../../../src/core/api/wire.ts';
import { OTHER_TOKEN, START, startTestService, TOKEN } from './support.ts';

const iso = (moment: number): string => new Date(moment).toISOString();

describe('asking what became of messages', () => {
  it('tells an owner everything about each, in the order asked for', async () => {
    const service = await startTestService();
    const expiresAt = iso(START + 3_600_000);
    const first = await service.create({ maxAccess: 2, expiresAt }, { token: TOKEN });
    const second = await service.create({}, { token: TOKEN });
    await service.clock.pass(1000);
    await service.open(first.messageId);
    await service.clock.pass(1000);
    await service.open(first.messageId);
    const rows = await service.status([{ messageId: second.messageId }, { messageId: first.messageId }], {
      token: TOKEN,
    });
    expect(rows).toEqual([
      {
        messageId: second.messageId,
        state: 'active',
        accessCount: 0,
        maxAccess: null,
        createdAt: iso(START),
        expiresAt: null,
        firstAccessAt: null,
        lastAccessAt: null,
      },
      {
        messageId: first.messageId,
        state: 'exhausted',
        accessCount: 2,
        maxAccess: 2,
        createdAt: iso(START),
        expiresAt,
        firstAccessAt: iso(START + 1000),
        lastAccessAt: iso(START + 2000),
      },
    ]);
  });

  it('never counts as an access', async () => {
    const service = await startTestService();
    const { messageId, deleteToken } = await service.create({ maxAccess: 1 });
    for (let count = 0; count < 5; count += 1) await service.status([{ messageId, deleteToken }]);
    expect((await service.open(messageId)).status).toBe(200);
  });

  it('keeps telling after a message has ended', async () => {
    const service = await startTestService();
    const used = await service.create({ maxAccess: 1 });
    const expired = await service.create({ expiresAt: iso(START + 1000) });
    const deleted = await service.create();
    await service.open(used.messageId);
    await service.call('DELETE', `/api/messages/${deleted.messageId}`, { body: deleted });
    await service.clock.pass(2000);
    await service.restart();
    const rows = await service.status([used, expired, deleted]);
    expect(rows.map(({ state }) => state)).toEqual(['exhausted', 'expired', 'deleted']);
    expect(rows[0]).toMatchObject({ accessCount: 1, firstAccessAt: iso(START) });
  });

  it('tells a row that is not theirs nothing but that', async () => {
    const service = await startTestService();
    const mine = await service.create({}, { token: TOKEN });
    const anonymous = await service.create();
    const theirs = [
      { messageId: mine.messageId },
      { messageId: anonymous.messageId },
      { messageId: anonymous.messageId, deleteToken: 'wrong' },
      { messageId: mine.messageId, deleteToken: anonymous.deleteToken },
      { messageId: 'unknownMessage00' },
    ];
    for (const options of [{}, { token: OTHER_TOKEN }]) {
      expect(await service.status(theirs, options)).toEqual([
        { messageId: mine.messageId, state: 'forbidden' },
        { messageId: anonymous.messageId, state: 'forbidden' },
        { messageId: anonymous.messageId, state: 'forbidden' },
        { messageId: mine.messageId, state: 'forbidden' },
        { messageId: 'unknownMessage00', state: 'unknown' },
      ]);
    }
  });

  it('answers a mixture row by row', async () => {
    const service = await startTestService();
    const mine = await service.create({}, { token: TOKEN });
    const anonymous = await service.create();
    const answer = await service.call('POST', '/api/messages/status', {
      token: TOKEN,
      body: { messages: [mine, anonymous, { messageId: anonymous.messageId }] },
    });
    const rows = statusSchema.parse(answer.json).data.messages;
    expect(rows.map(({ state }) => state)).toEqual(['active', 'active', 'forbidden']);
  });

  it('takes up to 100 at once', async () => {
    const service = await startTestService();
    const row = { messageId: 'unknownMessage00' };
    expect(await service.status(Array.from({ length: 100 }, () => row))).toHaveLength(100);
    for (const messages of [[], Array.from({ length: 101 }, () => row), [{}], 'x', undefined]) {
      const answer = await service.call('POST', '/api/messages/status', { body: { messages } });
      expect(answer.status).toBe(400);
    }
  });

  it('refuses an unknown token rather than answering as to a stranger', async () => {
    const service = await startTestService();
    const { messageId } = await service.create();
    const answer = await service.call('POST', '/api/messages/status', {
      token: 'enigma_unknown000000',
      body: { messages: [{ messageId }] },
    });
    expect(answer.status).toBe(401);
  });
});
