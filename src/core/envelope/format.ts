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
 * Bytes encrypted, encoded or decoded in one step: about 1 MiB, whole blocks for the cipher and whole groups of
 * three for base64, so that the runs' texts can simply be put one after the other.
 */
export const RUN_BYTES = 48 * 21_845;
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

/** Everything that can be found wrong without the password. Never throws; allocates one run at a time. */
export function inspect(
  text: string,
  maxLength: number = MAX_ENVELOPE_LENGTH,
): Result<EnvelopeFacts, ParseError> {
  const read = readRuns(text, maxLength, () => undefined);
  if (!read.ok) return read;
  const { header, ciphertextBytes } = read.value;
  return ok({
    salt: toHex(header.salt),
    iv: toHex(header.iv),
    ciphertextBytes,
    plaintextBytes: { min: ciphertextBytes - BLOCK_BYTES, max: ciphertextBytes - 1 },
  });
}

/** The same, and the ciphertext itself. */
export function parse(text: string, maxLength: number): Result<ParsedEnvelope, ParseError> {
  let cipher = new Uint8Array();
  const read = readRuns(text, maxLength, (run, at, total) => {
    if (at === 0) cipher = new Uint8Array(total);
    cipher.set(run, at);
  });
  return read.ok ? ok({ ...read.value.header, cipher }) : read;
}

type TakeRun = (run: Uint8Array<ArrayBuffer>, at: number, total: number) => void;

function readRuns(
  text: string,
  maxLength: number,
  take: TakeRun,
): Result<{ header: EnvelopeHeader; ciphertextBytes: number }, ParseError> {
  if (text.length > maxLength) return err({ code: 'too-large' });
  if (text.length < MIN_LENGTH) return err({ code: 'too-short' });
  const header = readHeader(text);
  if (!header) return err({ code: 'not-hex' });
  if ((text.length - HEADER_LENGTH) % 4 !== 0) return err({ code: 'not-base64' });
  const total = decodedLength(text.slice(HEADER_LENGTH));
  let at = 0;
  for (let from = HEADER_LENGTH; from < text.length; from += RUN_LENGTH) {
    const run = decodeBase64(text.slice(from, from + RUN_LENGTH));
    // Padding is for the end alone: within the text a run is full.
    if (!run || (from + RUN_LENGTH < text.length && run.length !== RUN_BYTES))
      return err({ code: 'not-base64' });
    take(run, at, total);
    at += run.length;
  }
  return total % BLOCK_BYTES === 0 ? ok({ header, ciphertextBytes: total }) : err({ code: 'bad-length' });
}
