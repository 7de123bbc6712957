import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { type Capabilities, type MessageId, messageIdSchema } from '../core/api/wire.ts';
import { KDF_ITERATIONS } from '../core/envelope/index.ts';
import { err, type Result } from '../core/result.ts';
import { notFound, type ServiceFailure } from './failure.ts';
import { type AppContext, type Environment, refuse, sendPage } from './http/answers.ts';
import { createGuard, type GuardDependencies } from './http/guard.ts';
import { COMMON_HEADERS, DATA_POLICY } from './http/headers.ts';
import type { Page } from './http/page.ts';
import type { Limits } from './limits.ts';
import { createMessage } from './messages/create.ts';
import { openMessage } from './messages/open.ts';
import { removeMessage } from './messages/remove.ts';
import { isoOrNull, statusOfMessages } from './messages/status.ts';
import { reasonOf, type Surroundings } from './ports.ts';
import { REPLAY_LIFETIME_MS, type Store } from './store/store.ts';
import type { Sweeper } from './sweeper.ts';

export interface AppDependencies extends Surroundings, GuardDependencies {
  readonly store: Store;
  readonly sweeper: Sweeper;
  readonly page: Page;
}

/** The service's routes. `docs/protocol.md` describes what each answers. */
export function createApp(dependencies: AppDependencies): Hono<Environment> {
  const app = new Hono<Environment>();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(COMMON_HEADERS)) c.header(name, value);
    c.header('Date', new Date(dependencies.clock()).toUTCString());
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', DATA_POLICY);
  });
  addCalls(app, dependencies);
  addPages(app, dependencies.page);
  app.onError((error, c) => {
    dependencies.log({ type: 'failed', where: `${c.req.method} ${routePath(c)}`, reason: reasonOf(error) });
    return refuse(c, { code: 'internal', error: 'Something went wrong here. Please try again.' });
  });
  return app;
}

function addCalls(app: Hono<Environment>, dependencies: AppDependencies): void {
  const { store, clock, sweeper } = dependencies;
  const guarded = createGuard(dependencies);

  app.get('/api/capabilities', (c) => c.json({ success: true, data: capabilities(dependencies.limits) }));

  app.post(
    '/api/messages',
    guarded('create', async (c, requester, body) => {
      const key = c.req.header('Idempotency-Key') ?? null;
      const created = await createMessage(body, key, requester, dependencies);
      if (!created.ok) return refuse(c, created.error);
      const { messageId, deleteToken, expiresAt } = created.value;
      if (expiresAt !== null) sweeper.notice(expiresAt);
      if (key !== null) sweeper.notice(clock() + REPLAY_LIFETIME_MS);
      const data = deleteToken === null ? { messageId } : { messageId, deleteToken };
      return c.json({ success: true, message: 'Message stored successfully', data }, 201);
    }),
  );

  app.post(
    '/api/messages/status',
    guarded('manage', async (c, requester, body) => {
      const rows = await statusOfMessages(body, requester, store, clock());
      return rows.ok ? c.json({ success: true, data: { messages: rows.value } }) : refuse(c, rows.error);
    }),
  );

  app.post(
    '/api/messages/:id/open',
    guarded('open', async (c) => {
      const opened = await onMessage(c, (messageId) => openMessage(messageId, store, clock()));
      if (!opened.ok) return refuse(c, opened.error);
      const { envelope, accessCount, maxAccess, expiresAt } = opened.value;
      const data = { encryptedContent: envelope, accessCount, maxAccess, expiresAt: isoOrNull(expiresAt) };
      return c.json({ success: true, data });
    }),
  );

  app.delete(
    '/api/messages/:id',
    guarded('manage', async (c, requester, body) => {
      const removed = await onMessage(c, (id) => removeMessage(id, body, requester, store, clock()));
      return removed.ok ? c.json({ success: true }) : refuse(c, removed.error);
    }),
  );

  const noSuchCall: ServiceFailure = { code: 'not-found', error: 'There is no such call.' };
  app.all('/api', (c) => refuse(c, noSuchCall));
  app.all('/api/*', (c) => refuse(c, noSuchCall));
}

function addPages(app: Hono<Environment>, page: Page): void {
  // The same bytes for any id, known or not: looking costs nothing and tells nothing.
  app.get('/s/:id', (c) => sendPage(c, page, 200));
  app.get('/', (c) => sendPage(c, page, 200));
  app.notFound((c) => sendPage(c, page, 404));
}

/** An id that can't be one is unknown, not malformed: to the caller both are a link that leads nowhere. */
function onMessage<T>(
  c: AppContext,
  run: (messageId: MessageId) => Promise<Result<T, ServiceFailure>>,
): Promise<Result<T, ServiceFailure>> {
  const messageId = messageIdSchema.safeParse(c.req.param('id'));
  return messageId.success ? run(messageId.data) : Promise.resolve(err(notFound));
}

/** Of this HTTP contract, not of the program around it. */
const SERVICE_VERSION = '1.0.0';

function capabilities({ maxContentBytes, maxAccess, maxLifetimeSeconds }: Limits): Capabilities {
  return {
    service: 'EnigmaCrypt Desktop',
    version: SERVICE_VERSION,
    features: ['open', 'status', 'delete', 'idempotency'],
    limits: { maxContentBytes, maxAccess, maxLifetimeSeconds },
    kdf: { hash: 'SHA-256', iterations: KDF_ITERATIONS },
  };
}
