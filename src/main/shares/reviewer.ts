/** Asks services what became of what was sent, and deletes there on command. */
import type { ServiceFailure } from '../../core/api/failure.ts';
import { STATUS_BATCH_LIMIT, type StatusRow } from '../../core/api/wire.ts';
import type { Clock } from '../../core/ports.ts';
import { nextAsk, pauseAfterFailure } from '../../core/secret/refresh-plan.ts';
import type { Asked } from '../../shared/bridge/ledger.ts';
import type { DeleteOutput } from '../../shared/bridge/models.ts';
import type { Heard, Learned, Ledger } from '../ledger/ledger.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import { isStorageProblem } from '../ledger/storage-problem.ts';
import type { Log } from '../log/log.ts';
import { type KnownService, offers, type ServiceDirectory } from './directory.ts';
import { toShare } from './to-share.ts';

export interface ReviewerParts {
  readonly ledger: Ledger;
  readonly services: ServiceDirectory;
  readonly clock: Clock;
  readonly log: Log;
  /** Told what a service has said that was not known before. */
  readonly onLearned?: (learned: readonly Learned[]) => void;
  /** Told when one could not be reached. */
  readonly onUnreachable?: () => void;
}

/** Whether questions to one service are spread evenly, or something happened that makes news likely. */
export type Haste = 'in-turn' | 'at-once';

export interface Reviewer {
  /** Asks about these, and writes down when to ask again. */
  ask(ids: readonly string[], haste: Haste): Promise<Asked>;
  remove(id: string): Promise<DeleteOutput>;
}

type Sent = LedgerRecord & { readonly messageId: string };
const isSent = (record: LedgerRecord): record is Sent => record.messageId !== null;

export function createReviewer(parts: ReviewerParts): Reviewer {
  return new ServiceReviewer(parts);
}

const NO_ANSWER: Asked['missed'] = { why: 'no-answer' };

/** What could not be reached is worth more words than what is only held back. */
const both = (one: Asked, other: Asked): Asked => ({
  learned: one.learned || other.learned,
  missed: [one.missed, other.missed].find((each) => each?.why === 'no-answer') ?? one.missed ?? other.missed,
});

class ServiceReviewer implements Reviewer {
  readonly #parts: ReviewerParts;
  /** In a row, by service: the pauses grow. */
  readonly #failures = new Map<string, number>();
  /** When each service was asked last. */
  readonly #askedAt = new Map<string, number>();

  constructor(parts: ReviewerParts) {
    this.#parts = parts;
  }

