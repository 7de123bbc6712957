import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { z } from 'zod';
import { createdSchema } from '../../../src/core/api/wire.ts';
import { type RunningService, type ServiceOptions, startService } from '../../../src/service/server.ts';

export const TOKEN = 'enigma_contract0token';
export const OTHER_TOKEN = 'enigma_someone0else00';

/** Monday, so that dates in answers are easy to check. */
export const START = Date.UTC(2027, 0, 4, 12, 0, 0);

export interface TestService {
  readonly origin: string;
  readonly dataFile: string;
  /** What the service takes for now. Moving it runs whatever was scheduled until then. */
  readonly clock: { now: number; pass(milliseconds: number): Promise<void> };
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  create(
    body?: object,
    options?: CallOptions,
  ): Promise<{ messageId: string; deleteToken: string | undefined }>;
  open(messageId: string): Promise<Answer>;
  status(messages: readonly object[], options?: CallOptions): Promise<readonly Record<string, unknown>[]>;
  /** Stops the service and starts it again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface CallOptions {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, or null when it is none. */
  readonly json: { success?: boolean; error?: string; code?: string; data?: unknown } | null;
}

/** An envelope's shape around random bytes: the service can't tell it from a real one, and must not. */
export function envelope(ciphertextBytes = 48): string {
  return randomBytes(32).toString('hex') + randomBytes(ciphertextBytes).toString('base64');
}

const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'service-contract-'));
  cleanups.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export const PAGE_HTML =
  '<!doctype html><title>page</title><style>p{color:red}</style><p>page</p><script type="module">"x"</script>\n';

export function writePage(folder: string): string {
  const pageFile = join(folder, 'page.html');
  writeFileSync(pageFile, PAGE_HTML);
  return pageFile;
}

/** A service on a real port with a real database, under a clock of its own. */
export async function startTestService(options: Partial<ServiceOptions> = {}): Promise<TestService> {
  const folder = temporaryFolder();
  const time = createTime();
  const settings: ServiceOptions = {
    host: '127.0.0.1',
    port: 0,
    dataFile: join(folder, 'data', 'messages.sqlite'),
    pageFile: writePage(folder),
    ownerTokens: [TOKEN, OTHER_TOKEN],
    clock: () => time.now,
    schedule: (delayMs, run) => time.schedule(delayMs, run),
    ...options,
  };
  let running = await start(settings);
  cleanups.push(async () => {
    await running.close();
  });
  const call = (method: string, path: string, callOptions: CallOptions = {}): Promise<Answer> =>
    request(running.origin + path, method, callOptions);
  return {
    get origin() {
      return running.origin;
    },
    dataFile: settings.dataFile,
    clock: time,
    call,
    async create(body = {}, callOptions = {}) {
      const answer = await call('POST', '/api/messages', {
        ...callOptions,
        body: { encryptedContent: envelope(), ...body },
      });
      expect(answer.status, answer.text).toBe(201);
      const { messageId, deleteToken } = createdSchema.parse(answer.json).data;
      return { messageId, deleteToken };
    },
    open: (messageId) => call('POST', `/api/messages/${messageId}/open`),
    async status(messages, callOptions = {}) {
      const answer = await call('POST', '/api/messages/status', { ...callOptions, body: { messages } });
      expect(answer.status, answer.text).toBe(200);
      return statusData.parse(answer.json).data.messages;
    },
    async restart() {
      await running.close();
      running = await start(settings);
    },
    async stop() {
      await running.close();
    },
  };
}

const statusData = z.object({
  data: z.object({ messages: z.array(z.record(z.string(), z.unknown())) }),
});

async function start(options: ServiceOptions): Promise<RunningService> {
  const started = await startService(options);
  if (!started.ok) throw new Error(started.error);
  return started.value;
}

async function request(url: string, method: string, { body, token, headers }: CallOptions): Promise<Answer> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: body === undefined ? null : isRaw ? (body as string) : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): Answer['json'] {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' ? json : null;
  } catch {
    return null;
  }
}

/** Time that passes when told to. Timers set on it run in order; they are given a moment to do their work. */
function createTime() {
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    now: START,
    schedule(delayMs: number, run: () => void) {
      const timer = { at: this.now + delayMs, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    async pass(milliseconds: number) {
      const end = this.now + milliseconds;
      for (;;) {
        const [next] = [...timers].sort((a, b) => a.at - b.at);
        if (next === undefined || next.at > end) break;
        timers.delete(next);
        this.now = Math.max(this.now, next.at);
        next.run();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      this.now = end;
    },
  };
}

/** Everything the service has written, as one text: content that was wiped must not be in it. */
export function everythingOnDisk(dataFile: string): string {
  return ['', '-wal', '-shm']
    .map((suffix) => {
      try {
        return readFileSync(dataFile + suffix, 'latin1');
      } catch {
        return '';
      }
    })
    .join('');
}
