import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Finding } from './faults/electron-main.ts';
import { faults } from './faults/faults.ts';
import { electronPath } from './support/electron-path.ts';

/** All faults are met in one run of Electron; each is a test of its own below. */
test.describe.configure({ mode: 'default' });
const findings = new Map<string, Finding>();
test.beforeAll(() => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-faults-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject],
    { stdio: 'ignore' },
  );
  const run = spawnSync(
    electronPath(),
    [
      resolve(import.meta.dirname, 'faults/electron-main.ts'),
      `--user-data-dir=${join(folder, 'user-data')}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    {
      encoding: 'utf8',
      timeout: 170_000,
      env: { ...process.env, ENIGMACRYPT_TEST_KEY: key, ENIGMACRYPT_TEST_CERT: cert },
    },
  );
  rmSync(folder, { recursive: true, force: true });
  for (const line of run.stdout.split('\n').filter((text) => text.startsWith('FINDING '))) {
    const finding = JSON.parse(line.slice('FINDING '.length)) as Finding;
    findings.set(finding.name, finding);
  }
});

for (const fault of faults) {
  test(`${fault.name}: ${fault.outcome}${fault.code === undefined ? '' : ` (${fault.code})`}`, () => {
    const finding = findings.get(fault.name);
    expect(finding, 'the run came this far').toBeDefined();
    expect(finding).toMatchObject({ outcome: fault.outcome, cookieSent: false });
    if (fault.code !== undefined) expect(finding?.code).toBe(fault.code);
    expect(finding).toMatchObject(afterwards[fault.outcome]);
    // Sent at most once, unless nothing can have arrived the first time.
    const resent = (finding?.requestsLater ?? 0) - (finding?.requests ?? 0);
    expect(resent).toBe(fault.outcome === 'waiting' && fault.address === undefined ? 1 : 0);
  });
}

/** Nothing lost: what may still be sent is kept; nothing doubled: what may have arrived is not sent again. */
const afterwards = {
  sent: { listedAs: 'delivered', listedAsLater: 'delivered' },
  waiting: { listedAs: 'waiting' },
  uncertain: { listedAs: 'uncertain', listedAsLater: 'uncertain' },
  refused: { listedAs: null, listedAsLater: null },
} as const;

test('there are at least 25 faults, each with a name of its own', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBeGreaterThanOrEqual(25);
});
