import { createHash } from 'node:crypto';
import { createWebCryptoEngine } from '../../src/core/envelope/engines/webcrypto.ts';
import { createUtf8, type EnvelopeText, seal } from '../../src/core/envelope/index.ts';

const tools = {
  engine: createWebCryptoEngine(crypto.subtle),
  utf8: createUtf8(TextEncoder, TextDecoder),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

export interface SealedSecret {
  /** Different for each, so that it is found again in the list. */
  readonly name: string;
  readonly envelope: EnvelopeText;
  /** Of the envelope: what the databases are asked about. */
  readonly digest: string;
}

export const digestOf = (envelope: string): string => createHash('sha256').update(envelope).digest('hex');

/** @param length of the text, in characters */
export async function sealSecret(name: string, length: number): Promise<SealedSecret> {
  const created = new Date().toISOString();
  const sealed = await seal(
    { content: 'x'.repeat(length), password: 'crash', hash: 'SHA-256', created },
    tools,
  );
  if (!sealed.ok) throw new Error(sealed.error.code);
  return { name, envelope: sealed.value, digest: digestOf(sealed.value) };
}
