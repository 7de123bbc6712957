/**
 * The sealed JSON: `{"version":"v1","content":…,"created":…}`, written as `JSON.stringify` writes the object of
 * the service's documentation, and read by its meaning: other clients order and space it differently.
 */
import { err, ok, type Result } from '../result.ts';
import { isIsoDate } from './iso-date.ts';
import type { OpenedEnvelope, OpenError } from './types.ts';

const VERSION = 'v1';
const FIELDS = ['version', 'content', 'created'] as const;

/** What precedes the escaped content. */
export const PAYLOAD_HEAD = `{"version":"${VERSION}","content":"`;

/** What follows it. */
export const payloadTail = (created: string): string => `","created":${JSON.stringify(created)}}`;

type Payload = Omit<OpenedEnvelope, 'hash'>;
type PayloadError = Extract<
  OpenError,
  { code: 'wrong-password-or-altered' | 'not-this-format' | 'unsupported-version' }
>;

/** Reads decrypted text strictly: exactly the three fields, each once, each a string, the version and a date. */
export function readPayload(json: string): Result<Payload, PayloadError> {
  const value = parseJson(json);
  if (value === undefined) return err({ code: 'wrong-password-or-altered' });
  if (typeof value !== 'object' || value === null) return err({ code: 'not-this-format' });
  const [version, content, created] = FIELDS.map((field) => ownString(value, field));
  if (version !== undefined && version !== VERSION && isVersionLike(version)) {
    return err({ code: 'unsupported-version', version });
  }
  if (version !== VERSION || content === undefined || created === undefined)
    return err({ code: 'not-this-format' });
  // Three names and their texts. A fourth field, or a name that occurs twice, would bring more strings.
  const isExact = countStrings(json) === 2 * FIELDS.length;
  return isExact && isIsoDate(created) ? ok({ content, created }) : err({ code: 'not-this-format' });
}

/** Undefined, which no JSON text stands for, if it is not JSON. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function ownString(value: object, field: string): string | undefined {
  const own: unknown = Object.getOwnPropertyDescriptor(value, field)?.value;
  return typeof own === 'string' ? own : undefined;
}

/** Only what looks like a version is repeated in an error: anything else might be part of the secret. */
const isVersionLike = (version: string): boolean => /^v?\d{1,4}(?:\.\d{1,4}){0,2}$/.test(version);

/** How many strings, names included, a valid JSON text holds: half its unescaped quotation marks. */
function countStrings(json: string): number {
  let marks = 0;
  for (let at = json.indexOf('"'); at !== -1; at = json.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (json[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) marks += 1;
  }
  return marks / 2;
}
