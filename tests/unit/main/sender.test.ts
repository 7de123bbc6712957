import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import type { LedgerVault } from '../../../src/main/ledger/vault.ts';
import { createReviewer } from '../../../src/main/shares/reviewer.ts';
import { createSender, type Sender } from '../../../src/main/shares/sender.ts';
import { createTestDirectory, type TestDirectory } from '../../fakes/directory.ts';
import { everything, openTestVault } from '../../fakes/ledger-file.ts';
import { answer, created, createScriptedHttp, failure, type ScriptedHttp } from '../../fakes/http.ts';

const ENVELOPE = randomBytes(32).toString('hex') + randomBytes(48).toString('base64');
const ORIGIN = 'http://127.0.0.1:24000';
const policy = { expiresAt: '2026-06-08T12:00:00.000Z', maxAccess: 1 };
const capabilities = (...features: string[]) =>
  answer(200, {
    success: true,
    data: {
      service: 'test',
      version: '1',
      features,
      limits: { maxContentBytes: 1000, maxAccess: 10, maxLifetimeSeconds: 10 },
      kdf: { hash: 'SHA-256', iterations: 100_000 },
    },
  });

let folder: string;
let vault: LedgerVault;
let ledger: Ledger;
let http: ScriptedHttp;
let sender: Sender;
let now: number;
let directory: TestDirectory;

