import { randomFillSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { apiTokenPattern } from '../core/api/wire.ts';
import { err, ok, type Result } from '../core/result.ts';
import { createApp } from './app.ts';
import { createTokenRegister } from './http/caller.ts';
import { isLoopback } from './http/origin-guard.ts';
import { loadPage } from './http/page.ts';
import { type IdleOptions, type IdleWatch, watchIdleness } from './idle-watch.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Surroundings } from './ports.ts';
import { openSqliteStore, type OpenStoreError } from './store/sqlite-store.ts';
import { startSweeper } from './sweeper.ts';

export interface ServiceOptions extends Partial<Surroundings> {
  /** The address to listen on: `127.0.0.1` for this machine only, `0.0.0.0` or `::` for everyone. */
  readonly host: string;
  /** 0 lets the system choose one. */
  readonly port: number;
  /** The SQLite file; it and its folder are made when missing. */
  readonly dataFile: string;
  /** The recipient's page as one HTML file. */
  readonly pageFile: string;
  /** Tokens whose holders own what they create. With none, everyone is anonymous. */
  readonly ownerTokens: readonly string[];
  /**
   * Whether only holders of a token may create: on a machine that others use too, nobody else then fills its disk.
   * Opening stays open to everyone who has a link.
   */
  readonly ownersOnly?: boolean;
  /** Whether to believe `X-Forwarded-For`: only behind a proxy that sets it. */
  readonly trustProxy?: boolean;
  readonly limits?: Partial<Limits>;
  /** To be told when nothing can be opened and nobody has asked anything for so long; never, unless said. */
  readonly idle?: IdleOptions;
}

export type StartError =
  | 'port-in-use'
  /** The host is not an address of this machine, or not one at all. */
  | 'address-unavailable'
  /** The system reserves this port. */
  | 'port-forbidden'
  | 'token-malformed'
  | 'page-missing'
  | OpenStoreError;

export interface RunningService {
  /** Scheme, host and port. For a service that listens everywhere: as this machine reaches it. */
  readonly origin: string;
  readonly port: number;
  /** Whether nobody is asking anything, and nothing is left that anybody could ask for. */
  readonly isIdle: () => Promise<boolean>;
  /**
   * Answers what has been asked, then stops. Safe to call twice.
   *
   * @returns whether nothing is left in it that anybody could open
   */
  close(): Promise<boolean>;
}

const systemSurroundings: Surroundings = {
  clock: Date.now,
  random: (length) => randomFillSync(new Uint8Array(length)),
  schedule: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
  log: () => undefined,
};

/** Starts the service. What it acknowledges is on disk. */
export async function startService(options: ServiceOptions): Promise<Result<RunningService, StartError>> {
  const { clock, random, schedule, log } = { ...systemSurroundings, ...options };
  const surroundings = { clock, random, schedule, log };
  const trustProxy = options.trustProxy ?? false;
  if (!options.ownerTokens.every((token) => apiTokenPattern.test(token))) return err('token-malformed');
  const page = loadPage(options.pageFile);
  if (!page.ok) return page;
  const store = openSqliteStore(options.dataFile);
  if (!store.ok) return store;
  const idleWatch = watchIdleness(store.value, surroundings, options.idle ?? null);
  const sweeper = startSweeper(store.value, surroundings, idleWatch.look);
  const app = createApp({
    ...surroundings,
    store: store.value,
    sweeper,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    tokens: createTokenRegister(options.ownerTokens),
    page: page.value,
    trustProxy,
    ownersOnly: options.ownersOnly ?? false,
    // Behind a proxy the names it is called by are the proxy's.
    boundToLoopback: isLoopback(options.host) && !trustProxy,
  });
  const server = createHttpServer((request, env) => app.fetch(request, env), idleWatch);
  const listening = await listen(server, options.host, options.port);
  const release = async (): Promise<boolean> => {
    sweeper.stop();
    idleWatch.stop();
    const isEmpty = await idleWatch.isIdle();
    await store.value.close();
    return isEmpty;
  };
  if (!listening.ok) {
    await release();
    return listening;
  }
  const origin = `http://${hostInUrl(options.host)}:${listening.value}`;
  log({ type: 'listening', origin });
  let closing: Promise<boolean> | null = null;
  const close = async (): Promise<boolean> => {
    await stopListening(server);
    const isEmpty = await release();
    log({ type: 'stopped' });
    return isEmpty;
  };
  const { isIdle } = idleWatch;
  return ok({ origin, port: listening.value, isIdle, close: () => (closing ??= close()) });
}

/** The name a browser on this machine uses: a service that listens everywhere is at localhost too. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function createHttpServer(fetch: Parameters<typeof getRequestListener>[0], idleWatch: IdleWatch): Server {
  const answer = getRequestListener(fetch, { overrideGlobalObjects: false });
  const timeouts = {
    headersTimeout: 15_000,
    // A large envelope on a slow line; a body that stands still is cut off much sooner.
    requestTimeout: 300_000,
    keepAliveTimeout: 5_000,
  };
  const server = createServer(timeouts, (incoming, outgoing) => {
    idleWatch.begin();
    outgoing.once('close', idleWatch.end);
    void answer(incoming, outgoing);
  });
  server.maxConnections = 1000;
  return server;
}

function listen(server: Server, host: string, port: number): Promise<Result<number, StartError>> {
  return new Promise((resolve) => {
    server.once('error', (error) => {
      resolve(err(startErrorOf(error)));
    });
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

function startErrorOf(error: Error): StartError {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'port-in-use';
  if (code === 'EACCES' || code === 'EPERM') return 'port-forbidden';
  return 'address-unavailable';
}

/** Requests under way get this long to finish before their connections are cut. */
const GRACE_MS = 3_000;

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
