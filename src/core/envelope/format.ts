/**
 * Where things lie in the envelope's text: 32 hexadecimal digits of salt, 32 of the initialisation vector, then
 * base64 of the ciphertext. The source of the layout is the service's API documentation.
 */
import { err, ok, type Result } from '../result.ts';
import { base64Length, decodeBase64, decodedLength } from './base64.ts';
import { fromHex, toHex } from './hex.ts';
import {
  BLOCK_BYTES,
  IV_BYTES,
  MAX_ENVELOPE_LENGTH,
  SALT_BYTES,
  type EnvelopeFacts,
  type ParseError,
} from './types.ts';

const SALT_END = 2 * SALT_BYTES;
/** Characters before the ciphertext. */
export const HEADER_LENGTH = SALT_END + 2 * IV_BYTES;
const MIN_LENGTH = HEADER_LENGTH + base64Length(BLOCK_BYTES);

/**
 * Bytes encrypted, encoded or decoded in one step: whole blocks for the cipher and whole groups of three for base64,
 * so that the runs' texts can simply be put one after the other. About 256 KiB, the fastest size measured: it fits
 * the processor's cache, and the same few buffers serve run after run.
 */
export const RUN_BYTES = 48 * 5461;
const RUN_LENGTH = base64Length(RUN_BYTES);

export interface EnvelopeHeader {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
}

export interface ParsedEnvelope extends EnvelopeHeader {
  readonly cipher: Uint8Array<ArrayBuffer>;
}

/** The length in characters of an envelope around `plaintextBytes` bytes of JSON. */
export function envelopeLength(plaintextBytes: number): number {
  const ciphertextBytes = (Math.floor(plaintextBytes / BLOCK_BYTES) + 1) * BLOCK_BYTES;
  return HEADER_LENGTH + base64Length(ciphertextBytes);
}

export const writeHeader = (header: EnvelopeHeader): string => toHex(header.salt) + toHex(header.iv);

/** Null unless the first {@link HEADER_LENGTH} characters are a salt and an initialisation vector. */
export function readHeader(text: string): EnvelopeHeader | null {
  const salt = fromHex(text.slice(0, SALT_END));
  const iv = fromHex(text.slice(SALT_END, HEADER_LENGTH));
  return salt?.length === SALT_BYTES && iv?.length === IV_BYTES ? { salt, iv } : null;
}

/** Everything that can be found wrong without the password. Never throws; allocates one run. */
export function inspect(
  text: string,
  maxLength: number = MAX_ENVELOPE_LENGTH,
): Result<EnvelopeFacts, ParseError> {
  const layout = readLayout(text, maxLength);
  if (!layout.ok) return layout;
  const { header, ciphertextBytes } = layout.value;
  const buffer = new Uint8Array(Math.min(ciphertextBytes, RUN_BYTES));
  const failure = readRuns(text, ciphertextBytes, (_, length) => buffer.subarray(0, length));
  if (failure) return err(failure);
  return ok({
    salt: toHex(header.salt),
    iv: toHex(header.iv),
    ciphertextBytes,
    plaintextBytes: { min: ciphertextBytes - BLOCK_BYTES, max: ciphertextBytes - 1 },
  });
}

/** The same, and the ciphertext itself. */
export function parse(text: string, maxLength: number): Result<ParsedEnvelope, ParseError> {
  const layout = readLayout(text, maxLength);
  if (!layout.ok) return layout;
  const { header, ciphertextBytes } = layout.value;
  const cipher = new Uint8Array(ciphertextBytes);
  const failure = readRuns(text, ciphertextBytes, (at, length) => cipher.subarray(at, at + length));
  return failure ? err(failure) : ok({ ...header, cipher });
}

interface Layout {
  readonly header: EnvelopeHeader;
  /** As the text's length and padding have it; not yet known to be whole blocks. */
  readonly ciphertextBytes: number;
}

function readLayout(text: string, maxLength: number): Result<Layout, ParseError> {
  if (text.length > maxLength) return err({ code: 'too-large' });
  if (text.length < MIN_LENGTH) return err({ code: 'too-short' });
  const header = readHeader(text);
  if (!header) return err({ code: 'not-hex' });
  if ((text.length - HEADER_LENGTH) % 4 !== 0) return err({ code: 'not-base64' });
  return ok({ header, ciphertextBytes: decodedLength(text.slice(HEADER_LENGTH)) });
}

/** Decodes the ciphertext run by run to where `targetAt` says, and checks its length last. */
function readRuns(
  text: string,
  ciphertextBytes: number,
  targetAt: (at: number, length: number) => Uint8Array<ArrayBuffer>,
): ParseError | null {
  for (let at = 0, from = HEADER_LENGTH; at < ciphertextBytes; at += RUN_BYTES, from += RUN_LENGTH) {
    const target = targetAt(at, Math.min(RUN_BYTES, ciphertextBytes - at));
    if (!decodeBase64(text.slice(from, from + RUN_LENGTH), target)) return { code: 'not-base64' };
  }
  return ciphertextBytes % BLOCK_BYTES === 0 ? null : { code: 'bad-length' };
}
