/** Nothing of the outbox goes out twice, or after all, because two things happen at once or much time has passed. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerVault } from '../../../src/main/ledger/vault.ts';
import { createSender, type Sender } from '../../../src/main/shares/sender.ts';
import { createTestDirectory } from '../../fakes/directory.ts';
import { answer, created, createScriptedHttp, failure, type ScriptedHttp } from '../../fakes/http.ts';
import { everything, openTestVault } from '../../fakes/ledger-file.ts';

const ENVELOPE = randomBytes(32).toString('hex') + randomBytes(48).toString('base64');
const HOUR = 3_600_000;
const data = {
  ...{ service: 'test', version: '1', features: ['idempotency'] },
  limits: { maxContentBytes: 1000, maxAccess: 10, maxLifetimeSeconds: 10 },
  kdf: { hash: 'SHA-256', iterations: 100_000 },
};
const IDEMPOTENT = answer(200, { success: true, data });
const DOCUMENTED_ONLY = answer(404, 'no such page');

let folder: string;
let vault: LedgerVault;
let http: ScriptedHttp;
let sender: Sender;
let now: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'once-'));
  now = Date.parse('2026-06-01T12:00:00.000Z');
  vault = await openTestVault(join(folder, 'ledger.db'), () => now);
  http = createScriptedHttp();
  begin();
});
afterEach(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

/** As after a restart: nothing is known of the service. */
function begin(): void {
  const services = createTestDirectory(http, 'http://127.0.0.1:24000');
  const log = { write: () => undefined, read: () => '' };
  sender = createSender({ ledger: vault.ledger, services, clock: () => now, log });
}
const send = async (name: string): Promise<string> => {
  const policy = { expiresAt: null, maxAccess: 1 };
  const output = await sender.send({ accountId: 'builtin', envelope: ENVELOPE, name, policy });
  return 'share' in output ? output.share.id : '';
};
const creations = (): number => http.requests.filter(({ method }) => method === 'POST').length;

describe('while another one is being sent', () => {
  /** Two wait; what is given is done while the first is under way. */
  async function during(act: (second: string) => Promise<unknown>): Promise<void> {
    await send('first');
    now += 1;
    const second = await send('second');
    http.answerWith(created('a8Kx9pQ2'));
    const before = creations();
    const acted: Promise<unknown>[] = [];
    http.onRequest = () => {
      if (acted.length === 0) acted.push(act(second));
    };
    await sender.flush();
    await Promise.all(acted);
    expect(before).toBe(2);
  }

  it('one that was cancelled is not sent after all', async () => {
    await during((second) => sender.cancel(second));
    expect(creations()).toBe(3);
    expect(everything(vault.ledger).map(({ name }) => name)).toEqual(['first']);
  });

  it('one that the person sends is not sent once more', async () => {
    await during((second) => sender.retry(second));
    expect(creations()).toBe(4);
    expect(everything(vault.ledger).map(({ delivery }) => delivery)).toEqual(['delivered', 'delivered']);
  });
});

describe('one that may have arrived', () => {
  it('goes out by itself only as long as the service knows its key', async () => {
    http.answerWith(failure('broken', true));
    await send('first');
    http.answerWith(IDEMPOTENT, failure('broken', true));
    now += 22 * HOUR;
    await sender.flush();
    expect(creations()).toBe(2);
    now += 2 * HOUR;
    http.answerWith(created('a8Kx9pQ2'));
    await sender.flush();
    expect(creations()).toBe(2);
    expect(vault.ledger.outbox('uncertain')).toHaveLength(1);
  });

  it('is not believed to be new because the clock was set back', async () => {
    http.answerWith(failure('broken', true));
    await send('first');
    now -= 48 * HOUR;
    http.answerWith(IDEMPOTENT, created('a8Kx9pQ2'));
    await sender.flush();
    expect(creations()).toBe(1);
  });

  it.each([
    ['did not arrive', failure('unreachable', false)],
    ['was refused', answer(401, { success: false })],
    ['came too soon', answer(429, { success: false })],
  ])('is still that after an attempt of its own that %s', async (_name, outcome) => {
    http.answerWith(failure('broken', true));
    await send('first');
    http.answerWith(IDEMPOTENT, outcome);
    await sender.flush();
    expect(creations()).toBe(2);
    expect(vault.ledger.outbox('uncertain')).toHaveLength(1);
    // The service has changed its mind about what it can do.
    begin();
    http.answerWith(DOCUMENTED_ONLY);
    await sender.flush();
    expect(creations()).toBe(2);
  });

  it('is tried again before long where that is safe', async () => {
    http.answerWith(failure('broken', true));
    await send('first');
    http.answerWith(IDEMPOTENT, failure('unreachable', false));
    expect(await sender.flush()).not.toBeNull();
    http.answerWith(created('a8Kx9pQ2'));
    expect(await sender.flush()).toBeNull();
    expect(everything(vault.ledger)).toMatchObject([{ messageId: 'a8Kx9pQ2' }]);
  });
});
