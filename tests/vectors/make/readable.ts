/** What other clients write and every client opens, although it would write it in other words. */
import { bytesFor, envelopeOf, type Hash, type Secret } from './crypto.ts';
import { older, usual } from './secrets.ts';

export interface ReadableVector {
  readonly id: string;
  readonly about: string;
  readonly password: string;
  readonly envelope: string;
  readonly opened: { readonly content: string; readonly created: string; readonly hash: Hash };
}

const CREATED = '2026-11-23T17:41:00.000Z';

function vector(
  id: string,
  about: string,
  json: string,
  opened: { readonly content: string; readonly created?: string },
  secret: Secret = usual,
): ReadableVector {
  return {
    id,
    about,
    password: secret.password,
    envelope: envelopeOf(json, secret, bytesFor(id)),
    opened: { created: CREATED, ...opened, hash: secret.hash },
  };
}

const dated = (id: string, about: string, created: string): ReadableVector =>
  vector(id, about, JSON.stringify({ version: 'v1', content: 'text', created }), {
    content: 'text',
    created,
  });

export const makeReadable = (): ReadableVector[] => [
  vector(
    'python-spacing',
    "JSON as Python's json.dumps spaces it",
    `{"version": "v1", "content": "text", "created": "${CREATED}"}`,
    { content: 'text' },
  ),
  vector(
    'go-order',
    'the fields in alphabetical order, as Go and others write maps',
    `{"content":"text","created":"${CREATED}","version":"v1"}`,
    { content: 'text' },
  ),
  vector(
    'ascii-escapes',
    'everything beyond ASCII escaped, a surrogate pair in upper case',
    `{"version":"v1","content":"a\\u00f1o \\uD83D\\uDD11 \\/","created":"${CREATED}"}`,
    { content: 'a\u00f1o \u{1f511} /' },
  ),
  vector(
    'pretty-printed',
    'white space between everything, the older hash',
    `\n{\n\t"version" : "v1",\r\n  "content" : "text",\n  "created" : "${CREATED}"\n}\n`,
    { content: 'text' },
    older,
  ),
  vector(
    'empty-content',
    'an empty content: never sealed by us, opened for what it is',
    `{"version":"v1","content":"","created":"${CREATED}"}`,
    { content: '' },
  ),
  dated('created-offset', 'a date with an offset from UTC', '2026-11-23T18:41:00+01:00'),
  dated('created-microseconds', 'microseconds', '2026-11-23T17:41:00.123456Z'),
  dated(
    'created-local',
    "a date without a zone, as Python's isoformat writes it",
    '2026-11-23T17:41:00.123456',
  ),
  dated('created-minutes', 'a date to the minute', '2026-11-23T17:41Z'),
  dated('created-day', 'a date without a time', '2026-11-23'),
];
