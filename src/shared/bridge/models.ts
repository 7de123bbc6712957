/** What crosses the bridge: no plaintext and no unlock password inwards, no token outwards. */
import { z } from 'zod';
import { serviceFailureSchema } from '../../core/api/failure.ts';
import { messageIdSchema } from '../../core/api/wire.ts';
import { policySchema, secretNameSchema } from '../../core/secret/policy-schema.ts';
import { secretStates } from '../../core/secret/state.ts';
import { MAX_ENVELOPE_CHARS } from './bounds.ts';
import { quickSettings } from './quick-settings.ts';
import { lockAfterMinutes, whenClosed } from './resident.ts';

export const themes = ['system', 'light', 'dark'] as const;
export const languages = ['system', 'en', 'es'] as const;

export const settingsSchema = z.strictObject({
  theme: z.enum(themes),
  language: z.enum(languages),
  /** The introduction was gone through, or skipped, once. */
  isOnboarded: z.boolean(),
  whenClosed: z.enum(whenClosed),
  lockAfter: z.literal(lockAfterMinutes),
  lockWithSystem: z.boolean(),
  /** From screen capture. */
  isProtected: z.boolean(),
  /** Native notifications: the first opening of a secret; one that expires within the hour and was not opened. */
  notifyOpened: z.boolean(),
  notifyExpiring: z.boolean(),
  /** Whether they carry the name the person gave. Other programs can read notifications. */
  notifyNames: z.boolean(),
  /** Looks for a new version of the program about once a day. */
  looksForUpdates: z.boolean(),
  ...quickSettings,
});
export type Settings = z.infer<typeof settingsSchema>;

/** Things a person should know about this run. The window has the words. */
export const noticeSchema = z.enum([
  /** No keychain: tokens and the list of sent secrets live for this run only. */
  'keychain-missing',
  /** The keychain is there but refused or did not answer: nothing was overwritten. */
  'keychain-unavailable',
  /** The list of sent secrets could not be read with the key at hand; it was kept aside and a new one begun. */
  'ledger-set-aside',
  /** The list was written by a newer version of the program; it was left alone and this run uses none. */
  'ledger-newer',
  /** The list's file was damaged: it was kept aside, and what could be read is in the new one. */
  'ledger-recovered',
  /** Another program has the list open; this run uses none on disk. */
  'ledger-in-use',
  /** The list is sealed under a passphrase that was not given yet. */
  'ledger-locked',
  /** The list could not be stored; it lives in memory for this run only. */
  'ledger-in-memory',
  /** The accounts could not be read; they were kept aside, and the built-in service is the only one. */
  'accounts-set-aside',
  /** The settings file could not be read; it was kept aside and the defaults are in use. */
  'settings-set-aside',
  /** The built-in service had to move to another port: links made earlier on the old one do not answer. */
  'service-moved',
  /** This desktop shows no tray: the window stays, and is never hidden out of reach. */
  'no-tray',
  /** A chosen shortcut could not be had this time. */
  'shortcut-refused',
  /** The running Electron is not an official build. */
  'unofficial-runtime',
  /** The look that the person wanted once a day found a newer version. */
  'update-available',
]);
export type Notice = z.infer<typeof noticeSchema>;

export const appInfoSchema = z.strictObject({
  version: z.string(),
  electronVersion: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32', 'other']),
  /** BCP 47, what the system is set to. */
  systemLanguage: z.string(),
  keychain: z.enum(['keytar', 'keyring', 'memory']),
  /** How many entries of a damaged list could be read and how many not, with the notice `ledger-recovered`. */
  recovered: z.strictObject({ kept: z.int().nonnegative(), lost: z.int().nonnegative() }).nullable(),
  notices: z.array(noticeSchema),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const serviceStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('starting') }),
  z.strictObject({ status: z.literal('running'), origin: z.string(), maxContentBytes: z.int().positive() }),
  z.strictObject({ status: z.literal('failed'), reason: z.enum(['port-in-use', 'storage', 'crashed']) }),
]);
export type ServiceState = z.infer<typeof serviceStateSchema>;

export const shareIdSchema = z.uuid();

/** ISO 8601 in UTC. */
export const moment = z.iso.datetime();

