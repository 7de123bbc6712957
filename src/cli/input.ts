import { MAX_ENVELOPE_LENGTH } from '../core/envelope/index.ts';
import { EXIT, Failure } from './failure.ts';

/** All of the input, up to the longest envelope there is. */
export async function readInput(input: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    length += chunk.length;
    if (length > MAX_ENVELOPE_LENGTH) throw new Failure('The input is too large.', EXIT.malformed);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
