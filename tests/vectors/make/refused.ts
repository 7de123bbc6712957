/** What has to be refused, and with which reason. */
import { assemble, bytesFor, encrypt, encryptBlocks, envelopeOf, messageOf, type Secret } from './crypto.ts';
import { composed, decomposed, usual } from './secrets.ts';

export type Reason =
  | 'too-short'
  | 'not-hex'
  | 'not-base64'
  | 'bad-length'
  | 'wrong-password-or-altered'
  | 'not-this-format'
  | 'unsupported-version';

export interface RefusedVector {
  readonly id: string;
  readonly about: string;
  readonly password: string;
  readonly envelope: string;
  readonly reason: Reason;
}

const CREATED = '2026-11-23T17:41:00.000Z';
const IV = bytesFor('refused');
const SALT = usual.salt;
/** 112 bytes of ciphertext: its base64 ends with one sign of padding. */
const CIPHER = encrypt(messageOf('a secret of some length for changing', CREATED), usual, IV);
const BASE64 = CIPHER.toString('base64');
const GOOD = assemble(SALT, IV, CIPHER);

const refused = (
  id: string,
  about: string,
  reason: Reason,
  envelope: string,
  secret: Secret = usual,
): RefusedVector => ({
  id,
  about,
  password: secret.password,
  envelope,
  reason,
});

const tooShort = (): RefusedVector[] =>
  (
    [
      ['empty', 'nothing at all', ''],
      ['one-digit', 'one character', 'a'],
      ['salt-only', 'a salt and nothing else', SALT],
      ['no-ciphertext', 'salt and initialisation vector alone', SALT + IV],
      ['one-short', 'one character less than the shortest envelope', GOOD.slice(0, 87)],
    ] as const
  ).map(([id, about, envelope]) => refused(id, about, 'too-short', envelope));

const notHex = (): RefusedVector[] =>
  (
    [
      ['upper-case-salt', 'hexadecimal in upper case', SALT.toUpperCase() + IV + BASE64],
      ['upper-case-iv', 'one digit in upper case', SALT + 'A' + IV.slice(1) + BASE64],
      ['letter-g', 'a letter that is no digit', 'g' + GOOD.slice(1)],
      ['leading-space', 'white space before the envelope', ' ' + GOOD],
      ['wide-digit', 'a fullwidth digit', '\uff10' + GOOD.slice(1)],
      ['sign', 'a sign that some number parsers accept', '+' + GOOD.slice(1)],
      [
        'any-text',
        'a text that never was an envelope',
        'The quick brown fox jumps over the lazy dog. '.repeat(3),
      ],
    ] as const
  ).map(([id, about, envelope]) => refused(id, about, 'not-hex', envelope));

const replace = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

const notBase64 = (): RefusedVector[] =>
  (
    [
      ['hyphen', 'the alphabet for addresses', replace(BASE64, 8, '-')],
      ['underscore', 'the same', replace(BASE64, 9, '_')],
      ['line-break-inside', 'base64 broken into lines', replace(BASE64, 64, '\n')],
      ['spaces-inside', 'four spaces in the middle', `${BASE64.slice(0, 40)}    ${BASE64.slice(40)}`],
      ['trailing-newline', 'a line end after the envelope', `${BASE64}\n`],
      ['four-newlines', 'four of them', `${BASE64}\n\n\n\n`],
      ['no-padding', 'the padding left out', BASE64.replace(/=+$/, '')],
      ['too-much-padding', 'padding after a complete text', `${BASE64}====`],
      ['padding-inside', 'padding in the middle', replace(BASE64, 43, '=')],
      ['unused-bits', 'another spelling of the same bytes', withUnusedBit(BASE64)],
      [
        'unused-bits-two',
        'the same with two signs of padding',
        withUnusedBit(encrypt('x', usual, IV).toString('base64')),
      ],
      ['nul-in-base64', 'a NUL', replace(BASE64, 20, '\u0000')],
      ['beyond-ascii', 'a letter beyond ASCII', replace(BASE64, 20, '\u00e9')],
      ['wide-letter', 'a code unit whose lower byte is a letter', replace(BASE64, 20, '\u0141')],
      ['one-character-lost', 'truncated by one character', BASE64.slice(0, -1)],
    ] as const
  ).map(([id, about, base64]) => refused(id, about, 'not-base64', SALT + IV + base64));

/** Sets the lowest of the bits that the padding leaves unused in the last character. */
function withUnusedBit(base64: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const at = base64.indexOf('=') - 1;
  return replace(base64, at, alphabet.charAt(alphabet.indexOf(base64.charAt(at)) + 1));
}

