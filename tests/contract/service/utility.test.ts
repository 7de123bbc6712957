import { fork, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FromService, fromServiceSchema } from '../../../src/core/api/builtin-service-protocol.ts';
import { createdSchema } from '../../../src/core/api/wire.ts';
import { envelope, temporaryFolder, TOKEN, writePage } from './support.ts';

const UTILITY = join(import.meta.dirname, '../../../src/service/utility.ts');

/** What Electron gives a utility process, on Node's own channel between processes. */
const PARENT_PORT = `data:text/javascript,process.parentPort = {
  postMessage: (message) => process.send(message),
  on: (name, listener) => process.on(name, (data) => listener({ data })),
}`;

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function startUtility() {
  const child = fork(UTILITY, [], { execArgv: ['--import', PARENT_PORT], stdio: 'ignore' });
  children.push(child);
  return {
    child,
    exit: new Promise<number | null>((resolve) => child.once('exit', resolve)),
    next: (): Promise<FromService> =>
      new Promise((resolve) =>
        child.once('message', (message) => {
          resolve(fromServiceSchema.parse(message));
        }),
      ),
  };
}

function startMessage(more: object = {}) {
  const folder = temporaryFolder();
  return {
    type: 'start',
    host: '127.0.0.1',
    port: 0,
    dataFile: join(folder, 'data.sqlite'),
    pageFile: writePage(folder),
    ownerTokens: [TOKEN],
    idleAfterMs: 60_000,
    ...more,
  };
}

describe('the service in a process of its own', () => {
  it('tells its port, answers there, and ends when told to', async () => {
    const utility = startUtility();
    const report = utility.next();
    utility.child.send(startMessage());
    const message = await report;
    if (message.type !== 'listening') throw new Error(message.type);
    const origin = `http://127.0.0.1:${message.port}`;
    expect((await fetch(`${origin}/api/capabilities`)).status).toBe(200);
    // Other people on this machine can reach it; what it stores is the program's alone.
    const create = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${origin}/api/messages`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        body: JSON.stringify({ encryptedContent: envelope() }),
      });
    expect((await create({})).status).toBe(401);
    expect((await create({ authorization: 'Bearer enigma_someone0else00' })).status).toBe(401);
    expect((await create({ authorization: `Bearer ${TOKEN}` })).status).toBe(201);
    utility.child.send({ type: 'stop' });
    expect(await utility.exit).toBe(0);
  });

  it('rests when it is asked to, once nothing is in it that anybody could open', async () => {
    const utility = startUtility();
    const reports: FromService[] = [];
    utility.child.on('message', (message) => reports.push(fromServiceSchema.parse(message)));
    const told = (type: FromService['type']) =>
      expect.poll(() => reports.map((report) => report.type)).toContain(type);
    utility.child.send(startMessage({ idleAfterMs: 20 }));
    await told('listening');
    await told('idle');
    const [listening] = reports.splice(0);
    if (listening?.type !== 'listening') throw new Error('it told something before');
    const post = (path: string, body: object) =>
      fetch(`http://127.0.0.1:${listening.port}/api/messages${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
        body: JSON.stringify(body),
      });
    const created = await post('', { encryptedContent: envelope(), maxAccess: 1 });
    const { data } = createdSchema.parse(await created.json());
    utility.child.send({ type: 'rest' });
    await told('staying');
    expect(reports.splice(0)).toEqual([{ type: 'staying' }]);
    expect((await post(`/${data.messageId}/open`, {})).status).toBe(200);
    await told('idle');
    utility.child.send({ type: 'rest' });
    expect(await utility.exit).toBe(0);
    expect(reports).toEqual([{ type: 'idle' }, { type: 'stopped', isEmpty: true }]);
  });

  it('says why it can’t start, and ends', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const garbage = join(temporaryFolder(), 'garbage');
    writeFileSync(garbage, 'this is no database at all. '.repeat(100));
    const tries: [object, string][] = [
      [{ port }, 'port-in-use'],
      [{ host: '192.0.2.7' }, 'address'],
      [{ dataFile: garbage }, 'storage'],
      [{ pageFile: '/nowhere/page.html' }, 'page-missing'],
      [{ ownerTokens: ['hunter2'] }, 'bad-start'],
      [{ type: 'begin' }, 'bad-start'],
    ];
    for (const [more, code] of tries) {
      const utility = startUtility();
      const report = utility.next();
      utility.child.send(startMessage(more));
      expect(await report).toEqual({ type: 'failed', code });
      expect(await utility.exit).toBe(1);
    }
    await new Promise((resolve) => other.close(resolve));
  });
});
