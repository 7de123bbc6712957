import { describe, expect, it } from 'vitest';
import { openedSchema } from '../../../src/core/api/wire.ts';
import { envelope, everythingOnDisk, START, startTestService, TOKEN } from './support.ts';

describe('opening a message', () => {
  it('hands out exactly what was stored and counts', async () => {
    const service = await startTestService();
    const content = envelope(4096);
    const { messageId } = await service.create({ encryptedContent: content, maxAccess: 3 });
    const answer = await service.open(messageId);
    expect(answer.status).toBe(200);
    expect(openedSchema.parse(answer.json).data).toEqual({
      encryptedContent: content,
      accessCount: 1,
      maxAccess: 3,
      expiresAt: null,
    });
    expect(openedSchema.parse((await service.open(messageId)).json).data.accessCount).toBe(2);
  });

  it('goes on for ever without a limit', async () => {
    const service = await startTestService();
    const { messageId } = await service.create();
    for (let count = 1; count <= 12; count += 1) {
      expect((await service.open(messageId)).json?.data).toMatchObject({
        accessCount: count,
        maxAccess: null,
      });
    }
  });

  it.each(['neverExisted00000', 'x', 'a.b', '%00', '%FF', 'a%2Fb', 'x'.repeat(129)])(
    'does not know %s',
    async (id) => {
      const service = await startTestService();
      const answer = await service.call('POST', `/api/messages/${id}/open`);
      expect(answer.status).toBe(404);
      expect(answer.json).toMatchObject({ success: false, code: 'not-found' });
    },
  );

  it('says of a used-up message that it is used up, and keeps nothing of it', async () => {
    const service = await startTestService();
    const content = envelope(20_000);
    const { messageId } = await service.create({
      encryptedContent: content,
      maxAccess: 1,
      name: 'name-to-wipe',
    });
    expect(everythingOnDisk(service.dataFile)).toContain(content.slice(100, 200));
    await service.open(messageId);
    const answer = await service.open(messageId);
    expect(answer.status).toBe(410);
    expect(answer.json).toMatchObject({ success: false, code: 'exhausted' });
    const disk = everythingOnDisk(service.dataFile);
    for (let at = 0; at + 40 < content.length; at += 997)
      expect(disk).not.toContain(content.slice(at, at + 40));
    expect(disk).not.toContain('name-to-wipe');
  });

  it('says of an expired message that it is expired, from that very moment', async () => {
    const service = await startTestService();
    const expiresAt = new Date(START + 60_000).toISOString();
    const { messageId } = await service.create({ expiresAt });
    // Without its timers: the moment counts, not the sweep.
    service.clock.now += 59_999;
    expect((await service.open(messageId)).status).toBe(200);
    service.clock.now += 1;
    const answer = await service.open(messageId);
    expect(answer.status).toBe(410);
    expect(answer.json).toMatchObject({ code: 'expired' });
  });

  it('says of a deleted message that it is deleted', async () => {
    const service = await startTestService();
    const { messageId, deleteToken } = await service.create();
    await service.call('DELETE', `/api/messages/${messageId}`, { body: { deleteToken } });
    const answer = await service.open(messageId);
    expect(answer.status).toBe(410);
    expect(answer.json).toMatchObject({ code: 'deleted' });
  });

  it('lets exactly one of many readers win a message that can be opened once', async () => {
    const service = await startTestService();
    for (let round = 0; round < 3; round += 1) {
      const { messageId } = await service.create({ maxAccess: 1 });
      const answers = await Promise.all(Array.from({ length: 25 }, () => service.open(messageId)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ json }) => json?.code === 'exhausted')).toHaveLength(24);
    }
  });

  it('lets exactly as many win as were allowed', async () => {
    const service = await startTestService();
    const { messageId } = await service.create({ maxAccess: 7 }, { token: TOKEN });
    const answers = await Promise.all(Array.from({ length: 30 }, () => service.open(messageId)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    const [row] = await service.status([{ messageId }], { token: TOKEN });
    expect(row).toMatchObject({ state: 'exhausted', accessCount: 7 });
  });
});

describe('expired content', () => {
  it('is wiped when its time comes, without anyone asking', async () => {
    const service = await startTestService();
    const content = envelope(3008);
    await service.create({ encryptedContent: content, expiresAt: new Date(START + 90_000).toISOString() });
    await service.clock.pass(89_000);
    expect(everythingOnDisk(service.dataFile)).toContain(content.slice(100, 200));
    await service.clock.pass(1_000);
    expect(everythingOnDisk(service.dataFile)).not.toContain(content.slice(100, 200));
  });

  it('is wiped at the next start when it expired while the service was off', async () => {
    const service = await startTestService();
    const content = envelope(3008);
    const { messageId } = await service.create(
      { encryptedContent: content, expiresAt: new Date(START + 1000).toISOString() },
      { token: TOKEN },
    );
    service.clock.now += 5000;
    await service.restart();
    // The first answer comes after the first sweep was begun.
    const [row] = await service.status([{ messageId }], { token: TOKEN });
    expect(row).toMatchObject({ state: 'expired' });
    expect(everythingOnDisk(service.dataFile)).not.toContain(content.slice(100, 200));
  });
});
