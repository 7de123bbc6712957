import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { capabilitiesSchema } from '../../../src/core/api/wire.ts';
import { envelope, startTestService, type TestService } from './support.ts';

/** fetch does not let a test lie about these headers; this does. */
function rawPost(service: TestService, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(service.origin + path, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('every answer', () => {
  it('carries the service’s own date, forbids storing and gives nothing away', async () => {
    const service = await startTestService();
    service.clock.now += 12_345;
    const calls = [
      service.call('GET', '/api/capabilities'),
      service.call('POST', '/api/messages', { body: { encryptedContent: envelope() } }),
      service.call('POST', '/api/messages', { body: {} }),
      service.call('POST', '/api/messages/unknownMessage00/open'),
      service.call('GET', '/s/unknownMessage00'),
      service.call('GET', '/nowhere'),
    ];
    for (const { headers } of await Promise.all(calls)) {
      expect(headers.get('date')).toBe('Mon, 04 Jan 2027 12:00:12 GMT');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('set-cookie')).toBeNull();
    }
  });
});

describe('capabilities', () => {
  it('announce what the service speaks', async () => {
    const service = await startTestService();
    const answer = await service.call('GET', '/api/capabilities');
    expect(answer.status).toBe(200);
    const { features, kdf } = capabilitiesSchema.parse(answer.json).data;
    expect(features).toEqual(['open', 'status', 'delete', 'idempotency']);
    expect(kdf).toEqual({ hash: 'SHA-256', iterations: 100_000 });
  });
});

describe('what is not understood', () => {
  it.each([
    ['JSON cut short', '{"encryptedContent":'],
    ['no JSON', 'encryptedContent=x'],
    ['a byte order mark', '\uFEFF{}'],
    ['nothing but brackets', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['UTF-8 that is none', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ])('is refused: %s', async (_, body) => {
    const service = await startTestService();
    for (const path of ['/api/messages', '/api/messages/status']) {
      const answer = await service.call('POST', path, { body });
      expect(answer.status).toBe(400);
      expect(answer.json).toMatchObject({ success: false, code: 'bad-request' });
    }
  });

  it.each([
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/api/messages'],
    ['GET', '/api/messages/unknownMessage00'],
    ['PUT', '/api/messages/unknownMessage00'],
    ['GET', '/api/messages/unknownMessage00/open'],
    ['POST', '/api/elsewhere'],
    ['OPTIONS', '/api/messages'],
  ])('is answered in JSON under /api: %s %s', async (method, path) => {
    const service = await startTestService();
    const answer = await service.call(method, path);
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ success: false, code: 'not-found' });
  });
});

describe('calls that a browser makes for another site', () => {
  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: 'https://sub.evil.example', 'sec-fetch-site': 'same-site' }, 403],
    [{ host: 'rebound.example' }, 403],
    [{ host: 'rebound.example', origin: 'http://rebound.example' }, 403],
    [{}, 404],
    [{ host: 'localhost:80', origin: 'http://localhost:80' }, 404],
    [{ origin: 'http://elsewhere.example', 'sec-fetch-site': 'same-origin' }, 404],
  ] as const)('%j get %i', async (headers, status) => {
    const service = await startTestService();
    expect(await rawPost(service, '/api/messages/unknownMessage00/open', { ...headers })).toBe(status);
  });

  it('accept the names a trusted proxy is called by', async () => {
    const service = await startTestService({ trustProxy: true });
    const open = '/api/messages/unknownMessage00/open';
    expect(await rawPost(service, open, { host: 'secrets.example', origin: 'https://secrets.example' })).toBe(
      404,
    );
    expect(await rawPost(service, open, { host: 'secrets.example', origin: 'https://evil.example' })).toBe(
      403,
    );
  });

  it('accept any name for a service that listens to everyone, but only from its own pages', async () => {
    const service = await startTestService({ host: '0.0.0.0' });
    const open = '/api/messages/unknownMessage00/open';
    expect(await rawPost(service, open, { host: 'box.lan', origin: 'http://box.lan' })).toBe(404);
    expect(await rawPost(service, open, { host: 'box.lan', origin: 'http://evil.example' })).toBe(403);
  });
});