const badLength = (): RefusedVector[] =>
  (
    [
      ['bytes-17', 'one byte more than a block', CIPHER.subarray(0, 17)],
      ['bytes-24', 'a block and a half', CIPHER.subarray(0, 24)],
      ['one-byte-lost', 'truncated by one byte', CIPHER.subarray(0, -1)],
      ['one-byte-more', 'one byte appended', Buffer.concat([CIPHER, Buffer.of(0)])],
    ] as const
  ).map(([id, about, cipher]) => refused(id, about, 'bad-length', assemble(SALT, IV, cipher)));

const flipped = (bytes: Buffer, at: number, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
};

const altered = (): RefusedVector[] => {
  const blocks = Array.from({ length: CIPHER.length / 16 }, (_, at) =>
    CIPHER.subarray(16 * at, 16 * at + 16),
  );
  const [first, second, third, ...others] = blocks as [Buffer, Buffer, Buffer, ...Buffer[]];
  const saltBytes = Buffer.from(SALT, 'hex');
  const give = (id: string, about: string, envelope: string, secret = usual): RefusedVector =>
    refused(id, about, 'wrong-password-or-altered', envelope, secret);
  return [
    give('wrong-password', 'another password', GOOD, { ...usual, password: 'Correct horse battery staple' }),
    give(
      'password-normalised',
      'the password composed where it was sealed decomposed',
      envelopeOf(messageOf('x', CREATED), decomposed, IV),
      composed,
    ),
    give(
      'iterations-99999',
      'one iteration less',
      envelopeOf(messageOf('x', CREATED), { ...usual, iterations: 99_999 }, IV),
    ),
    give(
      'salt-bit',
      'one bit of the salt changed',
      assemble(flipped(saltBytes, 5, 3).toString('hex'), IV, CIPHER),
    ),
    give('first-block-bit', 'one bit of the first block changed', assemble(SALT, IV, flipped(CIPHER, 3, 0))),
    give(
      'last-block-bit',
      'one bit of the last block changed',
      assemble(SALT, IV, flipped(CIPHER, CIPHER.length - 1, 7)),
    ),
    give('first-block-lost', 'the first block left out', assemble(SALT, IV, CIPHER.subarray(16))),
    give('last-block-lost', 'the last block left out', assemble(SALT, IV, CIPHER.subarray(0, -16))),
    give(
      'blocks-swapped',
      'two blocks changed places',
      assemble(SALT, IV, Buffer.concat([first, third, second, ...others])),
    ),
    give(
      'block-appended',
      'a block of zeros appended',
      assemble(SALT, IV, Buffer.concat([CIPHER, Buffer.alloc(16)])),
    ),
    give('salt-and-iv-swapped', 'initialisation vector first', assemble(IV, SALT, CIPHER)),
    give('ecb', 'the blocks encrypted one by one', assemble(SALT, IV, ecb(messageOf('x', CREATED)))),
  ];
};

function ecb(text: string): Buffer {
  const padded = pad(Buffer.from(text));
  const zero = '0'.repeat(32);
  const blocks = Array.from({ length: padded.length / 16 }, (_, at) =>
    padded.subarray(16 * at, 16 * at + 16),
  );
  return Buffer.concat(blocks.map((block) => encryptBlocks(block, usual, zero)));
}

function pad(bytes: Buffer): Buffer {
  const count = 16 - (bytes.length % 16);
  return Buffer.concat([bytes, Buffer.alloc(count, count)]);
}

/** Padding that a lenient reader would remove. */
const badPadding = (): RefusedVector[] => {
  const message = Buffer.from(messageOf('padding', CREATED));
  const room = 16 - (message.length % 16);
  const ending = (last: number, before: number): Buffer =>
    Buffer.concat([message, Buffer.alloc(room - 1, before), Buffer.of(last)]);
  return (
    [
      ['padding-zero', 'padding of length 0', ending(0, 0)],
      ['padding-17', 'padding of length 17', ending(17, 17)],
      ['padding-255', 'padding of length 255', ending(255, 255)],
      ['padding-ansi', 'zeros and a length, as in ANSI X9.23', ending(room, 0)],
      ['padding-spaces', 'spaces', ending(32, 32)],
    ] as const
  ).map(([id, about, blocks]) =>
    refused(id, about, 'wrong-password-or-altered', assemble(SALT, IV, encryptBlocks(blocks, usual, IV))),
  );
};

const sealedAs = (
  reason: Reason,
  rows: readonly (readonly [string, string, string | Buffer])[],
): RefusedVector[] =>
  rows.map(([id, about, plain]) => refused(id, about, reason, envelopeOf(plain, usual, bytesFor(id))));

