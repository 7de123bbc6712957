import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { type ServiceOptions, startService } from '../../../src/service/server.ts';
import { envelope, startTestService, temporaryFolder, TOKEN, writePage } from './support.ts';

const MAIN = join(import.meta.dirname, '../../../src/service/main.ts');
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Program {
  readonly child: ChildProcess;
  /** What it has said so far. */
  readonly said: { out: string; err: string };
  readonly exit: Promise<number | null>;
}

function runMain(options: readonly string[], environment: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, [MAIN, ...options], { env: { ...process.env, ...environment } });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return { child, said, exit: new Promise((resolve) => child.once('exit', resolve)) };
}

async function untilListening({ said, exit }: Program): Promise<string> {
  const state = { hasEnded: false };
  void exit.then(() => {
    state.hasEnded = true;
  });
  for (;;) {
    const origin = /Listening on (http:\S+)/.exec(said.out)?.[1];
    if (origin !== undefined) return origin;
    if (state.hasEnded) throw new Error(`ended: ${said.err}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a restart', () => {
  it('loses nothing', async () => {
    const service = await startTestService();
    const content = envelope();
    const owned = await service.create({ encryptedContent: content, maxAccess: 2 }, { token: TOKEN });
    const anonymous = await service.create();
    await service.open(owned.messageId);
    await service.restart();
    const rows = await service.status([owned, anonymous], { token: TOKEN });
    expect(rows.map(({ accessCount }) => accessCount)).toEqual([1, 0]);
    expect((await service.open(owned.messageId)).json?.data).toMatchObject({
      encryptedContent: content,
      accessCount: 2,
    });
  });
});

describe('the program by itself', () => {
  it('loses no message it acknowledged, and gives none twice, when it is killed', async () => {
    const folder = temporaryFolder();
    const tokens = join(folder, 'tokens');
    writeFileSync(tokens, `# for the test\n${TOKEN}\n`, { mode: 0o600 });
    const options = ['--port', '0', '--data', join(folder, 'data.sqlite'), '--page', writePage(folder)];
    const first = runMain([...options, '--tokens-file', tokens]);
    const acknowledged = await createUntilKilled(first, await untilListening(first));
    expect(acknowledged.size).toBeGreaterThan(5);
    const second = runMain([...options, '--tokens-file', tokens]);
    const origin = await untilListening(second);
    for (const [messageId, content] of acknowledged) {
      const url = `${origin}/api/messages/${messageId}/open`;
      const opened = await fetch(url, { method: 'POST' });
      expect(opened.status).toBe(200);
      const { data } = (await opened.json()) as { data: { encryptedContent: string } };
      expect(data.encryptedContent).toBe(content);
      expect((await fetch(url, { method: 'POST' })).status).toBe(410);
    }
  }, 30_000);

  it('ends in order when asked to, and takes its tokens from the environment', async () => {
    const folder = temporaryFolder();
    const dataFile = join(folder, 'deep', 'data.sqlite');
    const program = runMain(['--port', '0', '--data', dataFile, '--page', writePage(folder)], {
      ENIGMACRYPT_SERVICE_TOKENS: `${TOKEN}, enigma_second00000`,
    });
    const origin = await untilListening(program);
    const created = await fetch(`${origin}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ encryptedContent: envelope() }),
    });
    expect(created.status).toBe(201);
    expect(program.said.out).toContain('2 tokens known');
    expect(program.said.out).not.toContain(TOKEN);
    if (process.platform !== 'win32') expect(statSync(dataFile).mode & 0o077).toBe(0);
    program.child.kill('SIGTERM');
    expect(await program.exit).toBe(0);
    // Folded back into the one file.
    expect(existsSync(`${dataFile}-wal`)).toBe(false);
  });

  it('explains what is wrong with what was typed', async () => {
    const folder = temporaryFolder();
    const tries: [string[], RegExp, Record<string, string>?][] = [
      [['--port', '70000'], /70000 is no port/],
      [['--nonsense'], /nonsense[^]*Usage/],
      [['--tokens-file', join(folder, 'none')], /can't be read/],
      [[], /1 of the tokens do not look like/, { ENIGMACRYPT_SERVICE_TOKENS: 'hunter2' }],
      [['--page', join(folder, 'none.html'), '--data', join(folder, 'a.sqlite')], /npm run build:page/],
      [
        ['--host', '192.0.2.7', '--page', writePage(folder), '--data', join(folder, 'a.sqlite')],
        /not an address of this machine/,
      ],
    ];
    const programs = tries.map(([options, , environment]) => runMain(options, environment));
    for (const [index, program] of programs.entries()) {
      expect(await program.exit).toBeGreaterThan(0);
      expect(program.said.err).toMatch(tries[index]?.[1] ?? /never/);
      expect(program.said.err).not.toContain('hunter2');
      expect(program.said.err).not.toMatch(/^\s+at /m);
    }
  }, 20_000);
});

/** Creates from several sides at once and kills the service in the middle. Answers what it acknowledged. */
async function createUntilKilled({ child, exit }: Program, origin: string): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  const create = async (): Promise<void> => {
    for (;;) {
      const content = envelope(2000);
      const answer = await fetch(`${origin}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}` },
        body: JSON.stringify({ encryptedContent: content, maxAccess: 1 }),
      });
      if (answer.status !== 201) return;
      const { data } = (await answer.json()) as { data: { messageId: string } };
      acknowledged.set(data.messageId, content);
      if (acknowledged.size === 25) child.kill('SIGKILL');
    }
  };
  await Promise.allSettled(Array.from({ length: 4 }, create));
  await exit;
  return acknowledged;
}

describe('a start that can’t be', () => {
  const options = (folder: string, more: Partial<ServiceOptions> = {}): ServiceOptions => ({
    host: '127.0.0.1',
    port: 0,
    dataFile: join(folder, 'data.sqlite'),
    pageFile: writePage(folder),
    ownerTokens: [],
    ...more,
  });

  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await startService(options(temporaryFolder(), { port }))).toEqual({
      ok: false,
      error: 'port-in-use',
    });
    await new Promise((resolve) => other.close(resolve));
  });

  it('says that the address, the page or a token is no good', async () => {
    const folder = temporaryFolder();
    const tries: [Partial<ServiceOptions>, string][] = [
      [{ host: '192.0.2.7' }, 'address-unavailable'],
      [{ pageFile: join(folder, 'none.html') }, 'page-missing'],
      [{ ownerTokens: ['not a token'] }, 'token-malformed'],
      [{ dataFile: folder }, 'data-unusable'],
    ];
    for (const [more, error] of tries) {
      expect(await startService(options(folder, more))).toEqual({ ok: false, error });
    }
  });

  it('leaves a file alone that is no database, another program’s, or from the future', async () => {
    const folder = temporaryFolder();
    const files = {
      garbage: join(folder, 'garbage'),
      foreign: join(folder, 'foreign'),
      newer: join(folder, 'newer'),
    };
    writeFileSync(files.garbage, 'not a database, but long enough to be read as one. '.repeat(40));
    const foreign = new DatabaseSync(files.foreign);
    foreign.exec('CREATE TABLE letters (id INTEGER)');
    foreign.close();
    const service = await startService(options(folder, { dataFile: files.newer }));
    if (service.ok) await service.value.close();
    const newer = new DatabaseSync(files.newer);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    const errors = [];
    for (const dataFile of Object.values(files)) {
      const started = await startService(options(folder, { dataFile }));
      errors.push(started.ok ? 'started' : started.error);
    }
    expect(errors).toEqual(['data-unusable', 'data-foreign', 'data-newer']);
    const untouched = new DatabaseSync(files.foreign);
    expect(untouched.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'letters' }]);
    untouched.close();
  });

  it('can be closed twice, and closes while requests are under way', async () => {
    const service = await startTestService();
    const { messageId } = await service.create();
    const answers = Promise.all([service.open(messageId), service.open(messageId)]);
    await answers;
    await Promise.all([service.stop(), service.stop()]);
    await expect(service.open(messageId)).rejects.toThrow();
  });
});
