import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createdSchema, statusSchema } from '../../../src/core/api/wire.ts';
import { createWebCryptoEngine } from '../../../src/core/envelope/engines/webcrypto.ts';
import { createUtf8, type KdfHash, seal } from '../../../src/core/envelope/index.ts';
import { DEFAULT_LIMITS, type Limits } from '../../../src/service/limits.ts';
import { startService } from '../../../src/service/server.ts';

const PAGE_FILE = join(import.meta.dirname, '../../../out/service/page.html');

const tools = {
  engine: createWebCryptoEngine(crypto.subtle),
  utf8: createUtf8(TextEncoder, TextDecoder),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

/** Fixed, so that what the page says about it can be checked to the letter. */
const SEALED_AT = '2027-01-04T11:30:00.000Z';

export interface Message {
  readonly messageId: string;
  readonly deleteToken: string;
}

export interface RecipientService {
  readonly origin: string;
  readonly port: number;
  /** Seals with the real code and stores it. */
  send(content: string, password: string, more?: SendOptions): Promise<Message>;
  /** Stores an envelope as it is. */
  store(encryptedContent: string, policy?: object): Promise<Message>;
  remove(message: Message): Promise<void>;
  open(message: Message): Promise<number>;
  accessCount(message: Message): Promise<number>;
  stop(): Promise<void>;
}

interface SendOptions {
  readonly maxAccess?: number | null;
  readonly expiresAt?: string;
  readonly hash?: KdfHash;
  /** ISO 8601. */
  readonly created?: string;
}

/** The real service with the real page, reachable under any name that leads to this machine. */
export async function startRecipientService(
  budgets: Partial<Limits['budgets']> = {},
): Promise<RecipientService> {
  const folder = mkdtempSync(join(tmpdir(), 'recipient-page-'));
  const plenty = { anonymous: 10_000, token: 10_000 };
  const started = await startService({
    host: '0.0.0.0',
    port: 0,
    dataFile: join(folder, 'messages.sqlite'),
    pageFile: PAGE_FILE,
    ownerTokens: [],
    limits: {
      budgets: { ...DEFAULT_LIMITS.budgets, create: plenty, open: plenty, manage: plenty, ...budgets },
    },
  });
  if (!started.ok) throw new Error(`${started.error}: is the page built? npm run build:page`);
  const { port } = started.value;
  const origin = `http://127.0.0.1:${port}`;
  const call = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${origin}/api/messages${path}`, {
      method,
      body: body === undefined ? null : JSON.stringify(body),
    });
  const store: RecipientService['store'] = async (encryptedContent, policy = { maxAccess: 1 }) => {
    const { data } = createdSchema.parse(
      await (await call('POST', '', { encryptedContent, ...policy })).json(),
    );
    return { messageId: data.messageId, deleteToken: data.deleteToken ?? '' };
  };
  return {
    origin,
    port,
    store,
    async send(content, password, { maxAccess = 1, expiresAt, hash = 'SHA-256', created = SEALED_AT } = {}) {
      const sealed = await seal({ content, password, hash, created }, tools);
      if (!sealed.ok) throw new Error(sealed.error.code);
      return store(sealed.value, { maxAccess, expiresAt });
    },
    async remove({ messageId, deleteToken }) {
      await call('DELETE', `/${messageId}`, { deleteToken });
    },
    open: async ({ messageId }) => (await call('POST', `/${messageId}/open`)).status,
    async accessCount(message) {
      const answer = statusSchema.parse(
        await (await call('POST', '/status', { messages: [message] })).json(),
      );
      const [row] = answer.data.messages;
      if (row === undefined || !('accessCount' in row)) throw new Error('the message is not known');
      return row.accessCount;
    },
    async stop() {
      await started.value.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
