/** Asks services what became of what was sent, and deletes there on command. */
import type { ServiceFailure } from '../../core/api/failure.ts';
import { STATUS_BATCH_LIMIT, type StatusRow } from '../../core/api/wire.ts';
import type { Clock } from '../../core/ports.ts';
import { secretState, type SecretState } from '../../core/secret/state.ts';
import type { DeleteOutput } from '../../shared/bridge/models.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { Log } from '../log/log.ts';
import { type KnownService, offers, type ServiceDirectory } from './directory.ts';
import { toShare } from './to-share.ts';

export interface ReviewerParts {
  readonly ledger: Ledger;
  readonly services: ServiceDirectory;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Reviewer {
  /** Asks about everything that can still change. Answers whether anything was learned. */
  refresh(): Promise<boolean>;
  remove(id: string): Promise<DeleteOutput>;
}

/** States after which a service has nothing more to tell. */
const FINAL: readonly SecretState[] = ['waiting', 'overdue', 'uncertain', 'used-up', 'expired', 'deleted'];

type Sent = LedgerRecord & { readonly messageId: string };
const isSent = (record: LedgerRecord): record is Sent => record.messageId !== null;

export function createReviewer({ ledger, services, clock, log }: ReviewerParts): Reviewer {
  async function ask(service: KnownService, records: readonly Sent[]): Promise<boolean> {
    const answer = await service.client.status(records);
    log.write('refresh', { code: answer.ok ? 'answered' : answer.error.code, count: records.length });
    if (!answer.ok) return false;
    const rows = new Map(answer.value.map((row) => [row.messageId, row]));
    const news = records.flatMap((record) => {
      const row = rows.get(record.messageId);
      return row !== undefined && isNews(record, row) ? [{ id: record.id, row }] : [];
    });
    if (news.length > 0) ledger.report(news);
    return news.length > 0;
  }

  return {
    async refresh() {
      const open = ledger.list().filter((record) => !FINAL.includes(secretState(record, clock())));
      let learned = false;
      for (const [serviceId, records] of Map.groupBy(open.filter(isSent), ({ service }) => service.id)) {
        const service = services.byId(serviceId);
        if (service === null || !(await offers(service, 'status'))) continue;
        for (const batch of batches(records, STATUS_BATCH_LIMIT))
          learned = (await ask(service, batch)) || learned;
      }
      return learned;
    },

    async remove(id) {
      const record = ledger.find(id);
      if (record === null || !isSent(record)) return { outcome: 'not-listed' };
      const service = services.byId(record.service.id);
      if (service === null) return { outcome: 'failed', reason: { code: 'token-missing' } };
      const answer = await service.client.remove(record);
      log.write('delete', { code: answer.ok ? 'deleted' : answer.error.code });
      const already = !answer.ok && (await isAlreadyGone(service, answer.error));
      if (!answer.ok && !already) return { outcome: 'failed', reason: answer.error };
      ledger.markDeleted(id, new Date(clock()).toISOString());
      const after = ledger.find(id);
      return after === null
        ? { outcome: 'not-listed' }
        : { outcome: 'deleted', already, share: toShare(after, services, clock()) };
    },
  };
}

/** "Not found" means gone only from a service that knows the call; elsewhere it may mean the call itself. */
async function isAlreadyGone(service: KnownService, failure: ServiceFailure): Promise<boolean> {
  if (failure.code === 'gone') return true;
  if (failure.code !== 'not-found') return false;
  return offers(service, 'delete');
}

function isNews({ report, firstAccessAt }: LedgerRecord, row: StatusRow): boolean {
  if (report?.state !== row.state) return true;
  return (
    'accessCount' in row &&
    (report.accessCount !== row.accessCount || (firstAccessAt === null && row.firstAccessAt !== null))
  );
}

function batches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
