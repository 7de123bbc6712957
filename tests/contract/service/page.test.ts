import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { PAGE_HTML, startTestService, TOKEN, type TestService } from './support.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

/** As it comes over the wire: fetch would unpack it. */
function rawGet(service: TestService, path: string, headers: Record<string, string>) {
  return new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
    request(service.origin + path, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('the recipient’s page', () => {
  it('is the same for every link, known or not, and looking at it costs nothing', async () => {
    const service = await startTestService();
    const { messageId } = await service.create({ maxAccess: 1 }, { token: TOKEN });
    for (const path of [`/s/${messageId}`, '/s/unknownMessage00', '/s/x', '/s/%00']) {
      for (const method of ['GET', 'HEAD', 'GET']) {
        const answer = await service.call(method, path);
        expect(answer.status).toBe(200);
        expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
        expect(answer.text).toBe(method === 'HEAD' ? '' : PAGE_HTML);
      }
    }
    const [row] = await service.status([{ messageId }], { token: TOKEN });
    expect(row).toMatchObject({ state: 'active', accessCount: 0, firstAccessAt: null });
    expect((await service.open(messageId)).status).toBe(200);
  });

  it('runs under a policy that allows exactly what stands in it', async () => {
    const service = await startTestService();
    const policy = (await service.call('GET', '/s/x')).headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${sha256('"x"')}'`,
      `style-src 'sha256-${sha256('p{color:red}')}'`,
      'img-src data:',
      "connect-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  it('comes packed to those who can unpack it', async () => {
    const service = await startTestService();
    const packed = await rawGet(service, '/s/x', { 'accept-encoding': 'br, gzip' });
    expect(packed.encoding).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toBe(PAGE_HTML);
    for (const accepted of ['', 'identity', 'gzip;q=0']) {
      const plain = await rawGet(service, '/s/x', { 'accept-encoding': accepted });
      expect(plain.encoding).toBeUndefined();
      expect(plain.body.toString()).toBe(PAGE_HTML);
    }
  });

  it('also meets those who lost their way', async () => {
    const service = await startTestService();
    expect((await service.call('GET', '/')).status).toBe(200);
    for (const path of ['/s', '/s/', '/s/a/b', '/elsewhere', '/favicon.ico']) {
      const answer = await service.call('GET', path);
      expect(answer.status).toBe(404);
      expect(answer.text).toBe(PAGE_HTML);
    }
  });

  it('never counts for those who come by another method', async () => {
    const service = await startTestService();
    const { messageId } = await service.create({ maxAccess: 1 });
    for (const method of ['POST', 'OPTIONS', 'PUT']) await service.call(method, `/s/${messageId}`);
    expect((await service.open(messageId)).status).toBe(200);
  });
});
