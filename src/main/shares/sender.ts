/** From a sealed envelope to an acknowledged link, without ever losing sight of it. */
import { randomUUID } from 'node:crypto';
import type { ServiceFailure } from '../../core/api/failure.ts';
import { inspect } from '../../core/envelope/index.ts';
import type { EnvelopeText } from '../../core/envelope/types.ts';
import type { Clock } from '../../core/ports.ts';
import type { Policy } from '../../core/secret/policy.ts';
import type { SendOutput, Share } from '../../shared/bridge/models.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerRecord, OutboxItem } from '../ledger/record.ts';
import type { Log } from '../log/log.ts';
import type { KnownService, ServiceDirectory } from './directory.ts';
import { verdictOf } from './outcome.ts';
import { toShare } from './to-share.ts';

export interface SenderParts {
  readonly ledger: Ledger;
  readonly services: ServiceDirectory;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SendRequest {
  readonly envelope: string;
  readonly name: string | null;
  readonly policy: Policy;
}

export interface Sender {
  /** Writes to the outbox, then tries at once. */
  send(request: SendRequest): Promise<SendOutput>;
  /** Tries one from the outbox again. Null when it is not there. */
  retry(id: string): Promise<SendOutput | null>;
  /** Tries everything that may go out by itself. Answers whether something is still waiting. */
  flush(): Promise<boolean>;
  /** Whether a request for it is under way: it must not be forgotten meanwhile. */
  isInFlight(id: string): boolean;
}

export function createSender(parts: SenderParts): Sender {
  return new OutboxSender(parts);
}

class OutboxSender implements Sender {
  readonly #parts: SenderParts;
  /** What is being sent right now: a second attempt at the same time could make a second link. */
  readonly #inFlight = new Set<string>();

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  async send({ envelope, name, policy }: SendRequest): Promise<SendOutput> {
    const { ledger, services, clock } = this.#parts;
    if (!inspect(envelope).ok) return { outcome: 'invalid', why: 'not-an-envelope' };
    const record = newRecord(services.current(), name, policy, clock());
    if (hasExpired(record, clock())) return { outcome: 'invalid', why: 'expiry-passed' };
    try {
      ledger.enqueue(record, envelope);
    } catch {
      // Disk full or gone: better not sent than sent and forgotten.
      return { outcome: 'invalid', why: 'storage' };
    }
    const output = await this.#once({ record, envelope, attempts: 0 });
    if (output === null) throw new Error('a new secret was already under way');
    return output;
  }

  async retry(id: string): Promise<SendOutput | null> {
    const item = this.#parts.ledger.outboxItem(id);
    return item === null ? null : this.#once(item);
  }

  async flush(): Promise<boolean> {
    const { ledger, services, clock } = this.#parts;
    const items = [...ledger.outbox('waiting'), ...(await safeUncertain(ledger, services))];
    // One after another: the service's rate limit is shared, and order is kept.
    for (const item of items) {
      if (!hasExpired(item.record, clock())) await this.#once(item);
    }
    return ledger.outbox('waiting').some(({ record }) => !hasExpired(record, clock()));
  }

  async #once(item: OutboxItem): Promise<SendOutput | null> {
    const { id } = item.record;
    if (this.#inFlight.has(id)) return null;
    this.#inFlight.add(id);
    try {
      return await this.#attempt(item);
    } finally {
      this.#inFlight.delete(id);
    }
  }

  async #attempt(item: OutboxItem): Promise<SendOutput> {
    const { ledger, services, log } = this.#parts;
    const { id } = item.record;
    const service = services.byId(item.record.service.id);
    if (service === null) return this.#postpone(id, 'waiting', { code: 'unreachable' });
    await service.ready();
    ledger.beginAttempt(id);
    const created = await createAt(service, item);
    if (created.ok) {
      ledger.deliver(id, created.value);
      log.write('send', { code: 'sent' });
      return { outcome: 'sent', share: this.#share(id) };
    }
    const verdict = verdictOf(created.error);
    log.write('send', { code: `${verdict}:${created.error.code}` });
    if (verdict !== 'refused') return this.#postpone(id, verdict, created.error);
    ledger.forget(id);
    return { outcome: 'refused', reason: created.error };
  }

  #postpone(id: string, outcome: 'waiting' | 'uncertain', reason: ServiceFailure): SendOutput {
    this.#parts.ledger.postpone(id, outcome, reason);
    return { outcome, share: this.#share(id), reason };
  }

  #share(id: string): Share {
    const { ledger, services, clock } = this.#parts;
    const record = ledger.find(id);
    if (record === null) throw new Error('a secret under way is not listed');
    return toShare(record, services, clock());
  }

  isInFlight(id: string): boolean {
    return this.#inFlight.has(id);
  }
}

/** Uncertain ones may go out again by themselves only where the service promises not to create twice. */
async function safeUncertain(ledger: Ledger, services: ServiceDirectory): Promise<readonly OutboxItem[]> {
  const items = ledger.outbox('uncertain');
  const safe: OutboxItem[] = [];
  for (const item of items) {
    const capabilities = await services.byId(item.record.service.id)?.capabilities();
    if (capabilities?.features.includes('idempotency') === true) safe.push(item);
  }
  return safe;
}

/** One whose expiry passed while it waited is not sent; the person sees it as expired and decides. */
const hasExpired = (record: LedgerRecord, now: number): boolean =>
  record.expiresAt !== null && Date.parse(record.expiresAt) <= now;

function createAt(service: KnownService, { record, envelope }: OutboxItem) {
  return service.client.create({
    // What is in the outbox was checked by `inspect` before it was put there.
    envelope: envelope as EnvelopeText,
    name: record.name,
    policy: { expiresAt: record.expiresAt, maxAccess: record.maxAccess },
    idempotencyKey: record.id,
  });
}

function newRecord(service: KnownService, name: string | null, policy: Policy, now: number): LedgerRecord {
  return {
    id: randomUUID(),
    name,
    service: { id: service.id, name: service.name, origin: service.origin },
    ...policy,
    messageId: null,
    deleteToken: null,
    createdAt: new Date(now).toISOString(),
    delivery: 'waiting',
    report: null,
    firstAccessAt: null,
    deletedAt: null,
    reason: null,
  };
}
