/**
 * What may be asked of the program from outside: by a link, on the command line, or by a second start. All of it
 * is text that anybody may have written, so it becomes one of a few known things or nothing.
 */
import { z } from 'zod';
import { viewNameSchema } from '../../shared/bridge/resident.ts';

export const requestSchema = z.discriminatedUnion('kind', [
  /** A plain start: the window, as it is. */
  z.strictObject({ kind: z.literal('show') }),
  z.strictObject({ kind: z.literal('view'), view: viewNameSchema }),
  z.strictObject({ kind: z.literal('quick-share') }),
  z.strictObject({ kind: z.literal('share-clipboard') }),
  /** A start at login: no window, where there is a tray. */
  z.strictObject({ kind: z.literal('hidden') }),
]);
export type Request = z.infer<typeof requestSchema>;

/** Longer than any link that means something. */
const MAX_LINK_LENGTH = 64;
const SCHEME = /^enigmacrypt:/i;
/** A name and nothing else: no user, port, path, query or fragment. Some browsers add the slash at the end. */
const LINK = /^enigmacrypt:\/\/([a-z]+(?:-[a-z]+)*)\/?$/i;

/** What a link asks for. Null for everything that is not exactly one of ours, which is to be ignored. */
export function parseRequestLink(text: string): Request | null {
  if (text.length > MAX_LINK_LENGTH) return null;
  const name = LINK.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  // Sharing the clipboard is not to be had by a link: a web page could have filled it.
  if (name === 'quick-share') return { kind: 'quick-share' };
  const view = viewNameSchema.safeParse(name);
  return view.success ? { kind: 'view', view: view.data } : null;
}

const SWITCHES: ReadonlyMap<string, Request> = new Map([
  ['--quick-share', { kind: 'quick-share' }],
  ['--share-clipboard', { kind: 'share-clipboard' }],
  ['--hidden', { kind: 'hidden' }],
]);

const readSchema = z.strictObject({
  request: requestSchema,
  /** How many looked like one of our links and were none. */
  ignored: z.int().nonnegative(),
});
export type ReadArguments = z.infer<typeof readSchema>;

/**
 * What a command line asks for. The first thing to be done wins over `--hidden`, wherever that stands; what is
 * unknown is somebody else's: Chromium's own switches are among it.
 *
 * @param argv as the system gave it, the program's own path first
 */
export function parseArguments(argv: readonly string[]): ReadArguments {
  const given = argv.slice(1);
  const links = given.filter((argument) => SCHEME.test(argument));
  const understood = given
    .map((argument) => SWITCHES.get(argument) ?? parseRequestLink(argument))
    .filter((request) => request !== null);
  const request = understood.find(({ kind }) => kind !== 'hidden') ?? understood[0] ?? { kind: 'show' };
  return { request, ignored: links.filter((link) => parseRequestLink(link) === null).length };
}

/** What a second start handed over. It read it itself, and may be another version: read again. */
export function parseHandedOver(data: unknown): ReadArguments {
  const parsed = readSchema.safeParse(data);
  return parsed.success ? parsed.data : { request: { kind: 'show' }, ignored: 1 };
}