/** One line of the list of sent secrets. */
export const shareSchema = z.strictObject({
  id: shareIdSchema,
  name: z.string().nullable(),
  /** Of the account it was sent with. */
  accountId: z.string(),
  /** The account was removed since: the service cannot be asked or told anything any more. */
  isAccountGone: z.boolean(),
  /** Whether the service says how often it was opened; null while that is not known. */
  reports: z.boolean().nullable(),
  /** The service's name for people and its origin. */
  serviceName: z.string(),
  serviceOrigin: z.string(),
  messageId: messageIdSchema.nullable(),
  /** The link for the recipient, or null while there is none. */
  link: z.string().nullable(),
  createdAt: moment,
  expiresAt: moment.nullable(),
  maxAccess: z.int().positive().nullable(),
  /** As the service last said, or null where it does not report. */
  accessCount: z.int().nonnegative().nullable(),
  firstAccessAt: moment.nullable(),
  /** When the service confirmed the deletion we asked for. */
  deletedAt: moment.nullable(),
  state: z.enum(secretStates),
  /** Why it waits or is uncertain, when it does. */
  reason: serviceFailureSchema.nullable(),
});
export type Share = z.infer<typeof shareSchema>;

export const sendInputSchema = z.strictObject({
  accountId: z.string().min(1).max(64),
  envelope: z.string().min(1).max(MAX_ENVELOPE_CHARS),
  name: secretNameSchema.nullable(),
  policy: policySchema,
  /** The entry this one is the continuation of: sent again with the same settings. */
  extends: shareIdSchema.optional(),
});

export const sendOutputSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('sent'), share: shareSchema }),
  /** Kept in the outbox; goes out by itself. */
  z.strictObject({ outcome: z.literal('waiting'), share: shareSchema, reason: serviceFailureSchema }),
  /** The answer was lost; kept in the outbox, not sent again unless the service makes that safe. */
  z.strictObject({ outcome: z.literal('uncertain'), share: shareSchema, reason: serviceFailureSchema }),
  /** The service said no for good; nothing is kept. */
  z.strictObject({ outcome: z.literal('refused'), reason: serviceFailureSchema }),
  /** This side said no before anything was kept or sent. */
  z.strictObject({
    outcome: z.literal('invalid'),
    why: z.enum(['not-an-envelope', 'expiry-passed', 'storage', 'no-account']),
  }),
]);
export type SendOutput = z.infer<typeof sendOutputSchema>;

const shareIdInput = z.strictObject({ id: shareIdSchema });

export const deleteOutputSchema = z.discriminatedUnion('outcome', [
  /** `already` when the service had deleted, used up or forgotten it before. */
  z.strictObject({ outcome: z.literal('deleted'), already: z.boolean(), share: shareSchema }),
  z.strictObject({ outcome: z.literal('failed'), reason: serviceFailureSchema }),
  z.strictObject({ outcome: z.literal('not-listed') }),
]);
export type DeleteOutput = z.infer<typeof deleteOutputSchema>;

export const openOutputSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('fetched'),
    envelope: z.string(),
    accessCount: z.int().nonnegative(),
    maxAccess: z.int().positive().nullable(),
  }),
  /** Not a link of a service this program knows how to open; offer the browser. */
  z.strictObject({ outcome: z.literal('browser-only') }),
  z.strictObject({ outcome: z.literal('not-a-link') }),
  z.strictObject({ outcome: z.literal('failed'), reason: serviceFailureSchema }),
]);
export type OpenOutput = z.infer<typeof openOutputSchema>;

// ---- Accounts --------------------------------------------------------------------------------------------------

export const MAX_ACCOUNT_NAME = 60;

/** Where an account's token is; `none` when it sends anonymously. Never the token. */
export const tokenPlaceSchema = z.enum(['none', 'keychain', 'this-run', 'missing', 'unavailable']);

export const accountDefaultsSchema = z.strictObject({
  /** Seconds, or null for never. */
  lifetimeSeconds: z
    .int()
    .min(60)
    .max(10 * 365 * 86_400)
    .nullable(),
  maxAccess: z.int().min(1).max(1_000_000).nullable(),
});
export type AccountDefaults = z.infer<typeof accountDefaultsSchema>;