function assemble() {
  directory = createTestDirectory(http, ORIGIN);
  directory.clock = () => now;
  const log = { write: () => undefined, read: () => '' };
  const parts = { ledger, services: directory, clock: () => now, log };
  sender = createSender(parts);
  return createReviewer(parts);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sender-'));
  now = Date.parse('2026-06-01T12:00:00.000Z');
  http = createScriptedHttp();
  vault = await openTestVault(join(folder, 'ledger.db'), () => now);
  ({ ledger } = vault);
  assemble();
});
afterEach(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

const send = () => sender.send({ accountId: 'builtin', envelope: ENVELOPE, name: 'Router', policy });

describe('sending', () => {
  it('gives a link and clears the outbox when the service acknowledges', async () => {
    http.answerWith(created('a8Kx9pQ2'));
    const output = await send();
    expect(output).toMatchObject({
      outcome: 'sent',
      share: { link: `${ORIGIN}/s/a8Kx9pQ2`, state: 'not-reported' },
    });
    expect(ledger.outbox('waiting')).toEqual([]);
  });

  it.each([
    ['offline', failure('unreachable', false), 'waiting'],
    ['a time-out before anything left', failure('timeout', false), 'waiting'],
    ['a time-out after it may have arrived', failure('timeout', true), 'uncertain'],
    ['a connection that broke', failure('broken', true), 'uncertain'],
    ['429', answer(429, { success: false }), 'waiting'],
    ['500', answer(500, { success: false }), 'waiting'],
    ['503', answer(503, 'later'), 'waiting'],
    ['a breakdown nobody tells of', answer(500, 'oops'), 'uncertain'],
    ['a proxy that gave up waiting', answer(504, '<html>'), 'uncertain'],
    ['an unreadable success', answer(201, '{"success":tr'), 'uncertain'],
  ] as const)('keeps the envelope after %s', async (_name, outcome, delivery) => {
    http.answerWith(outcome);
    const output = await send();
    expect(output).toMatchObject({ outcome: delivery, share: { state: delivery, link: null } });
    expect(ledger.outbox(delivery)).toMatchObject([{ envelope: ENVELOPE }]);
  });

  it.each([
    ['rejects it', answer(400, { success: false, error: 'No' }), 'rejected'],
    ['does not know the token', answer(401, { success: false, error: 'No' }), 'unauthorized'],
    ['finds it too large', answer(413, { success: false, error: 'No' }), 'too-large'],
    ['wants a captcha', answer(403, { success: false, error: 'captcha required' }), 'captcha-required'],
    ['is a captive portal', answer(200, '<html>Sign in</html>'), 'not-the-service'],
    ['redirects elsewhere', failure('redirected', true), 'redirected'],
    ['has a bad certificate', failure('certificate', false), 'certificate'],
  ] as const)('keeps nothing when the service %s for good', async (_name, outcome, code) => {
    http.answerWith(outcome);
    expect(await send()).toMatchObject({ outcome: 'refused', reason: { code } });
    expect(everything(ledger)).toEqual([]);
  });

  it('neither stores nor sends what is no envelope', async () => {
    const output = await sender.send({
      accountId: 'builtin',
      envelope: 'the secret itself',
      name: null,
      policy,
    });
    expect(output).toEqual({ outcome: 'invalid', why: 'not-an-envelope' });
    expect(everything(ledger)).toEqual([]);
    expect(http.requests).toEqual([]);
  });

  it('neither stores nor sends what has expired already', async () => {
    now = Date.parse(policy.expiresAt);
    expect(await send()).toEqual({ outcome: 'invalid', why: 'expiry-passed' });
    expect(http.requests).toEqual([]);
  });

  it('has the envelope on disk before the request leaves', async () => {
    const stored: number[] = [];
    http.onRequest = () => stored.push(ledger.outbox('waiting').length);
    http.answerWith(created('a8Kx9pQ2'));
    await send();
    expect(stored).toEqual([1]);
  });

  it('does not send to an account that is not there', async () => {
    directory.isThere = false;
    expect(await send()).toEqual({ outcome: 'invalid', why: 'no-account' });
    expect(everything(ledger)).toEqual([]);
  });

  it('waits for the rate budget instead of being refused, and says how long', async () => {
    directory.delay = 90_000;
    expect(await send()).toMatchObject({
      outcome: 'waiting',
      reason: { code: 'rate-limited', retryAfterSeconds: 90 },
    });
    expect(http.requests).toEqual([]);
    expect(await sender.flush()).toBe(90_000);
    directory.delay = null;
    http.answerWith(created('a8Kx9pQ2'));
    expect(await sender.flush()).toBeNull();
    expect(everything(ledger)).toMatchObject([{ messageId: 'a8Kx9pQ2' }]);
  });

  it('keeps the envelope when a later attempt is refused: there is no other copy', async () => {
    await send();
    http.answerWith(answer(401, { success: false, error: 'No' }));
    expect(await sender.flush()).toBeNull();
    expect(ledger.outbox('waiting')).toMatchObject([
      { envelope: ENVELOPE, record: { reason: { code: 'unauthorized' } } },
    ]);
  });

  it('keeps what was sealed for an account that is gone, and wakes nobody for it', async () => {
    await send();
    directory.isThere = false;
    expect(await sender.flush()).toBeNull();
    expect(ledger.outbox('waiting')).toHaveLength(1);
  });

  it('sends what is overdue with another expiry, as another request', async () => {
    await send();
    const [before] = everything(ledger);
    now = Date.parse(policy.expiresAt);
    expect(await sender.retry(before!.id)).toEqual({ outcome: 'invalid', why: 'expiry-passed' });
    http.answerWith(created('a8Kx9pQ2'));
    const later = '2026-07-01T00:00:00.000Z';
    expect(await sender.retry(before!.id, later)).toMatchObject({
      outcome: 'sent',
      share: { expiresAt: later },
    });
    const keys = http.requests.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
  });

  describe('cancelling', () => {
    it('takes one that waits out of the outbox', async () => {
      await send();
      const [waiting] = everything(ledger);
      expect(await sender.cancel(waiting!.id)).toBe('cancelled');
      expect(everything(ledger)).toEqual([]);
    });

    it('stops one that is under way before it left', async () => {
      http.holdUntilStopped(failure('stopped', false));
      const sending = send();
      await http.nextRequest();
      expect(await sender.cancel(everything(ledger)[0]!.id)).toBe('cancelled');
      expect(await sending).toMatchObject({ outcome: 'refused', reason: { code: 'cancelled' } });
      expect(everything(ledger)).toEqual([]);
    });

    it('keeps one that may have arrived', async () => {
      http.holdUntilStopped(failure('stopped', true));
      const sending = send();
      await http.nextRequest();
      expect(await sender.cancel(everything(ledger)[0]!.id)).toBe('may-have-arrived');
      expect(await sending).toMatchObject({ outcome: 'uncertain' });
      expect(ledger.outbox('uncertain')).toHaveLength(1);
    });

    it('does not take back what has been acknowledged', async () => {
      http.answerWith(created('a8Kx9pQ2'));
      await send();
      expect(await sender.cancel(everything(ledger)[0]!.id)).toBe('sent-already');
      expect(everything(ledger)).toHaveLength(1);
    });
  });

  it('sends everything that waits when the service is back, with the key of the first attempt', async () => {
    await send();
    const firstKey = http.requests[0]?.headers['idempotency-key'];
    http.answerWith(created('a8Kx9pQ2'));
    expect(await sender.flush()).toBeNull();
    expect(http.requests[1]?.headers['idempotency-key']).toBe(firstKey);
    expect(everything(ledger)).toMatchObject([{ messageId: 'a8Kx9pQ2', delivery: 'delivered' }]);
  });

  it('does not send again by itself what is uncertain, where a duplicate is possible', async () => {
    http.answerWith(failure('broken', true));
    await send();
    http.answerWith(answer(404, 'no capabilities'));
    await sender.flush();
    expect(http.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(ledger.outbox('uncertain')).toHaveLength(1);
  });

  it('sends again by itself what is uncertain, where the service makes that safe', async () => {
    http.answerWith(failure('broken', true));
    await send();
    http.answerWith(capabilities('idempotency'), created('a8Kx9pQ2'));
    await sender.flush();
    expect(everything(ledger)).toMatchObject([{ messageId: 'a8Kx9pQ2' }]);
  });

  it('sends an uncertain one again when the person decides so', async () => {
    http.answerWith(failure('broken', true));
    const output = await send();
    http.answerWith(created('a8Kx9pQ2'));
    const id = output.outcome === 'uncertain' ? output.share.id : '';
    expect(await sender.retry(id)).toMatchObject({ outcome: 'sent' });
    expect(await sender.retry(id)).toBeNull();
  });

  it('does not send what expired while it waited, and waits no longer for it', async () => {
    await send();
    now = Date.parse(policy.expiresAt);
    http.answerWith(created('a8Kx9pQ2'));
    expect(await sender.flush()).toBeNull();
    expect(http.requests).toHaveLength(1);
    expect(ledger.outbox('waiting')).toHaveLength(1);
  });

  it('makes one request when asked twice at the same time', async () => {
    await send();
    http.answerWith(created('a8Kx9pQ2'));
    await Promise.all([sender.flush(), sender.flush()]);
    expect(http.requests).toHaveLength(2);
  });
});

describe('reviewing', () => {
  async function sent() {
    http.answerWith(created('a8Kx9pQ2'));
    await send();
    const reviewer = assemble();
    return { reviewer, id: everything(ledger)[0]!.id };
  }
  const row = (state: string, accessCount: number) =>
    answer(200, {
      success: true,
      data: {
        messages: [
          {
            messageId: 'a8Kx9pQ2',
            state,
            accessCount,
            maxAccess: 1,
            createdAt: '2026-06-01T12:00:00.000Z',
            expiresAt: null,
            firstAccessAt: accessCount > 0 ? '2026-06-01T13:00:00.000Z' : null,
            lastAccessAt: null,
          },
        ],
      },
    });

  it('learns that a secret was read, and says so once', async () => {
    const { reviewer } = await sent();
    http.answerWith(capabilities('status'), row('exhausted', 1));
    expect(await reviewer.ask(ledger.agenda.open(now, 100), 'at-once')).toEqual({
      learned: true,
      missed: null,
    });
    expect(everything(ledger)).toMatchObject([{ report: { state: 'exhausted', accessCount: 1 } }]);
  });

  it('asks no more about what is over', async () => {
    const { reviewer } = await sent();
    http.answerWith(capabilities('status'), row('exhausted', 1));
    await reviewer.ask(ledger.agenda.open(now, 100), 'at-once');
    const asked = http.requests.length;
    expect(await reviewer.ask(ledger.agenda.open(now, 100), 'at-once')).toEqual({
      learned: false,
      missed: null,
    });
    expect(http.requests).toHaveLength(asked);
  });

  it('never asks a service that does not report: opening would count', async () => {
    const { reviewer } = await sent();
    http.answerWith(answer(404, 'nothing here'));
    await reviewer.ask(ledger.agenda.open(now, 100), 'at-once');
    expect(http.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${ORIGIN}/api/messages`,
      `GET ${ORIGIN}/api/capabilities`,
    ]);
  });

  it('deletes at the service and remembers when', async () => {
    const { reviewer, id } = await sent();
    http.answerWith(answer(200, { success: true }));
    expect(await reviewer.remove(id)).toMatchObject({
      outcome: 'deleted',
      already: false,
      share: { state: 'deleted' },
    });
  });

  it('takes “gone already” for done', async () => {
    const { reviewer, id } = await sent();
    http.answerWith(answer(410, { success: false, error: 'gone', code: 'exhausted' }));
    expect(await reviewer.remove(id)).toMatchObject({ outcome: 'deleted', already: true });
  });

  it('does not take a 404 for done where the call itself may be unknown', async () => {
    const { reviewer, id } = await sent();
    http.answerWith(answer(404, { success: false, error: 'Not found' }));
    expect(await reviewer.remove(id)).toEqual({ outcome: 'failed', reason: { code: 'not-found' } });
    expect(ledger.find(id)).toMatchObject({ deletedAt: null });
  });
});
