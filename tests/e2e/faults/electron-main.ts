/**
 * Sends one secret into each fault, through the program's own sender, list and Electron network stack, and
 * prints what became of it. Run by a real Electron; no window is opened.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, session } from 'electron';
import type { Http } from '../../../src/core/api/http.ts';
import { everything, openTestVault } from '../../fakes/ledger-file.ts';
import { createElectronHttp } from '../../../src/main/network/electron-http.ts';
import { createSender } from '../../../src/main/shares/sender.ts';
import { createTestDirectory } from '../../fakes/directory.ts';
import { type Fault, faults } from './faults.ts';
import { startFaultServer } from './server.ts';

const ENVELOPE = 'ab'.repeat(32) + Buffer.alloc(48, 7).toString('base64');

/** What the tests look at. */
export interface Finding {
  readonly name: string;
  readonly outcome: string;
  readonly code: string | null;
  /** Where the secret is afterwards. */
  readonly listedAs: string | null;
  readonly requests: number;
  /** After the service has recovered and the outbox was tried again. */
  readonly listedAsLater: string | null;
  readonly requestsLater: number;
  readonly cookieSent: boolean;
}

/** A person's time limits would make a test of them last an hour. */
const hasty = (http: Http): Http => ({
  send: (request) =>
    http.send({ ...request, limits: { headersMs: 1200, bodyMs: 1200, maxBytes: 1_000_000 } }),
});

async function meet(fault: Fault, http: Http, folder: string): Promise<Finding> {
  const certificate = {
    key: process.env['ENIGMACRYPT_TEST_KEY'] ?? '',
    cert: process.env['ENIGMACRYPT_TEST_CERT'] ?? '',
  };
  const server = await startFaultServer(fault, certificate);
  const vault = await openTestVault(join(folder, `${fault.name}.db`));
  const { ledger } = vault;
  const services = createTestDirectory(hasty(http), server.origin);
  const log = { write: () => undefined, read: () => '' };
  const sender = createSender({ ledger, services, clock: Date.now, log });
  const output = await sender.send({
    accountId: 'builtin',
    envelope: ENVELOPE,
    name: fault.name,
    policy: { expiresAt: null, maxAccess: 1 },
  });
  const listed = (): string | null => everything(ledger)[0]?.delivery ?? null;
  const first = { listedAs: listed(), requests: creates(server.requests) };
  server.heal();
  await sender.flush();
  const finding: Finding = {
    name: fault.name,
    outcome: output.outcome,
    code: 'reason' in output ? output.reason.code : null,
    ...first,
    listedAsLater: listed(),
    requestsLater: creates(server.requests),
    cookieSent: server.requests.some((request) => /^cookie:/im.test(request)),
  };
  vault.close();
  await server.close();
  return finding;
}

const creates = (requests: readonly string[]): number =>
  requests.filter((request) => request.startsWith('POST /api/messages ')).length;

void app.whenReady().then(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-faults-'));
  const http = createElectronHttp(session.fromPartition('network', { cache: false }));
  for (const fault of faults) {
    process.stdout.write(`FINDING ${JSON.stringify(await meet(fault, http, folder))}\n`);
  }
  rmSync(folder, { recursive: true, force: true });
  app.quit();
});
