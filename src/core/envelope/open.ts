import { err, ok, type Result } from '../result.ts';
import { parse, RUN_BYTES, type ParsedEnvelope } from './format.ts';
import { readPayload } from './payload.ts';
import {
  BLOCK_BYTES,
  MAX_ENVELOPE_LENGTH,
  type CipherKey,
  type EnvelopeTools,
  type KdfHash,
  type OpenedEnvelope,
  type OpenError,
} from './types.ts';

/** The documentation names no hash, so both defaults its sample code ever had are tried, the newer one first. */
const HASHES: readonly KdfHash[] = ['SHA-256', 'SHA-1'];

/**
 * Opens an envelope's text and says which hash its key was derived with. The text is taken exactly: white space
 * around it, as files and mail bring along, is the caller's to remove. Never throws, whatever the text.
 *
 * AES-CBC carries no authentication tag. What stands in for it: canonical hexadecimal and base64, PKCS#7, fatal
 * UTF-8, JSON with exactly the three fields, the version and a valid date. `docs/protocol.md` has the measure.
 */
export async function open(
  text: string,
  password: string,
  tools: EnvelopeTools,
): Promise<Result<OpenedEnvelope, OpenError>> {
  const parsed = parse(text, tools.maxLength ?? MAX_ENVELOPE_LENGTH);
  if (!parsed.ok) return parsed;
  if (password === '') return err({ code: 'empty-password' });
  for (const hash of HASHES) {
    if (tools.cancellation?.cancelled) return err({ code: 'cancelled' });
    const passwordBytes = tools.utf8.encode(password);
    const key = await tools.engine.deriveKey(passwordBytes, parsed.value.salt, hash);
    passwordBytes.fill(0);
    const opened = await openWith(key, hash, parsed.value, tools);
    // Only a wrong key is worth another one. Valid JSON of another kind proves that the key was right.
    if (opened.ok || opened.error.code !== 'wrong-password-or-altered') return opened;
  }
  return err({ code: 'wrong-password-or-altered' });
}

async function openWith(
  key: CipherKey,
  hash: KdfHash,
  envelope: ParsedEnvelope,
  tools: EnvelopeTools,
): Promise<Result<OpenedEnvelope, OpenError>> {
  const plain = await decryptRuns(key, envelope, tools);
  if (!plain.ok) return plain;
  const json = tools.utf8.decode(plain.value);
  plain.value.fill(0);
  if (json === null) return err({ code: 'wrong-password-or-altered' });
  const payload = readPayload(json);
  return payload.ok ? ok({ ...payload.value, hash }) : payload;
}

async function decryptRuns(
  key: CipherKey,
  { cipher, iv }: ParsedEnvelope,
  tools: EnvelopeTools,
): Promise<Result<Uint8Array<ArrayBuffer>, OpenError>> {
  const ivAt = (from: number): Uint8Array<ArrayBuffer> =>
    from === 0 ? iv : cipher.slice(from - BLOCK_BYTES, from);
  // The last run first: its padding tells a wrong key from a right one in all but one of 255 cases.
  const lastFrom = Math.floor((cipher.length - 1) / RUN_BYTES) * RUN_BYTES;
  const last = await key.decrypt(cipher.subarray(lastFrom), ivAt(lastFrom), true);
  if (!last) return err({ code: 'wrong-password-or-altered' });
  const plain = new Uint8Array(lastFrom + last.length);
  plain.set(last, lastFrom);
  for (let from = 0; from < lastFrom; from += RUN_BYTES) {
    if (tools.cancellation?.cancelled) return err({ code: 'cancelled' });
    const run = await key.decrypt(cipher.subarray(from, from + RUN_BYTES), ivAt(from), false);
    if (!run) return err({ code: 'wrong-password-or-altered' });
    plain.set(run, from);
    tools.onProgress?.((from + run.length) / cipher.length);
  }
  tools.onProgress?.(1);
  return ok(plain);
}
