import { describe, expect, it } from 'vitest';
import { createdSchema } from '../../../src/core/api/wire.ts';
import { envelope, START, startTestService, TOKEN } from './support.ts';

describe('creating a message', () => {
  it('answers as documented, with a delete token for anonymous messages only', async () => {
    const service = await startTestService();
    const body = { encryptedContent: envelope(), name: 'API Secret', expiresAt: null, maxAccess: 1 };
    const anonymous = await service.call('POST', '/api/messages', { body });
    const owned = await service.call('POST', '/api/messages', { body, token: TOKEN });
    expect(anonymous.status).toBe(201);
    expect(anonymous.json).toEqual({
      success: true,
      message: 'Message stored successfully',
      data: {
        messageId: expect.stringMatching(/^[A-Za-z0-9]{12,}$/) as string,
        deleteToken: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string,
      },
    });
    expect(owned.status).toBe(201);
    expect(createdSchema.parse(owned.json).data).not.toHaveProperty('deleteToken');
  });

  it('needs nothing but the encrypted content', async () => {
    const service = await startTestService();
    const answer = await service.call('POST', '/api/messages', { body: { encryptedContent: envelope() } });
    expect(answer.status).toBe(201);
  });

  it('gives every message an id of its own', async () => {
    const service = await startTestService();
    const ids = new Set<string>();
    for (let count = 0; count < 15; count += 1) ids.add((await service.create()).messageId);
    expect(ids.size).toBe(15);
  });

  it('accepts any offset in an expiry and hands the moment back in UTC', async () => {
    const service = await startTestService();
    const { messageId } = await service.create({ expiresAt: '2027-01-04T15:00:00+02:00' });
    expect((await service.open(messageId)).json?.data).toMatchObject({
      expiresAt: '2027-01-04T13:00:00.000Z',
    });
  });

  const refused: [string, unknown][] = [
    ['no content', { name: 'x' }],
    ['empty content', { encryptedContent: '' }],
    ['plaintext', { encryptedContent: 'my password is hunter2' }],
    ['too short', { encryptedContent: '0'.repeat(64) }],
    ['salt and iv that are not hex', { encryptedContent: 'g'.repeat(64) + envelope().slice(64) }],
    ['base64 of the URL alphabet', { encryptedContent: '0'.repeat(64) + '_'.repeat(64) }],
    ['base64 without padding', { encryptedContent: '0'.repeat(64) + 'A'.repeat(22) }],
    ['base64 whose last bits are not zero', { encryptedContent: '0'.repeat(64) + 'A'.repeat(21) + 'B==' }],
    ['less than a whole block', { encryptedContent: '0'.repeat(64) + 'AAAA' }],
    ['white space around it', { encryptedContent: ` ${envelope()}` }],
    ['content that is no text', { encryptedContent: 5 }],
    ['a name that is no text', { encryptedContent: envelope(), name: 5 }],
    ['a name too long', { encryptedContent: envelope(), name: 'n'.repeat(201) }],
    ['an expiry that is no date', { encryptedContent: envelope(), expiresAt: 'tomorrow' }],
    ['an expiry without a zone', { encryptedContent: envelope(), expiresAt: '2027-01-05T12:00:00' }],
    ['an expiry that is now', { encryptedContent: envelope(), expiresAt: new Date(START).toISOString() }],
    ['an expiry in the past', { encryptedContent: envelope(), expiresAt: '2026-01-01T00:00:00Z' }],
    ['an expiry beyond the limit', { encryptedContent: envelope(), expiresAt: '2999-01-01T00:00:00Z' }],
    ['no accesses', { encryptedContent: envelope(), maxAccess: 0 }],
    ['negative accesses', { encryptedContent: envelope(), maxAccess: -1 }],
    ['half an access', { encryptedContent: envelope(), maxAccess: 1.5 }],
    ['accesses as text', { encryptedContent: envelope(), maxAccess: '1' }],
    ['accesses beyond the limit', { encryptedContent: envelope(), maxAccess: 1_000_001 }],
    ['a list', []],
    ['null', null],
    ['a number', 7],
    ['text', '"text"'],
  ];
  it.each(refused)('refuses %s', async (_, body) => {
    const service = await startTestService();
    const answer = await service.call('POST', '/api/messages', { body });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ success: false, error: expect.any(String) as string, code: 'bad-request' });
    // A refusal repeats nothing of what was sent.
    expect(answer.text).not.toContain('hunter2');
  });

  it('refuses an empty body', async () => {
    const service = await startTestService();
    expect((await service.call('POST', '/api/messages')).status).toBe(400);
  });
});

describe('tokens', () => {
  it.each([
    ['unknown', 'Bearer enigma_unknown000000'],
    ['malformed', 'Bearer enigma_a b'],
    ['without its prefix', 'Bearer contract0token'],
    ['of another scheme', 'Basic ZW5pZ21hOmE='],
    ['empty', 'Bearer '],
  ])('refuses one that is %s', async (_, authorization) => {
    const service = await startTestService();
    const answer = await service.call('POST', '/api/messages', {
      body: { encryptedContent: envelope() },
      headers: { authorization },
    });
    expect(answer.status).toBe(401);
    expect(answer.json).toMatchObject({ success: false, code: 'unauthorized' });
  });

  it('takes everyone for anonymous where none are configured', async () => {
    const service = await startTestService({ ownerTokens: [] });
    const created = await service.create({}, { token: 'enigma_whatever0000' });
    expect(created.deleteToken).toBeDefined();
  });
});
