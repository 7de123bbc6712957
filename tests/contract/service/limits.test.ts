import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/service/limits.ts';
import { envelope, OTHER_TOKEN, START, startTestService, TOKEN, type TestService } from './support.ts';

const MINUTE = 60_000;
const create = (service: TestService, token?: string) =>
  service.call('POST', '/api/messages', {
    body: { encryptedContent: envelope() },
    ...(token === undefined ? {} : { token }),
  });

describe('the limits on requests', () => {
  it('are the documented ones: 20 anonymous and 100 with a token in 15 minutes', () => {
    expect(DEFAULT_LIMITS.budgets.create).toEqual({ anonymous: 20, token: 100 });
    expect(DEFAULT_LIMITS.windowMs).toBe(15 * MINUTE);
  });

  it('announce what is left, refuse what is too much and say when to come back', async () => {
    const service = await startTestService();
    const reset = String((START + 15 * MINUTE) / 1000);
    for (let count = 1; count <= 20; count += 1) {
      const answer = await create(service);
      expect(answer.status).toBe(201);
      expect(answer.headers.get('x-ratelimit-limit')).toBe('20');
      expect(answer.headers.get('x-ratelimit-remaining')).toBe(String(20 - count));
      expect(answer.headers.get('x-ratelimit-reset')).toBe(reset);
      expect(answer.headers.get('retry-after')).toBeNull();
    }
    service.clock.now += 5 * MINUTE;
    const refused = await create(service);
    expect(refused.status).toBe(429);
    expect(refused.json).toMatchObject({ success: false, code: 'rate-limited' });
    expect(refused.headers.get('retry-after')).toBe(String(10 * 60));
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
  });

  it('slide: each request makes room for one when it leaves the window', async () => {
    const service = await startTestService();
    for (let count = 0; count < 20; count += 1) {
      await create(service);
      service.clock.now += 30_000;
    }
    // Ten minutes have passed; the first leaves after fifteen.
    service.clock.now = START + 15 * MINUTE - 1;
    expect((await create(service)).status).toBe(429);
    service.clock.now += 1;
    expect((await create(service)).status).toBe(201);
    expect((await create(service)).status).toBe(429);
    service.clock.now += 30_000;
    expect((await create(service)).status).toBe(201);
  });

  it('count each token by itself and apart from the address', async () => {
    const budgets = { ...DEFAULT_LIMITS.budgets, create: { anonymous: 1, token: 2 } };
    const service = await startTestService({ limits: { budgets } });
    const statuses = [];
    for (const token of [undefined, undefined, TOKEN, TOKEN, TOKEN, OTHER_TOKEN]) {
      statuses.push((await create(service, token)).status);
    }
    expect(statuses).toEqual([201, 429, 201, 201, 429, 201]);
  });

  it('count tries with unknown tokens by address, and end them', async () => {
    const budgets = { ...DEFAULT_LIMITS.budgets, create: { anonymous: 2, token: 10 } };
    const service = await startTestService({ limits: { budgets } });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) {
      statuses.push((await create(service, `enigma_guess00000${count}`)).status);
    }
    expect(statuses).toEqual([401, 401, 429]);
  });

  it('do not let asking after messages use up what creating needs', async () => {
    const budgets = { ...DEFAULT_LIMITS.budgets, manage: { anonymous: 1, token: 1 } };
    const service = await startTestService({ limits: { budgets } });
    await service.status([{ messageId: 'unknownMessage00' }]);
    const refused = await service.call('POST', '/api/messages/status', { body: {} });
    expect(refused.status).toBe(429);
    expect((await create(service)).status).toBe(201);
  });

  it('count no access for an opening they refuse', async () => {
    const budgets = { ...DEFAULT_LIMITS.budgets, open: { anonymous: 1, token: 1 } };
    const service = await startTestService({ limits: { budgets } });
    const message = await service.create();
    await service.open(message.messageId);
    expect((await service.open(message.messageId)).status).toBe(429);
    const [row] = await service.status([message]);
    expect(row).toMatchObject({ accessCount: 1 });
  });

  it('know callers behind a trusted proxy by what that proxy says, and nobody else by what they claim', async () => {
    const budgets = { ...DEFAULT_LIMITS.budgets, create: { anonymous: 1, token: 1 } };
    const from = (address: string) => ({
      body: { encryptedContent: envelope() },
      headers: { 'x-forwarded-for': address },
    });
    const behind = await startTestService({ limits: { budgets }, trustProxy: true });
    // The last entry is the proxy's own; those before it came from the caller.
    const addresses = ['192.0.2.1', '192.0.2.2', '192.0.2.9, 192.0.2.1', '2001:db8::1', '2001:db8::2'];
    const statuses = [];
    for (const address of addresses) {
      statuses.push((await behind.call('POST', '/api/messages', from(address))).status);
    }
    expect(statuses).toEqual([201, 201, 429, 201, 429]);
    const alone = await startTestService({ limits: { budgets } });
    expect((await alone.call('POST', '/api/messages', from('192.0.2.1'))).status).toBe(201);
    expect((await alone.call('POST', '/api/messages', from('192.0.2.2'))).status).toBe(429);
  });
});

