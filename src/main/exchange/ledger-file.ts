/** The form in which the list leaves the program and comes back. */
import { z } from 'zod';
import { isOrigin, parseOrigin } from '../../core/api/origin.ts';
import { messageIdSchema } from '../../core/api/wire.ts';
import { MAX_NOTE_LENGTH, timelineEventSchema } from '../../shared/bridge/ledger.ts';
import { moment, shareIdSchema } from '../../shared/bridge/models.ts';
import type { Adopted, LedgerStory } from '../ledger/ledger.ts';
import { wrappedKeySchema } from '../ledger/passphrase-key.ts';

export const FORMAT = 'enigmacrypt-sent-list';
export const SEALED_FORMAT = 'enigmacrypt-sent-list-sealed';
/** A file of a later version is refused rather than half understood. */
export const FILE_VERSION = 1;

/** What every version begins with. */
export const headSchema = z.object({
  format: z.enum([FORMAT, SEALED_FORMAT]),
  version: z.int().positive(),
});

export const sealedFileSchema = z.object({ key: wrappedKeySchema, data: z.base64() });

export const entrySchema = z.object({
  id: shareIdSchema,
  name: z.string().max(1_000).nullable(),
  note: z.string().max(MAX_NOTE_LENGTH).nullable(),
  service: z.object({
    id: z.string().min(1).max(64),
    name: z.string().max(200),
    // Links are made of it.
    origin: z.string().max(300).refine(isOrigin),
  }),
  messageId: messageIdSchema,
  createdAt: moment,
  expiresAt: moment.nullable(),
  maxAccess: z.int().positive().nullable(),
  report: z
    .object({
      state: z.enum(['active', 'exhausted', 'expired', 'deleted', 'unknown', 'forbidden']),
      accessCount: z.int().nonnegative().nullable(),
    })
    .nullable(),
  firstAccessAt: moment.nullable(),
  deletedAt: moment.nullable(),
  /** Only in a sealed file. */
  deleteToken: z.string().max(512).nullable().default(null),
  timeline: z.array(timelineEventSchema).max(10_000),
});
export type ExportedEntry = z.infer<typeof entrySchema>;

/** Null for what was never sent: without its envelope it means nothing elsewhere. */
export function toExported({ record, timeline }: LedgerStory, withTokens: boolean): ExportedEntry | null {
  const { messageId, id, name, note, service, createdAt, expiresAt, maxAccess, report } = record;
  if (messageId === null) return null;
  return {
    ...{ id, name, note, service, messageId, createdAt, expiresAt, maxAccess, report },
    firstAccessAt: record.firstAccessAt,
    deletedAt: record.deletedAt,
    deleteToken: withTokens ? record.deleteToken : null,
    timeline: [...timeline],
  };
}

/** The accounts there are here. */
export interface AccountsHere {
  /** The one that sends to an origin. */
  readonly accountOf: (origin: string) => string | null;
  readonly originOf: (accountId: string) => string | null;
}

/** An id in the file is believed where no account here has it: a file must not put its links under another's name. */
function accountIdOf({ id, origin }: ExportedEntry['service'], here: AccountsHere): string {
  const known = here.originOf(id);
  // The built-in service is called the same everywhere, and may have had another port.
  const isBuiltinsOwn = isLoopbackOrigin(origin) && known !== null && isLoopbackOrigin(known);
  if (known === null || isBuiltinsOwn) return here.accountOf(origin) ?? id;
  return here.accountOf(origin) ?? `imported:${origin}`.slice(0, 64);
}

const isLoopbackOrigin = (origin: string): boolean => {
  const parsed = parseOrigin(origin);
  return parsed.ok && parsed.value.security === 'loopback';
};

export function toAdopted(entry: ExportedEntry, here: AccountsHere): Adopted {
  const { timeline, service, ...rest } = entry;
  const id = accountIdOf(service, here);
  return {
    record: { ...rest, service: { ...service, id }, delivery: 'delivered', reason: null },
    events: timeline.map(({ at, kind, source, count }) => ({
      ...{ at: Date.parse(at), kind, source },
      ...(count === null ? {} : { count }),
    })),
  };
}
