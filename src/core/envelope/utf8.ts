import type { Utf8 } from '../ports.ts';

/** What is needed of the platform's `TextEncoder`. */
export type EncoderConstructor = new () => {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, target: Uint8Array<ArrayBuffer>): { read: number; written: number };
};

/** What is needed of the platform's `TextDecoder`. */
export type DecoderConstructor = new (
  label: 'utf-8',
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/**
 * The UTF-8 port on the platform's own codec. Lone surrogates, which UTF-8 cannot carry, are encoded as
 * U+FFFD; malformed bytes decode to null, never to replacement characters.
 */
export function createUtf8(Encoder: EncoderConstructor, Decoder: DecoderConstructor): Utf8 {
  const encoder = new Encoder();
  const decoder = new Decoder('utf-8', { fatal: true, ignoreBOM: true });
  return {
    encode: (text) => encoder.encode(text),
    encodeInto: (text, target) => encoder.encodeInto(text, target),
    decode: (bytes) => {
      try {
        return decoder.decode(bytes);
      } catch {
        // A fatal decoder has no other way to say "malformed".
        return null;
      }
    },
  };
}
