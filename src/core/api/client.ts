import type { EnvelopeText } from '../envelope/types.ts';
import type { Utf8 } from '../ports.ts';
import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import type { Policy } from '../secret/policy.ts';
import { readAnswer } from './answer.ts';
import type { ServiceFailure } from './failure.ts';
import type { Http, HttpLimits, HttpOutcome } from './http.ts';
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

/** Where to send and as whom. `token` is read when a call is made, so that a changed one takes effect. */
export interface ClientAccount {
  /** Scheme, host and port, without a trailing slash. */
  readonly origin: string;
  readonly token: string | null;
}

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
  create(message: NewMessage): Promise<Result<Created, ServiceFailure>>;
  /** Extension. Null where the service announces nothing, which is no failure. */
  capabilities(): Promise<Capabilities | null>;
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

/** Where a recipient opens a message. Documented. */
export const linkOf = (origin: string, messageId: MessageId): string => `${origin}/s/${messageId}`;

export function createClient(http: Http, account: ClientAccount, utf8: Utf8): ServiceClient {
  const call = (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body: unknown,
    limits: HttpLimits,
    extraHeaders: Readonly<Record<string, string>> = {},
  ): Promise<HttpOutcome> =>
    http.send({
      method,
      url: account.origin + path,
      headers: headersFor(account, body !== null, extraHeaders),
      body: body === null ? null : JSON.stringify(body),
      limits,
    });

  return {
    async create({ envelope, name, policy, idempotencyKey }) {
      const body = { encryptedContent: envelope, ...(name === null ? {} : { name }), ...policy };
      const outcome = await call('POST', '/api/messages', body, LARGE, { 'idempotency-key': idempotencyKey });
      // 201 is documented; 200 is what a service repeating an earlier answer may use.
      const answer = readAnswer(outcome, { status: [200, 201], schema: createdSchema }, utf8);
      if (!answer.ok) return err(afterSending(answer.error));
      const { messageId, deleteToken } = answer.value.data;
      return ok({ messageId, deleteToken: deleteToken ?? null });
    },

    async capabilities() {
      const outcome = await call('GET', '/api/capabilities', null, SMALL);
      const answer = readAnswer(outcome, { status: [200], schema: capabilitiesSchema }, utf8);
      return answer.ok ? answer.value.data : null;
    },

    async open(messageId) {
      const outcome = await call('POST', `/api/messages/${messageId}/open`, {}, LARGE);
      const answer = readAnswer(outcome, { status: [200], schema: openedSchema }, utf8);
      if (!answer.ok) return answer;
      const { encryptedContent, accessCount, maxAccess } = answer.value.data;
      return ok({ envelope: encryptedContent, accessCount, maxAccess });
    },

    async status(messages) {
      if (messages.length > STATUS_BATCH_LIMIT) throw new RangeError('too many messages in one status call');
      const outcome = await call('POST', '/api/messages/status', { messages: messages.map(toWire) }, SMALL);
      const answer = readAnswer(outcome, { status: [200], schema: statusSchema }, utf8);
      return answer.ok ? ok(answer.value.data.messages) : answer;
    },

    async remove({ messageId, deleteToken }) {
      const body = deleteToken === null ? null : { deleteToken };
      const outcome = await call('DELETE', `/api/messages/${messageId}`, body, SMALL);
      const answer = readAnswer(outcome, { status: [200], schema: deletedSchema }, utf8);
      return answer.ok ? ok(null) : answer;
    },
  };
}

/**
 * A create that came back unreadable after it reached something may still have made a link: a 200 or 201
 * that does not parse is a lost answer, never a reason to send again without thought.
 */
function afterSending(failure: ServiceFailure): ServiceFailure {
  if (failure.code === 'not-the-service' && failure.status >= 200 && failure.status < 300) {
    return { code: 'answer-lost' };
  }
  return failure;
}

function toWire({ messageId, deleteToken }: MessageRef): { messageId: MessageId; deleteToken?: string } {
  return deleteToken === null ? { messageId } : { messageId, deleteToken };
}

function headersFor(
  account: ClientAccount,
  hasBody: boolean,
  extra: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    accept: 'application/json',
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(account.token === null ? {} : { authorization: `Bearer ${account.token}` }),
    ...extra,
  };
}
