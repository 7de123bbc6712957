/** The real electron-updater and a real server. Electron itself is not there: its network is Node's. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UpdateSource } from '../../../../src/main/updates/port.ts';
import { FILE, LIST, type ReleasesServer, startReleases } from '../../../fakes/releases.ts';

const VERSION = '1.0.0';
/** Only to end what hangs: other tests may have the processors. */
const WAITING = { timeout: 20_000 };
// electron-updater asks for Electron when it first needs something of it.
const require = createRequire(import.meta.url);
const electron = require.resolve('electron');
require.cache[electron] = {
  id: electron,
  filename: electron,
  loaded: true,
  exports: {
    app: { getVersion: () => VERSION },
    session: { fromPartition: () => ({}) },
    // The session and how redirects are followed are Electron's own.
    net: { request: (options: RequestOptions) => request(options) },
  },
} as unknown as NodeJS.Module;
const { createElectronUpdaterSource } = await import('../../../../src/main/updates/electron-updater.ts');

let folder = '';
let server: ReleasesServer;
const quit = vi.fn();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'updates-'));
  server = await startReleases();
  vi.stubEnv('APPIMAGE', join(folder, 'EnigmaCrypt.AppImage'));
  writeFileSync(join(folder, 'EnigmaCrypt.AppImage'), 'the old one');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  rmSync(folder, { recursive: true });
});

const openSource = (): UpdateSource =>
  createElectronUpdaterSource({
    platform: 'linux',
    arch: 'x64',
    releases: server.releases,
    fetch,
    program: { version: VERSION, name: 'EnigmaCrypt Desktop', folder: join(folder, 'data'), quit },
  });

const ignore = (): void => undefined;
const kept = (): readonly string[] =>
  existsSync(join(folder, 'data'))
    ? readdirSync(join(folder, 'data'), { recursive: true })
        .map(String)
        .filter((name) => /\w\.\w/.test(name))
    : [];

describe('looking', () => {
  it('finds a newer version', async () => {
    server.publish('9.0.0', Buffer.from('new'));
    expect(await openSource().look()).toEqual({
      ok: true,
      value: { version: '9.0.0', bytes: 3, releasedAt: '2026-11-12T09:30:00.000Z' },
    });
  });

  it.each(['1.0.0', '0.9.9'])('never goes back, nor to the same: %s', async (version) => {
    server.publish(version, Buffer.from('old'));
    expect(await openSource().look()).toEqual({ ok: true, value: null });
  });

  it('takes nothing that the makers have not signed', async () => {
    server.publish('9.0.0', Buffer.from('evil'), generateKeyPairSync('ed25519').privateKey);
    const source = openSource();
    expect(await source.look()).toEqual({ ok: false, error: 'signature' });
    expect((await source.download(ignore)).ok).toBe(false);
    expect(server.requests.map(({ url }) => url)).toEqual([`/${LIST}`]);
  });

  it('says that there is nothing, that it cannot be read, or that nobody answers', async () => {
    expect(await openSource().look()).toEqual({ ok: false, error: 'not-found' });
    server.answers.set(`/${LIST}`, { body: '<!doctype html>' });
    expect(await openSource().look()).toEqual({ ok: false, error: 'unreadable' });
    server.answers.set(`/${LIST}`, { body: Buffer.alloc(200_000, 'x') });
    expect(await openSource().look()).toEqual({ ok: false, error: 'unreadable' });
    server.answers.set(`/${LIST}`, { status: 503, body: '' });
    expect(await openSource().look()).toEqual({ ok: false, error: 'unreachable' });
    server.answers.set(`/${LIST}`, { body: 'x'.repeat(100), cutAfter: 10 });
    expect(await openSource().look()).toEqual({ ok: false, error: 'unreachable' });
  });

  it('makes one request, says nothing of this computer, and leaves nothing on it', async () => {
    server.publish('9.0.0', Buffer.from('new'));
    await openSource().look();
    expect(server.requests).toHaveLength(1);
    const { url, headers } = server.requests[0]!;
    expect(url).toBe(`/${LIST}`);
    expect(Object.keys(headers).filter((name) => /^x-|cookie|auth|referer/.test(name))).toEqual([]);
    expect(kept()).toEqual([]);
  });
});

describe('downloading', () => {
  const file = Buffer.alloc(300_000, 'new');

  it('fetches the file, tells how far it is, and puts it in the old one’s place', async () => {
    // Run as the new program: it says that it was started.
    const mark = join(folder, 'started');
    const program = Buffer.from(`#!/bin/sh\necho "$APPIMAGE_SILENT_INSTALL" > '${mark}'\n`);
    server.publish('9.0.0', program);
    const source = openSource();
    await source.look();
    const percents: number[] = [];
    expect(await source.download((percent) => percents.push(percent))).toEqual({ ok: true, value: null });
    expect(percents.at(-1)).toBe(100);
    for (const { headers } of server.requests)
      expect(Object.keys(headers).filter((name) => /^x-|cookie|auth|referer/.test(name))).toEqual([]);
    expect(readFileSync(join(folder, 'EnigmaCrypt.AppImage'), 'utf8')).toBe('the old one');
    expect(source.install()).toBe('installed');
    expect(readFileSync(join(folder, 'EnigmaCrypt.AppImage'))).toEqual(program);
    await vi.waitUntil(() => existsSync(mark), WAITING);
    expect(quit).not.toHaveBeenCalled();
  });

  it('throws away what is not what was signed', async () => {
    server.publish('9.0.0', file);
    server.answers.set(`/${FILE}`, { body: Buffer.alloc(file.length, 'bad') });
    const source = openSource();
    await source.look();
    expect(await source.download(ignore)).toEqual({ ok: false, error: 'digest' });
    expect(kept()).toEqual([]);
    expect(source.install()).toBe('failed');
  });

  it('says that it broke off, keeps nothing of it, and can begin again', async () => {
    server.publish('9.0.0', file);
    server.answers.set(`/${FILE}`, { body: file, cutAfter: 100_000 });
    const source = openSource();
    await source.look();
    expect(await source.download(ignore)).toEqual({ ok: false, error: 'broken' });
    expect(kept()).toEqual([]);
    server.answers.set(`/${FILE}`, { body: file });
    expect(await source.download(ignore)).toEqual({ ok: true, value: null });
  });

  it('says that the file is not there', async () => {
    server.publish('9.0.0', file);
    server.answers.delete(`/${FILE}`);
    const source = openSource();
    await source.look();
    expect(await source.download(ignore)).toEqual({ ok: false, error: 'not-found' });
    server.answers.set(`/${FILE}`, { status: 503, body: '' });
    expect(await source.download(ignore)).toEqual({ ok: false, error: 'unreachable' });
    await server.close();
    expect(await source.download(ignore)).toEqual({ ok: false, error: 'unreachable' });
    server = await startReleases();
  });

  it('stops when told to, keeps nothing of it, and can begin again', async () => {
    server.publish('9.0.0', file);
    server.answers.set(`/${FILE}`, { body: file, holdAfter: 1000 });
    const source = openSource();
    await source.look();
    const download = source.download(ignore);
    await vi.waitUntil(() => server.requests.length === 2, WAITING);
    source.stop();
    expect(await download).toEqual({ ok: false, error: 'stopped' });
    server.answers.set(`/${FILE}`, { body: file });
    expect(await source.download(ignore)).toEqual({ ok: true, value: null });
  });
});
