/** From a sealed envelope to an acknowledged link, without ever losing sight of it. */
import { randomUUID } from 'node:crypto';
import type { Created, NewMessage } from '../../core/api/client.ts';
import type { ServiceFailure } from '../../core/api/failure.ts';
import { IDEMPOTENCY_MS } from '../../core/api/wire.ts';
import { inspect } from '../../core/envelope/index.ts';
import type { EnvelopeText } from '../../core/envelope/types.ts';
import type { Clock } from '../../core/ports.ts';
import type { Policy } from '../../core/secret/policy.ts';
import type { SendOutput, Share } from '../../shared/bridge/models.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerRecord, OutboxItem } from '../ledger/record.ts';
import type { Log } from '../log/log.ts';
import { type KnownService, offers, type ServiceDirectory } from './directory.ts';
import { verdictOf } from './outcome.ts';
import { toShare } from './to-share.ts';

export interface SenderParts {
  readonly ledger: Ledger;
  readonly services: ServiceDirectory;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether one in the outbox must not go out by itself: it was forgotten, and may come back. */
  readonly isHeld?: (id: string) => boolean;
}

export interface SendRequest {
  readonly accountId: string;
  readonly envelope: string;
  readonly name: string | null;
  readonly policy: Policy;
  /** The entry it continues, if it does. */
  readonly extends?: string | undefined;
}

export interface Sender {
  /** Writes to the outbox, then tries at once. */
  send(request: SendRequest): Promise<SendOutput>;
  /**
   * Tries one from the outbox again, with another expiry where one is given. Null when it is not there or
   * under way already.
   */
  retry(id: string, expiresAt?: string | null): Promise<SendOutput | null>;
  /** Tries everything that may go out by itself. Answers when to try again, in milliseconds; null for never. */
  flush(): Promise<number | null>;
  /**
   * Takes one out of the outbox. One that is under way is stopped: if it may have arrived it stays, as
   * uncertain. Answers what became of it.
   */
  cancel(id: string): Promise<CancelOutput>;
  /** Goes on to nothing else in the outbox; settles once what is under way has ended. */
  pause(): Promise<void>;
  resume(): void;
}

export type CancelOutput = 'cancelled' | 'may-have-arrived' | 'sent-already';

/** For what waits without a time of its own; the timer makes the pauses grow. */
export const SOON_MS = 5_000;

export function createSender(parts: SenderParts): Sender {
  return new OutboxSender(parts);
}

interface Postponed {
  readonly outcome: 'waiting' | 'uncertain';
  readonly reason: ServiceFailure;
}

interface Underway {
  readonly done: Promise<SendOutput>;
  /** Ends the request, once there is one. */
  stop: () => void;
}