  async ask(ids: readonly string[], haste: Haste): Promise<Asked> {
    const { ledger, services } = this.#parts;
    const records = ledger.findMany(ids).filter(isSent);
    // What cannot be read, or was never sent, is not asked about again.
    const asked = new Set(records.map(({ id }) => id));
    this.#hear(ids.filter((id) => !asked.has(id)).map((id) => ({ id, row: null, askAt: null })));
    let outcome: Asked = { learned: false, missed: null };
    for (const [serviceId, group] of Map.groupBy(records, ({ service }) => service.id)) {
      const service = services.byId(serviceId);
      for (const batch of batches(group, STATUS_BATCH_LIMIT))
        outcome = both(outcome, await this.#askService(service, batch, haste));
    }
    return outcome;
  }

  async #askService(service: KnownService | null, records: readonly Sent[], haste: Haste): Promise<Asked> {
    const vainly = (askAt: number | null, missed: Asked['missed'] = null): Asked => {
      this.#hear(records.map(({ id }) => ({ id, row: null, askAt })));
      return { learned: false, missed };
    };
    if (service === null) return vainly(null);
    await service.ready();
    const abilities = await service.capabilities();
    if (!abilities.ok) return vainly(this.#retryAt(service, abilities.error), NO_ANSWER);
    // Nothing to ask, until the service announces that there is.
    if (abilities.value?.features.includes('status') !== true) return vainly(null);
    const now = this.#parts.clock();
    const wait = this.#wait(service, now, haste);
    if (wait > 0) return vainly(now + wait, { why: 'budget', until: new Date(now + wait).toISOString() });
    this.#askedAt.set(service.id, now);
    const answer = await service.client.status(records);
    this.#parts.log.write('refresh', {
      code: answer.ok ? 'answered' : answer.error.code,
      count: records.length,
    });
    if (!answer.ok) return vainly(this.#retryAt(service, answer.error), NO_ANSWER);
    this.#failures.delete(service.id);
    return { learned: this.#hear(this.#read(service, records, answer.value)), missed: null };
  }

  /** Milliseconds until it may be asked: what is left of its rate budget belongs to what a person wants to do. */
  #wait(service: KnownService, now: number, haste: Haste): number {
    const { delay, pace } = service.refreshing();
    const since = Math.max(0, now - (this.#askedAt.get(service.id) ?? -Infinity));
    return Math.max(delay ?? 0, haste === 'in-turn' ? pace - since : 0);
  }

  #read(service: KnownService, records: readonly Sent[], answers: readonly StatusRow[]): Heard[] {
    const { services, clock } = this.#parts;
    const rows = new Map(answers.map((row) => [row.messageId, row]));
    // Planned by the service's clock, kept by ours.
    const ahead = services.now(service.id) - clock();
    return records.map(({ id, messageId, createdAt, expiresAt }) => {
      const lifetime = {
        createdAt: Date.parse(createdAt),
        expiresAt: expiresAt === null ? null : Date.parse(expiresAt) - ahead,
      };
      return { id, row: rows.get(messageId) ?? null, askAt: nextAsk(lifetime, clock()) };
    });
  }

  #hear(answers: readonly Heard[]): boolean {
    if (answers.length === 0) return false;
    const learned = this.#parts.ledger.hear(answers);
    if (learned.length > 0) this.#parts.onLearned?.(learned);
    return learned.length > 0;
  }

  #retryAt(service: KnownService, failure: ServiceFailure): number {
    const failures = (this.#failures.get(service.id) ?? 0) + 1;
    this.#failures.set(service.id, failures);
    if (failure.code === 'unreachable') this.#parts.onUnreachable?.();
    const asked = failure.code === 'rate-limited' ? failure.retryAfterSeconds * 1_000 : 0;
    return this.#parts.clock() + Math.max(asked, pauseAfterFailure(failures));
  }

  async remove(id: string): Promise<DeleteOutput> {
    const { ledger, services, clock, log } = this.#parts;
    const record = ledger.find(id);
    if (record === null || !isSent(record)) return { outcome: 'not-listed' };
    const service = services.byId(record.service.id);
    if (service === null) return { outcome: 'failed', reason: { code: 'token-missing' } };
    const answer = await service.client.remove(record);
    log.write('delete', { code: answer.ok ? 'deleted' : answer.error.code });
    const already = !answer.ok && (await isAlreadyGone(service, answer.error));
    if (!answer.ok && !already) return { outcome: 'failed', reason: answer.error };
    const deletedAt = new Date(clock()).toISOString();
    try {
      ledger.markDeleted(id, deletedAt);
    } catch (problem) {
      if (!isStorageProblem(problem)) throw problem;
      // It is gone all the same. The list learns it from the service once there is room.
      log.write('ledger', { code: 'cannot-store' });
      return { outcome: 'deleted', already, share: toShare({ ...record, deletedAt }, services) };
    }
    const after = ledger.find(id);
    return after === null
      ? { outcome: 'not-listed' }
      : { outcome: 'deleted', already, share: toShare(after, services) };
  }
}

/** "Not found" means gone only from a service that knows the call; elsewhere it may mean the call itself. */
async function isAlreadyGone(service: KnownService, failure: ServiceFailure): Promise<boolean> {
  if (failure.code === 'gone') return true;
  if (failure.code !== 'not-found') return false;
  return offers(service, 'delete');
}

function batches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