describe('the limits on size and time', () => {
  it('are announced', async () => {
    const service = await startTestService();
    const answer = await service.call('GET', '/api/capabilities');
    expect(answer.json?.data).toMatchObject({
      limits: { maxContentBytes: 32 * 1024 * 1024, maxAccess: 1_000_000 },
    });
  });

  it('let through exactly what is announced, even when every slash is escaped', async () => {
    const content = '0'.repeat(64) + '/'.repeat(32 * 1024 * 4);
    const service = await startTestService({ limits: { maxContentBytes: content.length } });
    const escaped = JSON.stringify({ encryptedContent: content.slice(0, 64) + '/'.repeat(1024) });
    const answers = [
      await service.call('POST', '/api/messages', { body: { encryptedContent: content } }),
      await service.call('POST', '/api/messages', { body: escaped.replaceAll('/', '\\/') }),
      await service.call('POST', '/api/messages', {
        body: { encryptedContent: `${content}${'A'.repeat(64)}` },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 413]);
    expect(answers[2]?.json).toMatchObject({ success: false, code: 'too-large' });
  });

  it('are small for calls that bring no content, and no smaller than those need', async () => {
    const service = await startTestService();
    const { messageId } = await service.create();
    const row = { messageId: 'm'.repeat(128), deleteToken: 't'.repeat(512) };
    const full = { messages: [{ messageId }, ...Array.from({ length: 99 }, () => row)] };
    expect((await service.call('POST', '/api/messages/status', { body: full })).status).toBe(200);
    const large = { padding: 'x'.repeat(300 * 1024) };
    const calls = [
      ['POST', '/api/messages/status'],
      ['POST', `/api/messages/${messageId}/open`],
      ['DELETE', `/api/messages/${messageId}`],
    ] as const;
    for (const [method, path] of calls)
      expect((await service.call(method, path, { body: large })).status, path).toBe(413);
    expect((await service.open(messageId)).status).toBe(200);
  });

  it('refuse a body far beyond them, announced or not, with an answer that arrives', async () => {
    const service = await startTestService({ limits: { maxContentBytes: 1024 } });
    const big = '0'.repeat(4 * 1024 * 1024);
    const announced = await service.call('POST', '/api/messages', { body: big });
    expect(announced.status).toBe(413);
    const chunks = new ReadableStream({
      start(controller) {
        for (let count = 0; count < 64; count += 1)
          controller.enqueue(new TextEncoder().encode('0'.repeat(65_536)));
        controller.close();
      },
    });
    const response = await fetch(`${service.origin}/api/messages`, {
      method: 'POST',
      body: chunks,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'too-large' });
  });

  it('take and give back the largest message whole', async () => {
    const service = await startTestService();
    const content = envelope(16 * 1024 * 1024);
    const { messageId } = await service.create({ encryptedContent: content, maxAccess: 1 });
    const answer = await service.open(messageId);
    expect((answer.json?.data as { encryptedContent: string }).encryptedContent === content).toBe(true);
  });

  it('give up on a body that stands still', async () => {
    const service = await startTestService();
    const { hostname, port } = new URL(service.origin);
    const socket = connect(Number(port), hostname);
    const answer = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
        resolve(text);
      });
    });
    socket.write('POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500\r\n\r\n{"encrypted');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await service.clock.pass(DEFAULT_LIMITS.bodyIdleMs);
    expect(await answer).toMatch(/^HTTP\/1\.1 408 [^]*"code":"timeout"/);
    socket.destroy();
  });
});