class OutboxSender implements Sender {
  readonly #parts: SenderParts;
  /** What is being sent right now: a second attempt at the same time could make a second link. */
  readonly #underway = new Map<string, Underway>();
  readonly #unwritten = new Map<string, Created>();
  /** What became of attempts that failed, where the disk had no room for it: until it has, nothing is sent again. */
  readonly #unsettled = new Map<string, Postponed>();
  #isPaused = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  async send({ accountId, envelope, name, policy, extends: extended }: SendRequest): Promise<SendOutput> {
    const { ledger, services, clock } = this.#parts;
    const service = services.byId(accountId);
    if (service === null) return { outcome: 'invalid', why: 'no-account' };
    if (!inspect(envelope).ok) return { outcome: 'invalid', why: 'not-an-envelope' };
    const record = newRecord(service, name, policy, clock());
    if (hasExpired(record, clock())) return { outcome: 'invalid', why: 'expiry-passed' };
    try {
      ledger.enqueue(record, envelope, extended);
    } catch {
      // Disk full or gone: better not sent than sent and forgotten.
      return { outcome: 'invalid', why: 'storage' };
    }
    return this.#start({ record, envelope, attempts: 0 }).done;
  }

  async retry(id: string, expiresAt?: string | null): Promise<SendOutput | null> {
    const { ledger, clock } = this.#parts;
    if (this.#underway.has(id) || this.#isUnstored(id)) return null;
    if (expiresAt !== undefined) ledger.changeExpiry(id, expiresAt);
    const item = ledger.outboxItem(id);
    if (item === null) return null;
    if (hasExpired(item.record, clock())) return { outcome: 'invalid', why: 'expiry-passed' };
    return this.#start(item).done;
  }

  async flush(): Promise<number | null> {
    const { ledger, services, clock } = this.#parts;
    this.#writeDown();
    const safe = await safeUncertain(ledger, services, clock());
    const ids = [...ledger.outbox('waiting').map(({ record }) => record.id), ...safe];
    // One after another: the service's rate limit is shared, and order is kept.
    for (const id of ids) {
      if (this.#isPaused) return null;
      // While the ones before it were sent, it may have been cancelled, sent by the person, or become uncertain.
      const item = this.#isHeld(id) ? null : ledger.outboxItem(id);
      if (item === null || hasExpired(item.record, clock())) continue;
      if (item.record.delivery === 'uncertain' && !safe.has(id)) continue;
      await this.#start(item, 'by-itself').done;
    }
    if (this.#isPaused) return null;
    const left = [...(await safeUncertain(ledger, services, clock()))].filter((id) => !this.#isHeld(id));
    const next = nextAttempt(ledger, services, clock());
    const isSoon = this.#unwritten.size + this.#unsettled.size + left.length > 0;
    return isSoon ? Math.min(next ?? SOON_MS, SOON_MS) : next;
  }

  #isHeld(id: string): boolean {
    return this.#underway.has(id) || this.#isUnstored(id) || this.#parts.isHeld?.(id) === true;
  }

  #isUnstored(id: string): boolean {
    return this.#unwritten.has(id) || this.#unsettled.has(id);
  }

  async cancel(id: string): Promise<CancelOutput> {
    const { ledger } = this.#parts;
    const underway = this.#underway.get(id);
    underway?.stop();
    await underway?.done;
    this.#writeDown();
    const record = ledger.find(id);
    if (record?.delivery === 'delivered') return 'sent-already';
    if (record?.delivery === 'uncertain' && underway !== undefined) return 'may-have-arrived';
    ledger.forget([id]);
    return 'cancelled';
  }

  async pause(): Promise<void> {
    this.#isPaused = true;
    await Promise.allSettled([...this.#underway.values()].map(({ done }) => done));
  }

  resume(): void {
    this.#isPaused = false;
  }

  /** @param wish by itself, one that may have arrived stays so whatever becomes of another attempt that fails */
  #start(item: OutboxItem, wish: 'asked' | 'by-itself' = 'asked'): Underway {
    const { id } = item.record;
    if (this.#underway.has(id)) throw new Error('already under way');
    let isStopped = false;
    const underway: { done: Promise<SendOutput>; stop: () => void } = {
      done: Promise.resolve().then(() =>
        this.#attempt(item, wish, (stop) => {
          underway.stop = stop;
          if (isStopped) stop();
        }),
      ),
      stop: () => {
        isStopped = true;
      },
    };
    const done = underway.done.finally(() => this.#underway.delete(id));
    const started = Object.assign(underway, { done });
    this.#underway.set(id, started);
    return started;
  }

  async #attempt(
    item: OutboxItem,
    wish: 'asked' | 'by-itself',
    onStoppable: (stop: () => void) => void,
  ): Promise<SendOutput> {
    const { ledger, services, log } = this.#parts;
    const { id, delivery } = item.record;
    const mayHaveArrived = wish === 'by-itself' && delivery === 'uncertain';
    const failed = mayHaveArrived ? 'uncertain' : 'waiting';
    const service = services.byId(item.record.service.id);
    // Its account was removed: it waits for the person to decide.
    if (service === null) return this.#postpone(id, failed, { code: 'token-missing' });
    await service.ready();
    const delay = service.delay('create');
    if (delay !== null) {
      const retryAfterSeconds = Math.ceil(delay / 1000);
      return this.#postpone(id, failed, { code: 'rate-limited', retryAfterSeconds });
    }
    ledger.beginAttempt(id);
    const created = await createAt(service, item, onStoppable);
    if (created.ok) return this.#acknowledge(item.record, created.value);
    const verdict = verdictOf(created.error);
    log.write('send', { code: `${verdict}:${created.error.code}` });
    if (verdict === 'uncertain' || mayHaveArrived) return this.#postpone(id, 'uncertain', created.error);
    if (verdict === 'waiting') return this.#postpone(id, 'waiting', created.error);
    return this.#refuse(item, created.error);
  }

  /** A link that was made is handed over whatever the disk says; it is written down as soon as there is room. */
  #acknowledge(record: LedgerRecord, created: Created): SendOutput {
    const { ledger, services, log } = this.#parts;
    log.write('send', { code: 'sent' });
    try {
      ledger.deliver(record.id, created);
      return { outcome: 'sent', share: this.#share(record.id) };
    } catch {
      log.write('ledger', { code: 'cannot-store' });
      this.#unwritten.set(record.id, created);
      const delivered = { ...record, ...created, delivery: 'delivered' as const };
      return { outcome: 'sent', share: toShare(delivered, services) };
    }
  }

  /** What the service has and the disk had no room for. Until it is written, nothing of it is sent again. */
  #writeDown(): void {
    for (const [id, created] of this.#unwritten) {
      try {
        this.#parts.ledger.deliver(id, created);
        this.#unwritten.delete(id);
      } catch {
        return;
      }
    }
    for (const [id, { outcome, reason }] of this.#unsettled) {
      try {
        this.#parts.ledger.postpone(id, outcome, reason);
        this.#unsettled.delete(id);
      } catch {
        return;
      }
    }
  }

  /** The window still has the text of a first attempt; of a later one the envelope is all there is. */
  #refuse({ record, attempts }: OutboxItem, reason: ServiceFailure): SendOutput {
    if (attempts > 0) return this.#postpone(record.id, 'waiting', reason);
    this.#parts.ledger.forget([record.id]);
    return { outcome: 'refused', reason };
  }

  #postpone(id: string, outcome: Postponed['outcome'], reason: ServiceFailure): SendOutput {
    const { ledger, log } = this.#parts;
    try {
      ledger.postpone(id, outcome, reason);
      return { outcome, share: this.#share(id), reason };
    } catch {
      log.write('ledger', { code: 'cannot-store' });
      this.#unsettled.set(id, { outcome, reason });
      return { outcome, share: this.#share(id, { delivery: outcome, reason }), reason };
    }
  }

  /** @param known what the disk had no room for */
  #share(id: string, known: Partial<LedgerRecord> = {}): Share {
    const { ledger, services } = this.#parts;
    const record = ledger.find(id);
    if (record === null) throw new Error('a secret under way is not listed');
    return toShare({ ...record, ...known }, services);
  }
}

