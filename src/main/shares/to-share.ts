import { linkOf } from '../../core/api/client.ts';
import { secretState } from '../../core/secret/state.ts';
import type { Share } from '../../shared/bridge/models.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { ServiceDirectory } from './directory.ts';

/**
 * One line of the list as a window gets it: no delete token. The link is made from where the service is now,
 * because the built-in one may have moved since.
 */
export function toShare(record: LedgerRecord, services: ServiceDirectory): Share {
  const service = services.byId(record.service.id);
  const origin = service?.origin ?? record.service.origin;
  return {
    id: record.id,
    name: record.name,
    accountId: record.service.id,
    isAccountGone: service === null,
    reports: services.reports(record.service.id),
    serviceName: record.service.name,
    serviceOrigin: origin,
    messageId: record.messageId,
    link: record.messageId === null ? null : linkOf(origin, record.messageId),
    createdAt: record.createdAt,
    expiresAt: record.expiresAt,
    maxAccess: record.maxAccess,
    accessCount: record.report?.accessCount ?? null,
    firstAccessAt: record.firstAccessAt,
    deletedAt: record.deletedAt,
    state: secretState(record, services.now(record.service.id)),
    reason: record.reason,
  };
}
