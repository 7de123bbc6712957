import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Session, startSession } from '../../scripts/desktop/session.ts';
import { expect, test } from './support/program.ts';
import { compose, goTo, rowOf, sealAndHandOver } from './support/views.ts';

test.skip(process.platform !== 'linux', 'a Secret Service of our own can be had on Linux only');

/** A desktop for one test alone, because its keychain is going to be maltreated. */
let session: Session;
const within = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({ ...session.env, ...more });
test.afterEach(async () => {
  await session.stop();
});
async function begin(keyring: boolean): Promise<void> {
  const started = await startSession({ keyring });
  if (!started.ok) throw new Error(started.error.reason);
  session = started.value;
}

const bus = (...args: readonly string[]): string =>
  execFileSync('dbus-send', ['--session', '--print-reply', ...args], { env: session.env, encoding: 'utf8' });
function keyringPid(): number {
  const answer = bus(
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.GetConnectionUnixProcessID',
    'string:org.freedesktop.secrets',
  );
  return Number(/uint32 (\d+)/.exec(answer)?.[1]);
}
const lock = (): string =>
  bus(
    '--dest=org.freedesktop.secrets',
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.Lock',
    'array:objpath:/org/freedesktop/secrets/collection/login',
  );

/** A raw bridge call, for what has no view of its own here. */
const call = (window: Page, name: string, input?: unknown): Promise<unknown> =>
  window.evaluate(
    async ([called, value]) => {
      const { enigma } = globalThis as unknown as {
        enigma: { calls: Record<string, (given: unknown) => Promise<unknown>> };
      };
      return enigma.calls[called as string]!(value);
    },
    [name, input],
  );
const info = (window: Page) => call(window, 'app.info') as Promise<{ keychain: string; notices: string[] }>;
const addAccount = (window: Page) =>
  call(window, 'accounts.add', {
    name: 'Work',
    origin: 'http://127.0.0.1:9',
    token: 'enigma_AbCdEf0123456789',
    defaults: { lifetimeSeconds: 3600, maxAccess: 1 },
    hash: 'SHA-256',
    acceptInsecure: false,
  });

test('a keychain that is there keeps tokens over a restart', async ({ launch }) => {
  await begin(true);
  const first = await launch({ env: within() });
  expect(await addAccount(first.window)).toMatchObject({ outcome: 'added', account: { token: 'keychain' } });
  await first.quit();
  const second = await launch({ userData: first.userData, env: within() });
  const accounts = await call(second.window, 'accounts.list');
  expect(accounts).toMatchObject([{ isBuiltin: true }, { name: 'Work', auth: 'token', token: 'keychain' }]);
  expect(JSON.stringify(accounts)).not.toContain('enigma_');
});

test('without keytar the list and its links are found all the same', async ({ launch }) => {
  await begin(true);
  const first = await launch({ env: within() });
  await compose(first.window, { text: 'kept', name: 'Kept' });
  await sealAndHandOver(first.window);
  await first.quit();
  const second = await launch({
    userData: first.userData,
    env: within({ ENIGMACRYPT_TEST_WITHOUT_KEYTAR: '1' }),
  });
  expect(await info(second.window)).toMatchObject({ keychain: 'keyring' });
  await goTo(second.window, 'Sent');
  await expect(rowOf(second.window, 'Kept')).toBeVisible();
});

test('without a keychain tokens last for this run, and the program says so', async ({ launch }) => {
  await begin(false);
  const first = await launch({ env: within() });
  expect(await info(first.window)).toMatchObject({ keychain: 'memory' });
  await expect(
    first.window.getByRole('note').getByText('There is no keychain on this computer'),
  ).toBeVisible();
  expect(await addAccount(first.window)).toMatchObject({ outcome: 'added', account: { token: 'this-run' } });
  await first.quit();
  const second = await launch({ userData: first.userData, env: within() });
  expect(await call(second.window, 'accounts.list')).toMatchObject([{}, { name: 'Work', token: 'missing' }]);
});

test('a locked keychain is not taken for a lost one: the list waits for another day', async ({ launch }) => {
  await begin(true);
  const first = await launch({ env: within() });
  await compose(first.window, { text: 'locked away', name: 'Locked away' });
  await sealAndHandOver(first.window);
  await first.quit();
  lock();
  const second = await launch({ userData: first.userData, env: within() });
  await expect.poll(async () => (await info(second.window)).keychain, { timeout: 45_000 }).toBe('memory');
  await second.quit();
  expect(readdirSync(join(first.userData, 'data')).filter((name) => name.includes('set-aside'))).toEqual([]);
});

test('a keychain that dies in mid-run stops nothing but new tokens', async ({ launch }) => {
  await begin(true);
  const { window } = await launch({ env: within() });
  await call(window, 'app.info');
  process.kill(keyringPid(), 'SIGKILL');
  await expect.poll(() => addAccount(window)).toMatchObject({ outcome: 'invalid', why: 'keychain' });
  await compose(window, { text: 'goes on', name: 'Goes on' });
  await sealAndHandOver(window);
  expect(await call(window, 'accounts.list')).toHaveLength(1);
});

test('a keychain that keeps silent keeps no window from showing', async ({ launch }) => {
  test.setTimeout(90_000);
  await begin(true);
  const first = await launch({ env: within() });
  await compose(first.window, { text: 'silence', name: 'Silence' });
  await sealAndHandOver(first.window);
  await first.quit();
  const pid = keyringPid();
  process.kill(pid, 'SIGSTOP');
  try {
    const { window } = await launch({ userData: first.userData, env: within() });
    await expect(window.getByText('Waiting for the keychain')).toBeVisible({ timeout: 10_000 });
    await expect(window.getByRole('note').getByText('The keychain did not answer')).toBeVisible({
      timeout: 45_000,
    });
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  expect(readdirSync(join(first.userData, 'data')).filter((name) => name.includes('set-aside'))).toEqual([]);
});
