/**
 * What the domain needs from the outside world. `core` has no clock, no randomness, no text codec and no
 * network of its own: whoever calls it passes these in, and tests pass in ones they control.
 */

/** Fills and returns a new array of `length` bytes from a cryptographically secure generator. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>;

/** The current time in milliseconds since the Unix epoch. */
export type Clock = () => number;

/** UTF-8 in both directions. `decode` answers null for malformed input and keeps a leading byte order mark. */
export interface Utf8 {
  encode(text: string): Uint8Array<ArrayBuffer>;
  /** Encodes whole characters while they fit, and says how many UTF-16 units and bytes that were. */
  encodeInto(text: string, target: Uint8Array<ArrayBuffer>): { read: number; written: number };
  decode(bytes: Uint8Array): string | null;
}

/** Set by the caller to stop a long operation at its next step. */
export interface Cancellation {
  readonly cancelled: boolean;
}
