/** What a client seals: the same input has to give the same text, character by character. */
import { bytesFor, envelopeOf, messageOf, sha256, type Hash, type Secret } from './crypto.ts';
import { composed, decomposed, long, odd, older, shortOlder, usual, zeroSalt } from './secrets.ts';

interface SealedVector {
  readonly id: string;
  readonly about: string;
  readonly password: string;
  readonly hash: Hash;
  readonly salt: string;
  readonly iv: string;
  readonly created: string;
}

/**
 * Small ones are written out; content with halves of surrogate pairs as UTF-16 in hexadecimal, most significant byte
 * first, because strict JSON parsers refuse such strings. Large ones are a repeated text and a checksum.
 */
export type ValidVector = SealedVector &
  (
    | { readonly content: string; readonly envelope: string }
    | { readonly contentUtf16: string; readonly envelope: string }
    | {
        readonly contentRepeat: { readonly unit: string; readonly times: number };
        readonly envelopeLength: number;
        readonly envelopeSha256: string;
      }
  );

const CREATED = '2026-11-23T17:41:00.000Z';
/** Bytes of JSON around a content of one byte per character. */
const AROUND = messageOf('', CREATED).length;

interface Options {
  readonly secret?: Secret;
  readonly created?: string;
  readonly iv?: string;
}

function vector(id: string, about: string, content: string, options: Options = {}): ValidVector {
  const { input, envelope } = sealed(id, about, content, options);
  if (content.isWellFormed()) return { ...input, content, envelope };
  return { ...input, contentUtf16: Buffer.from(content, 'utf16le').swap16().toString('hex'), envelope };
}

function largeVector(id: string, about: string, unit: string, times: number, secret = usual): ValidVector {
  const { input, envelope } = sealed(id, about, unit.repeat(times), { secret });
  const envelopeSha256 = sha256(envelope);
  return { ...input, contentRepeat: { unit, times }, envelopeLength: envelope.length, envelopeSha256 };
}

function sealed(
  id: string,
  about: string,
  content: string,
  { secret = usual, created = CREATED, iv = bytesFor(id) }: Options,
): { readonly input: SealedVector; readonly envelope: string } {
  const { password, hash, salt } = secret;
  const envelope = envelopeOf(messageOf(content, created), secret, iv);
  return { input: { id, about, password, hash, salt, iv, created }, envelope };
}

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');

const edges = (): ValidVector[] => [
  vector('one-letter', 'the shortest content there is', 'a'),
  vector('length-15', 'one byte less than a block', 'x'.repeat(15)),
  vector('length-16', 'exactly a block', 'x'.repeat(16)),
  vector('length-17', 'one byte more than a block', 'x'.repeat(17)),
  vector(
    'plaintext-block-less-1',
    'the JSON ends one byte before a block does',
    'y'.repeat(95 - (AROUND % 16)),
  ),
  vector(
    'plaintext-block',
    'the JSON ends with a block: sixteen bytes of padding',
    'y'.repeat(96 - (AROUND % 16)),
  ),
  vector(
    'plaintext-block-plus-1',
    'the JSON is one byte into the next block',
    'y'.repeat(97 - (AROUND % 16)),
  ),
  vector('zero-iv', 'an initialisation vector of zeros', 'zeros', { iv: '0'.repeat(32) }),
  vector('full-iv', 'an initialisation vector of ones', 'ones', { iv: 'f'.repeat(32) }),
  vector('zero-salt', 'a salt of zeros', 'zeros', { secret: zeroSalt }),
];

const plain = (): ValidVector[] => [
  vector('space', 'a space is content', ' '),
  vector('newline', 'a line feed is content', '\n'),
  vector('crlf', 'line ends of Windows stay as they are', 'first\r\nsecond\r\n'),
  vector('cr', 'line ends of old Macs as well', 'first\rsecond\r'),
  vector('nul', 'a NUL is content', '\u0000'),
  vector('nul-inside', 'a NUL ends nothing', 'before\u0000after'),
  vector('controls', 'all control characters, escaped as JSON.stringify does', range(0, 31)),
  vector('delete-and-c1', 'DEL and the C1 controls, which JSON.stringify leaves alone', range(0x7f, 0x9f)),
  vector('quotes', 'quotation marks and backslashes', '"\\"\\\\"\'`'),
  vector('ends-with-backslash', 'a backslash before the closing quotation mark', 'C:\\'),
  vector('slashes', 'slashes are not escaped', '</script>//'),
  vector('line-separators', 'U+2028 and U+2029 are not escaped', '\u2028\u2029'),
  vector('byte-order-mark', 'a byte order mark at the start is content', '\ufefftext'),
  vector('json', 'content that looks like the format', messageOf('inner', CREATED)),
  vector(
    'envelope',
    'an envelope within an envelope',
    envelopeOf(messageOf('inner', CREATED), usual, bytesFor('inner')),
  ),
  vector('null-word', 'the word null', 'null'),
  vector('digits', 'digits stay text', '0123456789'),
  vector('key', 'a key with its line ends', `-----BEGIN KEY-----\n${'QUJD'.repeat(16)}\n-----END KEY-----\n`),
  vector('ascii', 'every printable ASCII character', range(0x20, 0x7e)),
  vector('page', 'four kibibytes', 'All happy families are alike. '.repeat(137)),
];

