/** The program's own service has a port that somebody else on the computer may have while it is not there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiToken } from '../../../src/core/api/token.ts';
import type { EnvelopeText } from '../../../src/core/envelope/types.ts';
import { createUtf8 } from '../../../src/core/envelope/utf8.ts';
import { ok } from '../../../src/core/result.ts';
import { openAccounts } from '../../../src/main/accounts/account-store.ts';
import { openBudgets } from '../../../src/main/accounts/budgets.ts';
import { createDirectory } from '../../../src/main/accounts/directory.ts';
import { createTokenVault } from '../../../src/main/accounts/token-vault.ts';
import type { RunState } from '../../../src/main/builtin-service/supervisor.ts';
import { createMemoryKeychain } from '../../../src/main/keychain/backends.ts';
import { localTime, openServiceTimes } from '../../../src/main/network/service-times.ts';
import { created, createScriptedHttp, type ScriptedHttp } from '../../fakes/http.ts';

const ORIGIN = 'http://127.0.0.1:24000';
const MESSAGE = {
  ...{ envelope: 'ab'.repeat(32) as EnvelopeText, name: null, idempotencyKey: 'key-of-this-one' },
  policy: { expiresAt: null, maxAccess: 1 },
};

let folder: string;
let http: ScriptedHttp;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'builtin-'));
  http = createScriptedHttp();
  http.answerWith(created('a8Kx9pQ2'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** @param after what the service is found to be once it was woken */
function clientOf(after: RunState) {
  const accounts = openAccounts(join(folder, 'accounts.json'), 1, () => ({
    name: 'Built-in',
    origin: ORIGIN,
  }));
  const service = createDirectory({
    ...{ accounts, http, tokens: createTokenVault(createMemoryKeychain()), remembered: () => null },
    budgets: openBudgets(join(folder, 'budget.json'), Date.now, () => undefined),
    times: openServiceTimes({ local: localTime, file: join(folder, 'clock.json'), isKnown: () => true }),
    utf8: createUtf8(TextEncoder, TextDecoder),
    builtinToken: () => Promise.resolve(ok('enigma_abcdefgh' as ApiToken)),
    builtin: { state: after, wake: () => Promise.resolve(), during: (work) => work() },
    onAnnounced: () => undefined,
  }).byId('builtin');
  if (service === null) throw new Error('there is always a built-in service');
  return service.client;
}

describe('what is meant for the built-in service', () => {
  it('goes to it while it runs', async () => {
    const client = clientOf({ status: 'running', origin: ORIGIN });
    expect(await client.create(MESSAGE)).toMatchObject({ ok: true });
  });

  it.each<RunState>([
    { status: 'starting' },
    { status: 'failed', reason: 'port-in-use' },
    { status: 'resting', origin: ORIGIN },
    // It had to move while this was under way.
    { status: 'running', origin: 'http://127.0.0.1:24001' },
    { status: 'running', origin: 'http://127.0.0.1:2400' },
  ])('goes to nobody who happens to have its port while it is %j', async (state) => {
    expect(await clientOf(state).create(MESSAGE)).toEqual({ ok: false, error: { code: 'unreachable' } });
    expect(http.requests).toEqual([]);
  });
});
