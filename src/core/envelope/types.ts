import type { Cancellation, RandomBytes, Utf8 } from '../ports.ts';
import type { ContentSlice } from './content.ts';

/**
 * The PBKDF2 hash. The service's documentation names none: crypto-js defaulted to SHA-1 up to 4.1.1 and to
 * SHA-256 from 4.2.0, so the program always names it.
 */
export type KdfHash = 'SHA-256' | 'SHA-1';

/** The envelope's text: `hex(salt) ‖ hex(iv) ‖ base64(ciphertext)`, ASCII only. */
export type EnvelopeText = string & { readonly __brand: 'EnvelopeText' };

/** Fixed by the service's documentation. */
export const KDF_ITERATIONS = 100_000;
export const KEY_BYTES = 32;
export const SALT_BYTES = 16;
export const IV_BYTES = 16;
export const BLOCK_BYTES = 16;

/**
 * A derived AES-256 key, usable for CBC in runs of whole blocks so that large texts need no second copy. What it is
 * given it has read before it returns its promise: the memory may be used for something else at once.
 */
export interface CipherKey {
  /**
   * Encrypts one run. With `final` PKCS#7 padding is added; without it `plain.length` is a multiple of 16
   * and the answer has the same length.
   */
  encrypt(
    plain: Uint8Array<ArrayBuffer>,
    iv: Uint8Array<ArrayBuffer>,
    final: boolean,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Decrypts one run of whole blocks. With `final` the PKCS#7 padding is checked strictly and removed;
   * null means it was not valid.
   */
  decrypt(
    cipher: Uint8Array<ArrayBuffer>,
    iv: Uint8Array<ArrayBuffer>,
    final: boolean,
  ): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** The port behind which WebCrypto and crypto-js stand. Both give the same bytes for the same input. */
export interface CryptoEngine {
  readonly name: 'webcrypto' | 'crypto-js';
  /** PBKDF2 with {@link KDF_ITERATIONS} iterations and a {@link KEY_BYTES} byte key. */
  deriveKey(
    password: Uint8Array<ArrayBuffer>,
    salt: Uint8Array<ArrayBuffer>,
    hash: KdfHash,
  ): Promise<CipherKey>;
}

/**
 * The longest envelope text, in characters, that is made or read unless the caller names another limit: room
 * for about 192 MiB of content. Every character is one byte, and all of it is held in memory when opening.
 */
export const MAX_ENVELOPE_LENGTH = 256 * 1024 * 1024;

/** What sealing and opening run on. `onProgress` gets a share between 0 and 1. */
export interface EnvelopeTools {
  readonly engine: CryptoEngine;
  readonly utf8: Utf8;
  /** In characters; {@link MAX_ENVELOPE_LENGTH} if absent. */
  readonly maxLength?: number;
  readonly onProgress?: (share: number) => void;
  readonly cancellation?: Cancellation;
}

export interface SealTools extends EnvelopeTools {
  readonly random: RandomBytes;
  /** Memory for a part of the envelope, as many bytes or more; new memory if absent. The part is its beginning. */
  readonly allocate?: (bytes: number) => ArrayBuffer;
}

export interface SealInput {
  /** The secret, 1 character or more. Any Unicode, lone surrogates included. */
  readonly content: string;
  /** As typed: UTF-8, never normalised, 1 character or more. */
  readonly password: string;
  readonly hash: KdfHash;
  /** The moment of sealing, ISO 8601 as `Date.prototype.toISOString` writes it. */
  readonly created: string;
}

/** The same for content that arrives in parts, for texts too large to be held twice. */
export interface SealStreamInput extends Omit<SealInput, 'content'> {
  /** The secret in order, together 1 character or more. A slice is read, and wiped, before the next is asked for. */
  readonly slices: Iterable<ContentSlice> | AsyncIterable<ContentSlice>;
  /** The length of all slices in UTF-16 units, if known: it is then held to, and progress is reported. */
  readonly totalLength?: number;
}

/**
 * Takes the envelope's next part: ASCII, in order, the receiver's to keep. Sealing waits for the promise.
 * What came so far is worthless if sealing fails afterwards.
 */
export type EnvelopeSink = (part: Uint8Array<ArrayBuffer>) => void | Promise<void>;

export type SealError =
  | { readonly code: 'empty-content' }
  | { readonly code: 'empty-password' }
  /** `created` is not a date that would be accepted when opening. */
  | { readonly code: 'bad-created' }
  /** The envelope would be longer than the limit. */
  | { readonly code: 'too-large' }
  | { readonly code: 'cancelled' }
  /** The freshly made envelope did not open again. It must not be sent. */
  | { readonly code: 'verification-failed' };

export interface OpenedEnvelope {
  readonly content: string;
  /** ISO 8601, as the sender wrote it. */
  readonly created: string;
  /** Which hash the key was derived with. */
  readonly hash: KdfHash;
}

/** What can be read without the password. */
export interface EnvelopeFacts {
  /** Lower-case hexadecimal, 32 digits each. */
  readonly salt: string;
  readonly iv: string;
  /** Bytes of ciphertext: a multiple of 16, at least 16. */
  readonly ciphertextBytes: number;
  /** Bounds of the sealed JSON in bytes. The padding hides which it is. */
  readonly plaintextBytes: { readonly min: number; readonly max: number };
}

/** Why a text is no envelope at all. Found without any password. */
export type ParseError =
  | { readonly code: 'too-short' }
  | { readonly code: 'too-large' }
  | { readonly code: 'not-hex' }
  | { readonly code: 'not-base64' }
  /** The ciphertext is not a whole number of 16-byte blocks. */
  | { readonly code: 'bad-length' };

export type OpenError =
  | ParseError
  | { readonly code: 'empty-password' }
  | { readonly code: 'cancelled' }
  /** The two cannot be told apart: AES-CBC carries no authentication tag. */
  | { readonly code: 'wrong-password-or-altered' }
  /** It decrypted to well-formed JSON that is not this format. */
  | { readonly code: 'not-this-format' }
  | { readonly code: 'unsupported-version'; readonly version: string };
