/** A place where releases are published: a real server with a real signed list, which can be made to misbehave. */
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { Releases } from '../../src/main/updates/releases.ts';
import { listName, writeList } from '../../src/main/updates/signed-list.ts';

export const LIST = listName('linux', 'x64');
export const FILE = 'enigmacrypt-desktop-9.0.0-linux-x86_64.AppImage';

export interface ReleasesServer {
  /** As the program would have them compiled in. */
  readonly releases: Releases;
  readonly origin: string;
  /** Every request so far. */
  readonly requests: readonly IncomingMessage[];
  /** What is answered for a path; more paths can be added, and these replaced. */
  readonly answers: Map<string, Answer>;
  /** Publishes a file under a version, signed by the makers or by somebody else. */
  publish(version: string, file: Buffer, by?: KeyObject): void;
  /** Lets go on what was held back. */
  release(): void;
  close(): Promise<void>;
}

export interface Answer {
  readonly status?: number;
  readonly body: string | Buffer;
  /** Closes the connection after so many bytes. */
  readonly cutAfter?: number;
  /** Sends so many bytes, and the rest when `release` is called. */
  readonly holdAfter?: number;
}

export async function startReleases(): Promise<ReleasesServer> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const requests: IncomingMessage[] = [];
  const answers = new Map<string, Answer>();
  const held: (() => void)[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const answer = answers.get(request.url ?? '');
    if (answer === undefined) {
      response.writeHead(404).end();
      return;
    }
    const body = Buffer.from(answer.body);
    response.writeHead(answer.status ?? 200, { 'content-length': body.length });
    const cut = answer.cutAfter ?? answer.holdAfter;
    if (cut === undefined) {
      response.end(body);
      return;
    }
    response.write(body.subarray(0, cut), () => {
      if (answer.cutAfter !== undefined) setImmediate(() => response.destroy());
      else held.push(() => void response.end(body.subarray(cut)));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    ...{ origin, requests, answers },
    releases: {
      page: null,
      feed: `${origin}/`,
      keys: [publicKey.export({ format: 'der', type: 'spki' }).toString('base64')],
      windowsPublisher: null,
    },
    publish(version, file, by = privateKey) {
      const sha512 = createHash('sha512').update(file).digest('base64');
      const files = [{ name: FILE, bytes: file.length, sha512 }];
      const list = { version, releasedAt: '2026-11-12T09:30:00.000Z', files };
      answers.set(`/${LIST}`, { body: writeList(list, LIST, by) });
      answers.set(`/${FILE}`, { body: file });
    },
    release() {
      for (const goOn of held.splice(0)) goOn();
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
