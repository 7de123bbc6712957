/** The claims about base64, as a function: run here and, with the engine's own codec switched on, in a second Node. */
import { randomBytes } from 'node:crypto';
import { decodeBase64, decodedLength, encodeBase64 } from '../../../../src/core/envelope/base64.ts';
import { createUtf8 } from '../../../../src/core/envelope/utf8.ts';

const utf8 = createUtf8(TextEncoder, TextDecoder);

const REFUSED = [
  'A', 'AA', 'AAA', 'AAAAA', '====', 'A===', '=AAA', 'AA=A', 'AAA=AAAA', 'AB==', 'AAB=', 'AA-A', 'AA_A', 'AA A', ' AAA',
  'AAAA\n\n\n\n', 'AAAA    ', 'AAA\u00c1', 'AAA\u0141', 'AAA\u0000', 'AA\u2028A',
]; // prettier-ignore

/** Says whether the engine's own codec was used, and what went wrong. */
export function checkBase64(): { readonly native: boolean; readonly faults: string[] } {
  const faults: string[] = [];
  for (let length = 0; length < 200; length += 1) {
    const bytes = new Uint8Array(randomBytes(length));
    const text = encodeBase64(bytes, utf8);
    if (text !== Buffer.from(bytes).toString('base64')) faults.push(`encoding ${length} bytes`);
    const back = new Uint8Array(length);
    if (decodedLength(text) !== length || !decodeBase64(text, back)) faults.push(`decoding ${length} bytes`);
    if (!Buffer.from(bytes).equals(back)) faults.push(`what ${length} bytes decode to`);
    if (decodeBase64(text, new Uint8Array(length + 1))) faults.push(`a target for more than ${length} bytes`);
  }
  for (const text of REFUSED) {
    const length = decodedLength(text);
    for (const target of [0, 1, 2, 3, 6, Math.floor(length)]) {
      if (target >= 0 && decodeBase64(text, new Uint8Array(target)))
        faults.push(`taking ${JSON.stringify(text)}`);
    }
  }
  return { native: 'toBase64' in Uint8Array.prototype, faults };
}

if (import.meta.main) console.log(JSON.stringify(checkBase64()));