/** When the outbox should be tried again; what waits for a person's decision wakes nobody. */
function nextAttempt(ledger: Ledger, services: ServiceDirectory, now: number): number | null {
  const pauses = ledger
    .outbox('waiting')
    .filter(({ record }) => !hasExpired(record, now) && mayGoByItself(record))
    .map(({ record }) => services.byId(record.service.id)?.delay('create') ?? SOON_MS);
  return pauses.length === 0 ? null : Math.min(...pauses);
}

/** What the service refused for good, or what needs a token first, would be refused again. */
function mayGoByItself({ reason }: LedgerRecord): boolean {
  return reason === null || (reason.code !== 'token-missing' && verdictOf(reason) === 'waiting');
}

/** So much before the service may forget a key, it is not relied on any more: requests take their time. */
const MARGIN_MS = 3_600_000;

/**
 * Uncertain ones may go out again by themselves only where the service promises not to create twice, and as long as it
 * keeps that promise: from its first attempt on, which was not before it was made. Answers their ids.
 */
async function safeUncertain(
  ledger: Ledger,
  services: ServiceDirectory,
  now: number,
): Promise<ReadonlySet<string>> {
  const safe = new Set<string>();
  for (const { record } of ledger.outbox('uncertain')) {
    const age = now - Date.parse(record.createdAt);
    const isRemembered = age >= 0 && age < IDEMPOTENCY_MS - MARGIN_MS;
    if (isRemembered && (await offers(services.byId(record.service.id), 'idempotency'))) safe.add(record.id);
  }
  return safe;
}

/** One whose expiry passed while it waited is not sent; the person sees it as expired and decides. */
const hasExpired = (record: LedgerRecord, now: number): boolean =>
  record.expiresAt !== null && Date.parse(record.expiresAt) <= now;

function createAt(
  service: KnownService,
  { record, envelope }: OutboxItem,
  onStoppable: (stop: () => void) => void,
) {
  const message: NewMessage = {
    // What is in the outbox was checked by `inspect` before it was put there.
    envelope: envelope as EnvelopeText,
    name: record.name,
    policy: { expiresAt: record.expiresAt, maxAccess: record.maxAccess },
    // Another expiry is another request: with the old key a service would have to refuse it.
    idempotencyKey: `${record.id}.${record.expiresAt === null ? 'never' : Date.parse(record.expiresAt)}`,
  };
  return service.client.create(message, onStoppable);
}

function newRecord(service: KnownService, name: string | null, policy: Policy, now: number): LedgerRecord {
  return {
    id: randomUUID(),
    name,
    service: { id: service.id, name: service.name, origin: service.origin },
    ...policy,
    messageId: null,
    deleteToken: null,
    note: null,
    createdAt: new Date(now).toISOString(),
    delivery: 'waiting',
    report: null,
    firstAccessAt: null,
    deletedAt: null,
    reason: null,
  };
}
