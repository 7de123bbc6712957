/** What crosses the bridge: no plaintext and no unlock password inwards, no token outwards. */
import { z } from 'zod';
import { serviceFailureSchema } from '../../core/api/failure.ts';
import { messageIdSchema } from '../../core/api/wire.ts';
import { policySchema, secretNameSchema } from '../../core/secret/policy.ts';
import { secretStates } from '../../core/secret/state.ts';

/** The largest envelope a window may hand over, in characters (ASCII, so also bytes). */
export const MAX_ENVELOPE_CHARS = 48 * 1024 * 1024;

export const themes = ['system', 'light', 'dark'] as const;
export const languages = ['system', 'en', 'es'] as const;

export const settingsSchema = z.strictObject({ theme: z.enum(themes), language: z.enum(languages) });
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
  /** The list could not be stored; it lives in memory for this run only. */
  'ledger-in-memory',
  /** The settings file could not be read; it was kept aside and the defaults are in use. */
  'settings-set-aside',
  /** The built-in service had to move to another port: links made earlier on the old one do not answer. */
  'service-moved',
  /** The running Electron is not an official build. */
  'unofficial-runtime',
]);
export type Notice = z.infer<typeof noticeSchema>;

export const appInfoSchema = z.strictObject({
  version: z.string(),
  electronVersion: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32', 'other']),
  /** BCP 47, what the system is set to. */
  systemLanguage: z.string(),
  keychain: z.enum(['keytar', 'keyring', 'memory']),
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

const moment = z.iso.datetime();

/** One line of the list of sent secrets. */
export const shareSchema = z.strictObject({
  id: shareIdSchema,
  name: z.string().nullable(),
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
  envelope: z.string().min(1).max(MAX_ENVELOPE_CHARS),
  name: secretNameSchema.nullable(),
  policy: policySchema,
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
    why: z.enum(['not-an-envelope', 'expiry-passed', 'storage']),
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

export const linkInput = z.strictObject({ link: z.string().min(1).max(2048) });

export const inputs = { shareId: shareIdInput, link: linkInput };