/** What a service can do, as far as it was asked. */
export const abilitiesSchema = z.discriminatedUnion('known', [
  z.strictObject({ known: z.literal('not-asked') }),
  /** It answers, and announces nothing beyond its documentation. */
  z.strictObject({ known: z.literal('documented-only') }),
  z.strictObject({
    known: z.literal('announced'),
    reports: z.boolean(),
    deletes: z.boolean(),
    opens: z.boolean(),
    /** Sending again after a lost answer creates nothing twice. */
    repeatsSafely: z.boolean(),
    maxContentBytes: z.int().positive(),
    maxAccess: z.int().positive(),
    maxLifetimeSeconds: z.int().positive(),
  }),
]);
export type Abilities = z.infer<typeof abilitiesSchema>;

export const accountSchema = z.strictObject({
  id: z.string().min(1).max(64),
  isBuiltin: z.boolean(),
  isCurrent: z.boolean(),
  name: z.string(),
  origin: z.string(),
  /** Plain http in a local network: what is sent can be seen and altered there. */
  isInsecure: z.boolean(),
  auth: z.enum(['token', 'anonymous']),
  token: tokenPlaceSchema,
  defaults: accountDefaultsSchema,
  hash: z.enum(['SHA-256', 'SHA-1']),
  abilities: abilitiesSchema,
  /** What the service still takes, as far as was counted. `freeAt` when nothing is left. */
  budget: z.strictObject({
    limit: z.int().positive(),
    remaining: z.int().nonnegative(),
    freeAt: moment.nullable(),
  }),
});
export type Account = z.infer<typeof accountSchema>;

/** What a person pasted as a token, cleaned by the window where they can see it; checked again here. */
const tokenInput = z.string().min(1).max(1000);
const accountName = z.string().trim().min(1).max(MAX_ACCOUNT_NAME);

export const addAccountInput = z.strictObject({
  name: accountName,
  origin: z.string().min(1).max(300),
  /** Null to send anonymously. */
  token: tokenInput.nullable(),
  defaults: accountDefaultsSchema,
  hash: z.enum(['SHA-256', 'SHA-1']),
  /** The person has read the warning about plain http in a local network. */
  acceptInsecure: z.boolean(),
});

export const addAccountOutput = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('added'), account: accountSchema }),
  z.strictObject({
    outcome: z.literal('invalid'),
    why: z.enum([
      'origin-malformed',
      /** Plain http to the internet: never. */
      'origin-insecure',
      /** Plain http in a local network, and `acceptInsecure` was not given. */
      'origin-private',
      'token-malformed',
      'storage',
      /** The keychain did not take the token; nothing was added. */
      'keychain',
    ]),
  }),
]);
export type AddAccountOutput = z.infer<typeof addAccountOutput>;

export const changeAccountInput = z.strictObject({
  id: z.string().min(1).max(64),
  name: accountName.optional(),
  defaults: accountDefaultsSchema.optional(),
  hash: z.enum(['SHA-256', 'SHA-1']).optional(),
});

export const setTokenInput = z.strictObject({ id: z.string().min(1).max(64), token: tokenInput.nullable() });
export const setTokenOutput = z.enum(['stored', 'token-malformed', 'keychain', 'storage', 'no-account']);

export const checkOutput = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('answered'), account: accountSchema }),
  z.strictObject({ outcome: z.literal('failed'), reason: serviceFailureSchema }),
  z.strictObject({ outcome: z.literal('no-account') }),
]);
export type CheckOutput = z.infer<typeof checkOutput>;

/** `keychain`: the token could not be taken out of the keychain, so the account stays. */
export const removeAccountOutput = z.enum(['removed', 'keychain', 'no-account']);

const accountIdInput = z.strictObject({ id: z.string().min(1).max(64) });

// ---- Outbox ----------------------------------------------------------------------------------------------------

export const retryInput = z.strictObject({ id: shareIdSchema, expiresAt: moment.nullable().optional() });
export const cancelOutput = z.enum(['cancelled', 'may-have-arrived', 'sent-already']);

// ---- Kept passwords --------------------------------------------------------------------------------------------

/** Wrapped by the window with a key that never leaves it: base64, unreadable to the main process. */
const wrappedPassword = z.string().regex(/^[A-Za-z0-9+/]{24,4096}={0,2}$/);
export const keepPasswordInput = z.strictObject({ id: shareIdSchema, wrapped: wrappedPassword });

export const linkInput = z.strictObject({ link: z.string().min(1).max(2048) });

export const inputs = { shareId: shareIdInput, link: linkInput, accountId: accountIdInput };
