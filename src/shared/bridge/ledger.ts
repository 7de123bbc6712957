/**
 * What crosses the bridge about the list of what was sent. A window never holds the whole list: it asks for the
 * part it shows, and is told that something changed, not what.
 */
import { z } from 'zod';
import { serviceFailureSchema } from '../../core/api/failure.ts';
import { secretStates } from '../../core/secret/state.ts';
import { moment, shareIdSchema, shareSchema } from './models.ts';

/** In UTF-16 units. */
export const MAX_SEARCH_LENGTH = 200;
export const MAX_NOTE_LENGTH = 2_000;
/** The shortest passphrase that may be set. */
export const MIN_PASSPHRASE_LENGTH = 8;
/** Lines in one answer. */
export const MAX_PAGE = 200;
/** Entries one command may be about. */
export const MAX_SELECTION = 100_000;

const count = z.int().nonnegative();
const accountId = z.string().min(1).max(64);

export const ledgerFilterSchema = z.strictObject({
  /** Words, all of which must occur in name, service, link id or note; letter case and accents do not matter. */
  search: z.string().max(MAX_SEARCH_LENGTH),
  /** None for any. */
  states: z.array(z.enum(secretStates)).max(secretStates.length),
  /** None for any. */
  accountIds: z.array(accountId).max(200),
  /** Sent at or after this moment. */
  from: moment.nullable(),
  /** Sent before this moment. */
  until: moment.nullable(),
});
export type LedgerFilter = z.infer<typeof ledgerFilterSchema>;

export const ledgerSorts = ['created', 'expires', 'name', 'state', 'service', 'opened'] as const;

export const ledgerOrderSchema = z.strictObject({
  by: z.enum(ledgerSorts),
  direction: z.enum(['ascending', 'descending']),
});
export type LedgerOrder = z.infer<typeof ledgerOrderSchema>;

export const ledgerQuerySchema = z.strictObject({
  filter: ledgerFilterSchema,
  order: ledgerOrderSchema,
  offset: count,
  limit: z.int().min(1).max(MAX_PAGE),
});

export const ledgerPageSchema = z.strictObject({
  /** How many entries the filter lets through. */
  total: count,
  /** Grows with each change of the list. */
  revision: count,
  /** From `offset` on. */
  shares: z.array(shareSchema).max(MAX_PAGE),
});
export type LedgerPage = z.infer<typeof ledgerPageSchema>;

/** How much of what there is, for filters that read as words and for an empty list. */
export const ledgerSummarySchema = z.strictObject({
  total: count,
  revision: count,
  states: z.partialRecord(z.enum(secretStates), count),
  accounts: z.array(z.strictObject({ id: accountId, name: z.string(), count })),
});
export type LedgerSummary = z.infer<typeof ledgerSummarySchema>;

/** The ids a filter lets through, in order: what "select all" selects. */
export const ledgerIdsInput = z.strictObject({ filter: ledgerFilterSchema, order: ledgerOrderSchema });
export const ledgerIdsOutput = z.array(shareIdSchema).max(MAX_SELECTION);

export const timelineKinds = [
  'created',
  /** The service acknowledged: there is a link. */
  'sent',
  'link-copied',
  'password-copied',
  'password-kept',
  'password-dropped',
  'first-opened',
  /** The count of accesses the service told has changed. */
  'count-changed',
  'used-up',
  /** The person was reminded that it expires soon. */
  'reminded',
  'expired',
  'deleted',
  /** The service no longer knows it. */
  'lost',
  /** Sent again with the same settings as a new entry. */
  'extended',
  'imported',
] as const;

export const timelineEventSchema = z.strictObject({
  at: moment,
  kind: z.enum(timelineKinds),
  /** Who says so: the service, or this program by its own knowledge. */
  source: z.enum(['service', 'here']),
  /** Accesses so far, where it is about them. */
  count: count.nullable(),
});
export type TimelineEvent = z.infer<typeof timelineEventSchema>;

