import type { z } from 'zod';
import type { EnvelopeText } from '../envelope/types.ts';
import type { Utf8 } from '../ports.ts';
import type { Result } from '../result.ts';
import { ok } from '../result.ts';
import type { Policy } from '../secret/policy.ts';
import { type Expected, readAnswer } from './answer.ts';
import type { ServiceFailure } from './failure.ts';
import type { Http, HttpLimits, HttpRequest } from './http.ts';
import type { ApiToken } from './token.ts';
import {
  type Capabilities,
  capabilitiesSchema,
  createdSchema,
  deletedSchema,
  type MessageId,
  openedSchema,
  STATUS_BATCH_LIMIT,
  type StatusRow,
  statusSchema,
} from './wire.ts';

/** Where to send and as whom. */
export interface ClientAccount {
  /** Scheme, host and port, without a trailing slash. */
  readonly origin: string;
  /**
   * Asked for each call, so that a changed token takes effect and an unused one stays in the keychain. Null
   * means anonymous.
   */
  token(): Promise<Result<ApiToken | null, TokenFailure>>;
}

/** Why there is no token to send with. */
export type TokenFailure = Extract<ServiceFailure, { code: 'keychain' | 'token-missing' }>;

export interface NewMessage {
  readonly envelope: EnvelopeText;
  readonly name: string | null;
  readonly policy: Policy;
  /** The same key for the same secret: a service that knows it creates nothing twice. */
  readonly idempotencyKey: string;
}

export interface Created {
  readonly messageId: MessageId;
  /** Given by the service for anonymous secrets only. */
  readonly deleteToken: string | null;
}

export interface Opened {
  readonly envelope: string;
  readonly accessCount: number;
  readonly maxAccess: number | null;
}

export interface MessageRef {
  readonly messageId: MessageId;
  readonly deleteToken: string | null;
}

/** The calls of one service. Each answers a typed failure instead of throwing. */
export interface ServiceClient {
  create(
    message: NewMessage,
    onStoppable?: HttpRequest['onStoppable'],
  ): Promise<Result<Created, ServiceFailure>>;
  /** Extension. Null where the service answers but announces nothing, which is no failure. */
  capabilities(): Promise<Result<Capabilities | null, ServiceFailure>>;
  /** Extension. Counts one access. */
  open(messageId: MessageId): Promise<Result<Opened, ServiceFailure>>;
  /** Extension. At most {@link STATUS_BATCH_LIMIT} at once. Never counts as an access. */
  status(messages: readonly MessageRef[]): Promise<Result<readonly StatusRow[], ServiceFailure>>;
  /** Extension, and a guess on a documented-only service. */
  remove(message: MessageRef): Promise<Result<null, ServiceFailure>>;
}

const SMALL: HttpLimits = { headersMs: 20_000, bodyMs: 20_000, maxBytes: 256 * 1024 };
/** A large envelope on a slow line: sending it is part of the time to the headers. */
const LARGE: HttpLimits = { headersMs: 180_000, bodyMs: 180_000, maxBytes: 64 * 1024 * 1024 };

/** The envelope goes out; what comes back is an id. */
const SENDING: HttpLimits = { ...LARGE, maxBytes: SMALL.maxBytes };

/** Where a recipient opens a message. Documented. */
export const linkOf = (origin: string, messageId: MessageId): string => `${origin}/s/${messageId}`;

type Caller = <S extends z.ZodType>(
  call: Call,
  expected: Expected<S>,
) => Promise<Result<z.output<S>, ServiceFailure>>;

/** One request with the account's token, its answer read strictly. */
const createCaller =
  (http: Http, account: ClientAccount, utf8: Utf8): Caller =>
  async ({ method, path, body = null, limits = SMALL, headers = {}, onStoppable }, expected) => {
    const token = await account.token();
    if (!token.ok) return token;
    const outcome = await http.send({
      method,
      url: account.origin + path,
      headers: headersFor(token.value, body !== null, headers),
      body: body === null ? null : JSON.stringify(body),
      limits,
      ...(onStoppable === undefined ? {} : { onStoppable }),
    });
    return readAnswer(outcome, expected, utf8);
  };

export function createClient(http: Http, account: ClientAccount, utf8: Utf8): ServiceClient {
  const call = createCaller(http, account, utf8);
  return {
    async create({ envelope, name, policy, idempotencyKey }, onStoppable) {
      const answer = await call(
        {
          method: 'POST',
          path: '/api/messages',
          body: { encryptedContent: envelope, ...(name === null ? {} : { name }), ...policy },
          limits: SENDING,
          headers: { 'idempotency-key': idempotencyKey },
          onStoppable,
        },
        // 201 is documented; 200 is what a service repeating an earlier answer may use.
        { status: [200, 201], schema: createdSchema, changesSomething: true },
      );
      if (!answer.ok) return answer;
      const { messageId, deleteToken } = answer.value.data;
      return ok({ messageId, deleteToken: deleteToken ?? null });
    },

    async capabilities() {
      const answer = await call(
        { method: 'GET', path: '/api/capabilities' },
        { status: [200], schema: capabilitiesSchema },
      );
      if (answer.ok) return ok(answer.value.data);
      return announcesNothing(answer.error) ? ok(null) : answer;
    },

    async open(messageId) {
      const answer = await call(
        { method: 'POST', path: `/api/messages/${messageId}/open`, body: {}, limits: LARGE },
        { status: [200], schema: openedSchema },
      );
      if (!answer.ok) return answer;
      const { encryptedContent, accessCount, maxAccess } = answer.value.data;
      return ok({ envelope: encryptedContent, accessCount, maxAccess });
    },

    async status(messages) {
      if (messages.length > STATUS_BATCH_LIMIT) throw new RangeError('too many messages in one status call');
      const answer = await call(
        { method: 'POST', path: '/api/messages/status', body: { messages: messages.map(toWire) } },
        { status: [200], schema: statusSchema },
      );
      return answer.ok ? ok(answer.value.data.messages) : answer;
    },

    async remove({ messageId, deleteToken }) {
      const answer = await call(
        {
          method: 'DELETE',
          path: `/api/messages/${messageId}`,
          body: deleteToken === null ? null : { deleteToken },
        },
        { status: [200], schema: deletedSchema },
      );
      return answer.ok ? ok(null) : answer;
    },
  };
}

interface Call {
  readonly method: HttpRequest['method'];
  readonly path: string;
  readonly body?: unknown;
  readonly limits?: HttpLimits;
  readonly headers?: Readonly<Record<string, string>>;
  readonly onStoppable?: HttpRequest['onStoppable'];
}

/** The service is there and does not know the call: any answer but a sign that it could not be asked. */
function announcesNothing(failure: ServiceFailure): boolean {
  switch (failure.code) {
    case 'not-the-service':
    case 'not-found':
    case 'rejected':
    case 'unauthorized':
    case 'forbidden':
    case 'gone':
    case 'captcha-required':
      return true;
    default:
      return false;
  }
}

function toWire({ messageId, deleteToken }: MessageRef): { messageId: MessageId; deleteToken?: string } {
  return deleteToken === null ? { messageId } : { messageId, deleteToken };
}

function headersFor(
  token: ApiToken | null,
  hasBody: boolean,
  extra: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    accept: 'application/json',
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...extra,
  };
}
