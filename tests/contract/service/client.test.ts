import { describe, expect, it } from 'vitest';
import { createClient } from '../../../src/core/api/client.ts';
import type { Http } from '../../../src/core/api/http.ts';
import type { ApiToken } from '../../../src/core/api/token.ts';
import { createWebCryptoEngine } from '../../../src/core/envelope/engines/webcrypto.ts';
import { createUtf8, open, seal } from '../../../src/core/envelope/index.ts';
import { ok } from '../../../src/core/result.ts';
import { START, startTestService, TOKEN } from './support.ts';

const utf8 = createUtf8(TextEncoder, TextDecoder);

/** The network as Node has it. */
const http: Http = {
  async send({ method, url, headers, body }) {
    const response = await fetch(url, { method, headers, body });
    return {
      ok: true,
      value: {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: new Uint8Array(await response.arrayBuffer()),
      },
    };
  },
};

describe('the program’s client and the built-in service', () => {
  it.each([
    ['a token', TOKEN as ApiToken],
    ['no token', null],
  ])('understand each other through a message’s whole life with %s', async (_, token) => {
    const service = await startTestService();
    const client = createClient(
      http,
      { origin: service.origin, token: () => Promise.resolve(ok(token)) },
      utf8,
    );
    const tools = {
      engine: createWebCryptoEngine(crypto.subtle),
      utf8,
      random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    };
    const input = { content: 'a secret ✉', password: 'pass', hash: 'SHA-256' as const };
    const sealed = await seal({ ...input, created: new Date(START).toISOString() }, tools);
    if (!sealed.ok) throw new Error(sealed.error.code);

    expect(await client.capabilities()).toMatchObject({
      value: { features: expect.arrayContaining(['status']) as string[] },
    });
    const created = await client.create({
      envelope: sealed.value,
      name: 'n',
      policy: { expiresAt: new Date(START + 60_000).toISOString(), maxAccess: 2 },
      idempotencyKey: 'a-key-of-some-length',
    });
    if (!created.ok) throw new Error(created.error.code);
    const reference = { messageId: created.value.messageId, deleteToken: created.value.deleteToken };
    const opened = await client.open(reference.messageId);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await open(opened.value.envelope, 'pass', tools)).toMatchObject({
      value: { content: 'a secret ✉' },
    });
    expect(await client.status([reference])).toMatchObject({ value: [{ state: 'active', accessCount: 1 }] });
    expect(await client.remove(reference)).toEqual({ ok: true, value: null });
    expect(await client.open(reference.messageId)).toEqual({
      ok: false,
      error: { code: 'gone', why: 'deleted' },
    });
  });
});
