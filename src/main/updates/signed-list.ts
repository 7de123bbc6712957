/**
 * The list of what there is for one system: JSON in JSON, so that what is signed is exactly the bytes that are read.
 *
 *     {"signed": "{\"version\":\"1.2.3\",…}", "signature": "<base64>"}
 *
 * The signature is Ed25519 (RFC 8032) over a line that names this use and the list, and the text after it: no
 * list can stand for another system's, and nothing signed elsewhere for a list.
 */
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import { moment } from '../../shared/bridge/models.ts';

/** Far more than a list needs; read into memory before it is checked. */
export const MAX_LIST_BYTES = 64 * 1024;

const listSchema = z.strictObject({
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[0-9A-Za-z.-]{1,64})?$/),
  releasedAt: moment,
  files: z
    .array(
      z.strictObject({
        /** Beside the list; a name and no path. */
        name: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,199}$/),
        bytes: z.int().positive(),
        sha512: z.base64().length(88),
      }),
    )
    .min(1)
    .max(8),
});
export type ReleaseList = z.infer<typeof listSchema>;

const envelopeSchema = z.strictObject({ signed: z.string(), signature: z.base64().length(88) });

/** What each system's own updater takes, and for which processors there is one. */
export const updateKinds = [
  { platform: 'linux', arch: 'x64', extension: '.AppImage' },
  { platform: 'win32', arch: 'x64', extension: '.exe' },
  { platform: 'darwin', arch: 'universal', extension: '.zip' },
] as const;

/** The list's name: one for each system, and for each processor where packages differ. */
export const listName = (platform: NodeJS.Platform, arch: string): string =>
  platform === 'darwin' ? 'updates-darwin-universal.json' : `updates-${platform}-${arch}.json`;

const messageOf = (name: string, signed: string): Buffer =>
  Buffer.from(`EnigmaCrypt Desktop release list v1 ${name}\n${signed}`, 'utf8');

/** @param text the list as it was fetched */
export function readList(
  text: string,
  name: string,
  keys: readonly string[],
): Result<ReleaseList, 'unreadable' | 'signature'> {
  const envelope = envelopeSchema.safeParse(parseJson(text));
  if (!envelope.success) return err('unreadable');
  const { signed, signature } = envelope.data;
  const message = messageOf(name, signed);
  const bytes = Buffer.from(signature, 'base64');
  // Nothing of it is looked at before that.
  if (!keys.some((key) => verify(null, message, publicKey(key), bytes))) return err('signature');
  const list = listSchema.safeParse(parseJson(signed));
  return list.success ? ok(list.data) : err('unreadable');
}

/** For the release: the text of the list's file. */
export function writeList(list: ReleaseList, name: string, privateKey: KeyObject): string {
  const signed = JSON.stringify(listSchema.parse(list));
  const signature = sign(null, messageOf(name, signed), privateKey).toString('base64');
  return `${JSON.stringify({ signed, signature })}\n`;
}

const publicKey = (base64: string): KeyObject =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