const notJson = (): RefusedVector[] => {
  const head = '{"version":"v1","content":"';
  const tail = `","created":"${CREATED}"}`;
  const around = (...bytes: number[]): Buffer =>
    Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(tail)]);
  return sealedAs('wrong-password-or-altered', [
    ['plain-nothing', 'padding alone', ''],
    ['plain-text', 'text that is not JSON', 'just text'],
    ['plain-cut', 'JSON cut off', head + 'text'],
    ['plain-trailing', 'something after the JSON', messageOf('x', CREATED) + 'x'],
    ['plain-trailing-nul', 'a NUL after the JSON', messageOf('x', CREATED) + '\u0000'],
    ['plain-byte-order-mark', 'a byte order mark before the JSON', '\ufeff' + messageOf('x', CREATED)],
    ['plain-control', 'a line end that is not escaped', `${head}a\nb${tail}`],
    ['plain-single-quotes', 'JavaScript that is not JSON', messageOf('x', CREATED).replaceAll('"', "'")],
    ['utf-8-stray', 'a byte that begins nothing', around(0x80)],
    ['utf-8-cut', 'a character cut off', around(0xe2, 0x82)],
    ['utf-8-overlong', 'a slash in two bytes', around(0xc0, 0xaf)],
    ['utf-8-surrogate', 'half a surrogate pair in UTF-8', around(0xed, 0xa0, 0x80)],
    ['utf-8-beyond', 'a code point after U+10FFFF', around(0xf4, 0x90, 0x80, 0x80)],
    ['utf-16', 'the JSON in UTF-16', Buffer.from(messageOf('x', CREATED), 'utf16le')],
  ]);
};

const otherJson = (): RefusedVector[] => {
  const json = (value: unknown): string => JSON.stringify(value);
  const fields = { version: 'v1', content: 'x', created: CREATED };
  return sealedAs('not-this-format', [
    ['json-null', 'null', 'null'],
    ['json-number', 'a number', '42'],
    ['json-string', 'a string', '"v1"'],
    ['json-array', 'the fields as a list', json(['v1', 'x', CREATED])],
    ['json-empty', 'no fields', '{}'],
    ['no-version', 'the version left out', json({ content: 'x', created: CREATED })],
    ['no-content', 'the content left out', json({ version: 'v1', created: CREATED })],
    ['no-created', 'the date left out', json({ version: 'v1', content: 'x' })],
    ['extra-field', 'a fourth field', json({ ...fields, note: '' })],
    [
      'proto-field',
      'a fourth field with a special name',
      messageOf('x', CREATED).replace('{', '{"__proto__":"",'),
    ],
    ['twice', 'a field that occurs twice', messageOf('x', CREATED).replace('{', '{"content":"y",')],
    [
      'twice-escaped',
      'the same, spelled differently',
      messageOf('x', CREATED).replace('{', '{"cont\\u0065nt":"y",'),
    ],
    ['version-number', 'the version as a number', json({ ...fields, version: 1 })],
    ['version-empty', 'an empty version', json({ ...fields, version: '' })],
    ['version-upper-case', 'the version in upper case', json({ ...fields, version: 'V1' })],
    ['content-number', 'content that is no text', json({ ...fields, content: 1 })],
    ['content-null', 'content that is null', json({ ...fields, content: null })],
    ['created-number', 'the date as a number', json({ ...fields, created: 1 })],
    ['created-empty', 'an empty date', json({ ...fields, created: '' })],
    ['created-words', 'a date in words', json({ ...fields, created: 'Mon Nov 23 2026' })],
    [
      'created-month-13',
      'a month that does not exist',
      json({ ...fields, created: '2026-13-01T00:00:00.000Z' }),
    ],
    [
      'created-february-29',
      'a day that this year does not have',
      json({ ...fields, created: '2026-02-29T00:00:00.000Z' }),
    ],
    [
      'created-hour-24',
      'an hour that does not exist',
      json({ ...fields, created: '2026-11-23T24:00:00.000Z' }),
    ],
  ]);
};

const otherVersions = (): RefusedVector[] =>
  sealedAs('unsupported-version', [
    ['version-2', 'the next version', JSON.stringify({ version: 'v2', content: 'x', created: CREATED })],
    ['version-10-2', 'a later one with other fields', JSON.stringify({ version: 'v10.2', data: [] })],
  ]);

export const makeRefused = (): RefusedVector[] => [
  ...tooShort(),
  ...notHex(),
  ...notBase64(),
  ...badLength(),
  ...altered(),
  ...badPadding(),
  ...notJson(),
  ...otherJson(),
  ...otherVersions(),
];