export const ledgerEntrySchema = z.strictObject({
  share: shareSchema,
  note: z.string().max(MAX_NOTE_LENGTH).nullable(),
  passwordPlace: z.enum(['not-kept', 'keychain']),
  /** Oldest first. */
  timeline: z.array(timelineEventSchema),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

export const noteInput = z.strictObject({
  id: shareIdSchema,
  /** Null takes it away. */
  note: z.string().max(MAX_NOTE_LENGTH).nullable(),
});

/** Something the window did with an entry that belongs into its timeline. */
export const happenedInput = z.strictObject({
  id: shareIdSchema,
  what: z.enum(['link-copied', 'password-copied']),
});

export const selectionInput = z.strictObject({ ids: z.array(shareIdSchema).min(1).max(MAX_SELECTION) });

export const forgottenOutput = z.strictObject({ forgotten: count });
export const restoredOutput = z.strictObject({ restored: count });

/** What came of asking services for news. */
export const askedSchema = z.strictObject({
  /** Something was told that was not known before. */
  learned: z.boolean(),
  /** Why not all could be asked; null when all were. */
  missed: z
    .discriminatedUnion('why', [
      z.strictObject({ why: z.literal('no-answer') }),
      /** The rest of the rate budget is left to what the person wants to do, until then. */
      z.strictObject({ why: z.literal('budget'), until: moment }),
    ])
    .nullable(),
});
export type Asked = z.infer<typeof askedSchema>;

/** The list is another one than before. */
export const ledgerChangedSchema = z.strictObject({
  revision: count,
  /** Which entries, or null for many. */
  ids: z.array(shareIdSchema).max(MAX_PAGE).nullable(),
});

/** What became of a command about many, entry by entry; what went well is only counted. */
export const bulkOutputSchema = z.strictObject({
  done: count,
  /** Of those: were gone at the service before. */
  already: count,
  failed: z.array(z.strictObject({ id: shareIdSchema, reason: serviceFailureSchema })),
  /** Not tried any more, because the person stopped it. */
  stopped: count,
});
export type BulkOutput = z.infer<typeof bulkOutputSchema>;

/** While a command about many is carried out. */
export const bulkProgressSchema = z.strictObject({
  done: count,
  total: count,
  /** It waits for the rate budget until then. */
  waitsUntil: moment.nullable(),
});
export type BulkProgress = z.infer<typeof bulkProgressSchema>;

/** Forgotten entries stay on disk, sealed, until this time is over; until then they can be brought back. */
export const UNDO_MS = 10_000;

export const exportFormats = ['csv', 'json'] as const;
export const exportInput = z.strictObject({
  format: z.enum(exportFormats),
  filter: ledgerFilterSchema,
  /** These of them; null for all that the filter lets through. */
  ids: z.array(shareIdSchema).min(1).max(MAX_SELECTION).nullable(),
  /** With a passphrase, delete tokens are exported too, and the whole file is sealed. JSON only. */
  passphrase: z.string().min(MIN_PASSPHRASE_LENGTH).max(1024).nullable(),
});
export const exportOutput = z.discriminatedUnion('outcome', [
  /** The file's name, without its folder. */
  z.strictObject({ outcome: z.literal('saved'), count, file: z.string() }),
  z.strictObject({ outcome: z.literal('cancelled') }),
  z.strictObject({ outcome: z.literal('failed'), why: z.enum(['storage', 'busy']) }),
]);

/** The passphrase is asked for only when the file turns out to be sealed. */
export const importInput = z.strictObject({ passphrase: z.string().min(1).max(1024).nullable() });
export const importOutput = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('imported'), added: count, known: count, unreadable: count }),
  z.strictObject({ outcome: z.literal('cancelled') }),
  z.strictObject({ outcome: z.literal('needs-passphrase') }),
  z.strictObject({
    outcome: z.literal('failed'),
    why: z.enum(['not-an-export', 'newer', 'wrong-passphrase', 'storage', 'too-large']),
  }),
]);

/** What erasing everything took away, and what it cannot reach. */
export const eraseOutput = z.strictObject({
  erased: z.array(
    z.enum(['ledger', 'outbox', 'keychain', 'accounts', 'settings', 'log', 'service', 'set-aside']),
  ),
  /** Could not be erased. */
  kept: z.array(
    z.enum(['ledger', 'outbox', 'keychain', 'accounts', 'settings', 'log', 'service', 'set-aside']),
  ),
  /** Secrets that are still readable at services other than the built-in one. */
  remains: z.array(z.strictObject({ name: z.string(), origin: z.string(), count })),
});

/** Where the list is kept in this run. */
export const ledgerPlaceSchema = z.enum([
  /** Sealed on disk under a key in the keychain. */
  'keychain',
  /** Sealed on disk under the person's passphrase. */
  'passphrase',
  /** On disk under a passphrase that was not given yet: this run has an empty list in memory. */
  'locked',
  /** In memory: it is gone when the program ends. */
  'memory',
]);
export type LedgerPlace = z.infer<typeof ledgerPlaceSchema>;

export const passphraseInput = z.strictObject({
  passphrase: z.string().min(MIN_PASSPHRASE_LENGTH).max(1024),
});
/** The one it is under now, and the one that takes its place. */
export const changePassphraseInput = z.strictObject({
  current: z.string().min(1).max(1024),
  next: passphraseInput.shape.passphrase,
});
export const passphraseOutput = z.enum(['opened', 'wrong', 'storage', 'not-needed']);
