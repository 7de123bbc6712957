/** Between a row of the file and what it means. A row that cannot be read with the key means nothing: null. */
import type { SQLOutputValue } from 'node:sqlite';
import { type ServiceFailure, serviceFailureSchema } from '../../core/api/failure.ts';
import { type CatalogueEntry, type Described, textsOf } from '../../core/catalogue/entry.ts';
import { courseIn, type ServiceReport } from '../../core/secret/state.ts';
import { type LedgerRecord, type OutboxItem, type SealedPart, sealedPartSchema } from './record.ts';
import type { RowSeal } from './row-seal.ts';

export type Row = Record<string, SQLOutputValue>;

/** Without the envelope, which can be large. */
export const SELECT_RECORD = `
  SELECT share.*, share.rowid AS sequence, outbox.reason
  FROM share LEFT JOIN outbox ON outbox.share_id = share.id`;

export const SELECT_OUTBOX = `
  SELECT share.*, outbox.reason, outbox.envelope, outbox.attempts
  FROM outbox JOIN share ON outbox.share_id = share.id`;

export const placeOf = (id: string): string => `share:${id}`;

export function sealRecord(record: LedgerRecord, seal: RowSeal): Uint8Array {
  const { name, service, maxAccess, messageId, deleteToken, note } = record;
  const part: SealedPart = { v: 2, name, service, maxAccess, messageId, deleteToken, note };
  return seal.seal(JSON.stringify(part), placeOf(record.id));
}

export function toRecord(row: Row, seal: RowSeal): LedgerRecord | null {
  const id = String(row['id']);
  const part = openPart(id, row['sealed'], seal);
  if (part === null) return null;
  const { name, service, maxAccess, messageId, deleteToken, note } = part;
  return {
    ...{ id, name, service, maxAccess, messageId, deleteToken, note },
    createdAt: toIso(row['created_at']) ?? new Date(0).toISOString(),
    expiresAt: toIso(row['expires_at']),
    delivery: toDelivery(row['delivery']),
    report: toReport(row),
    firstAccessAt: toIso(row['first_access_at']),
    deletedAt: toIso(row['deleted_at']),
    reason: toReason(row['reason']),
  };
}

/** Read for every row when the list is searched first: as fast as can be. */
export function toCatalogueEntry(row: Row, seal: RowSeal): CatalogueEntry | null {
  const id = String(row['id']);
  const text = openText(id, row['sealed'], seal);
  const part = text === null ? null : readTexts(JSON.parse(text));
  if (part === null) return null;
  const report = toReport(row);
  return {
    id,
    sequence: Number(row['sequence']),
    createdAt: Number(row['created_at']),
    expiresAt: asNumber(row['expires_at']),
    course: courseIn(
      toDelivery(row['delivery']),
      asNumber(row['expires_at']),
      row['deleted_at'] !== null,
      report,
    ),
    opened: report?.accessCount ?? null,
    accountId: part.accountId,
    ...textsOf(part),
  };
}

/** What of a sealed part is searched. It was written by this program: its shape is only looked at. */
function readTexts(value: unknown): (Described & { readonly accountId: string }) | null {
  if (typeof value !== 'object' || value === null || !('service' in value)) return null;
  const { service } = value;
  if (typeof service !== 'object' || service === null || !('id' in service && 'name' in service)) return null;
  const { id: accountId, name: serviceName } = service;
  if (typeof accountId !== 'string' || typeof serviceName !== 'string') return null;
  const textOf = (key: string): string | null => {
    const text: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
    return typeof text === 'string' ? text : null;
  };
  return {
    name: textOf('name'),
    serviceName,
    messageId: textOf('messageId'),
    note: textOf('note'),
    accountId,
  };
}

const asNumber = (value: SQLOutputValue | undefined): number | null =>
  typeof value === 'number' ? value : null;

export function toOutboxItem(row: Row, seal: RowSeal): OutboxItem | null {
  const record = toRecord(row, seal);
  const envelope = row['envelope'];
  return record === null || typeof envelope !== 'string'
    ? null
    : { record, envelope, attempts: Number(row['attempts']) };
}

const openText = (id: string, sealed: SQLOutputValue | undefined, seal: RowSeal): string | null =>
  sealed instanceof Uint8Array ? seal.open(sealed, placeOf(id)) : null;

function openPart(id: string, sealed: SQLOutputValue | undefined, seal: RowSeal): SealedPart | null {
  const text = openText(id, sealed, seal);
  if (text === null) return null;
  const parsed = sealedPartSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

function toDelivery(value: SQLOutputValue | undefined): LedgerRecord['delivery'] {
  return value === 'waiting' || value === 'uncertain' ? value : 'delivered';
}

const REPORTED: readonly ServiceReport['state'][] = [
  'active',
  'exhausted',
  'expired',
  'deleted',
  'unknown',
  'forbidden',
];

function toReport(row: Row): ServiceReport | null {
  const state = REPORTED.find((known) => known === row['reported_state']);
  if (state === undefined) return null;
  const count = row['access_count'];
  return { state, accessCount: typeof count === 'number' ? count : null };
}

function toReason(value: SQLOutputValue | undefined): ServiceFailure | null {
  if (typeof value !== 'string') return null;
  const parsed = serviceFailureSchema.safeParse(parseJson(value));
  return parsed.success ? parsed.data : null;
}

/** Undefined for what is no JSON: the column is in the clear, and anything may have happened to it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const toMillis = (iso: string): number => Date.parse(iso);
export const nullableMillis = (iso: string | null): number | null => (iso === null ? null : toMillis(iso));

/** The first and the last moment of the years 0 to 9999: no others can be told to a window. */
const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Null for what is no moment: one row with a strange time must not keep the whole list from being shown. */
export const toIso = (value: SQLOutputValue | undefined): string | null =>
  typeof value === 'number' && value >= EARLIEST && value <= LATEST ? new Date(value).toISOString() : null;
