/** What crosses the bridge about new versions of the program. */
import { z } from 'zod';
import { moment } from './models.ts';

/** Why this program does not update itself, and with that who does. */
export const updateOwners = [
  /** Run from its sources. */
  'sources',
  /** Packaged on some machine from an unofficial Electron. */
  'local-package',
  /** deb, rpm. */
  'package-manager',
  'flatpak',
  'snap',
  /** Unpacked somewhere, or run from a disk image: nothing says that it may be written to. */
  'folder',
  /** An AppImage where this person may not write. */
  'read-only',
  /** No key of the makers is compiled in: nothing could be told from a forgery. */
  'no-key',
] as const;
export type UpdateOwner = (typeof updateOwners)[number];

export const updateFailures = [
  /** Nobody answered. */
  'unreachable',
  /** There is no list of releases where it should be. */
  'not-found',
  /** The list cannot be understood, or does not offer anything for this system. */
  'unreadable',
  /** The list, or the program that was fetched, is not signed by the makers. */
  'signature',
  /** What arrived is not what the signed list says. */
  'digest',
  /** The download broke off. */
  'broken',
  /** It could not be written to disk. */
  'storage',
  /** It could not be put in the old one's place. */
  'install',
] as const;
export type UpdateFailure = (typeof updateFailures)[number];

/** Semantic versioning, as releases are numbered. */
const version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[0-9A-Za-z.-]{1,64})?$/);

export const releaseSchema = z.strictObject({
  version,
  /** Of the file to be fetched. */
  bytes: z.int().positive(),
  releasedAt: moment,
});
export type Release = z.infer<typeof releaseSchema>;

export const updateStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('off'), owner: z.enum(updateOwners) }),
  /** Nobody has asked in this run. */
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({ state: z.literal('looking') }),
  /** This is the newest. */
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('available'), release: releaseSchema }),
  z.strictObject({
    state: z.literal('downloading'),
    release: releaseSchema,
    /** 0 to 100, and never back. */
    percent: z.int().min(0).max(100),
  }),
  /** Fetched and checked; put in place when the person says so. */
  z.strictObject({ state: z.literal('ready'), release: releaseSchema }),
  z.strictObject({
    state: z.literal('failed'),
    why: z.enum(updateFailures),
    /** What was being fetched or put in place; null when looking failed. */
    release: releaseSchema.nullable(),
  }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;

export const updatesSchema = z.strictObject({
  now: updateStateSchema,
  /** When the releases were last asked about, in this run or before. */
  lookedAt: moment.nullable(),
  /** Whether there is a page with the releases, which `updates.openPage` opens. */
  hasPage: z.boolean(),
});
export type Updates = z.infer<typeof updatesSchema>;