const unicode = (): ValidVector[] => [
  vector('latin', 'Spanish and German', 'ping\u00fcino, \u00a1a\u00f1ejo! Stra\u00dfe \u1e9e'),
  vector('composed', 'a letter with its accent', 'caf\u00e9'),
  vector('decomposed', 'the same word with the accent on its own: different content', 'cafe\u0301'),
  vector(
    'greek-cyrillic',
    'two bytes a letter',
    '\u03ba\u03b1\u03bb\u03b7\u03bc\u03ad\u03c1\u03b1 \u043c\u0438\u0440',
  ),
  vector('arabic-hebrew', 'written from the right', '\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd'),
  vector(
    'hindi-thai',
    'letters that combine',
    '\u0928\u092e\u0938\u094d\u0924\u0947 \u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35',
  ),
  vector(
    'cjk',
    'three bytes a character',
    '\u5bc6\u7801\u79d8\u5bc6 \u30d1\u30b9\u30ef\u30fc\u30c9 \ube44\ubc00',
  ),
  vector('hangul-parts', 'Hangul in parts', '\u1107\u1175\u1106\u1175\u11af'),
  vector('emoji', 'four bytes a character', '\u{1f510}\u{1f389}'),
  vector(
    'emoji-sequences',
    'a family, a flag, a skin tone',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u{1f1ea}\u{1f1f8} \u{1f44d}\u{1f3fd}',
  ),
  vector('mathematics', 'letters beyond the first plane', '\u{1d4b3}\u{1d538}\u{20000}'),
  vector('last-code-point', 'U+10FFFF', '\u{10ffff}'),
  vector('noncharacters', 'code points that never become characters', '\ufdd0\ufffe\uffff\u{1fffe}'),
  vector('private-use', 'code points of nobody', '\ue000\u{f0000}'),
  vector('invisible', 'zero width, direction, soft hyphen', 'a\u200bb\u202ec\u00add\u2060'),
  vector('replacement', 'U+FFFD on purpose', 'what\ufffd'),
  vector('lone-high', 'half a surrogate pair, escaped by JSON.stringify', '\ud83d'),
  vector('lone-low', 'the other half', '\ude00'),
  vector('halves-reversed', 'two halves in the wrong order', '\ude00\ud83d'),
  vector('high-high-low', 'a half before a pair', '\ud83d\ud83d\ude00'),
  vector('half-at-end', 'text that ends in a half', 'cut off \ud83d'),
  vector(
    'byte-lengths',
    'the first and last of each length in UTF-8',
    '\u007f\u0080\u07ff\u0800\uffff\u{10000}',
  ),
];

const passwords = (): ValidVector[] => [
  vector('password-composed', 'a password with accents and an emoji', 'opened', { secret: composed }),
  vector('password-decomposed', 'the same letters decomposed: another key', 'opened', { secret: decomposed }),
  vector('password-long', 'a password longer than a hash block', 'opened', { secret: long }),
  vector('password-odd', 'spaces at the ends, quotes, NUL, line ends', 'opened', { secret: odd }),
];

const olderHash = (): ValidVector[] => [
  vector('sha-1', 'the older hash', 'sealed by an older client', { secret: older }),
  vector('sha-1-length-16', 'the older hash, a whole block', 'x'.repeat(16), { secret: older }),
  vector('sha-1-unicode', 'the older hash, text of all widths', 'a\u00f1\u20ac\u{1f511}', { secret: older }),
  vector('sha-1-half-pair', 'the older hash, half a surrogate pair', '\ud800', { secret: older }),
  vector('sha-1-emoji-password', 'the older hash, a password of one emoji', 'opened', { secret: shortOlder }),
];

const dates = (): ValidVector[] => [
  vector('created-first', 'the first moment of the epoch', 'then', { created: '1970-01-01T00:00:00.000Z' }),
  vector('created-leap-day', 'a leap day', 'then', { created: '2028-02-29T23:59:59.999Z' }),
  vector('created-year-10000', 'a year of five digits as ECMAScript writes it', 'then', {
    created: '+010000-01-01T00:00:00.000Z',
  }),
];

/** Sizes at which the program's own runs of 262,128 bytes begin and end. */
const large = (): ValidVector[] => [
  largeVector('run-less-1', 'JSON of 262,127 bytes', 'r', 262_127 - AROUND),
  largeVector('run', 'JSON of 262,128 bytes', 'r', 262_128 - AROUND),
  largeVector('run-plus-1', 'JSON of 262,129 bytes', 'r', 262_129 - AROUND),
  largeVector('two-runs', 'JSON of 524,256 bytes', 'r', 524_256 - AROUND),
  largeVector('emoji-across', 'four-byte characters across every edge', '\u{1f511}b', 110_000),
  largeVector('escapes-across', 'six-byte escapes across every edge', '\u0001\u001fx', 40_000),
  largeVector('mebibyte', 'one mebibyte of text', 'secrets ', 131_072),
  largeVector('sha-1-mebibyte', 'one mebibyte under the older hash', 'secrets ', 131_072, older),
];

export const makeValid = (): ValidVector[] => [
  ...edges(),
  ...plain(),
  ...unicode(),
  ...passwords(),
  ...olderHash(),
  ...dates(),
  ...large(),
];
