/** The text of a file, read in the window: no other part of the program sees it. */
import { err, ok, type Result } from '../../../core/result.ts';

export type FileProblem = 'too-large' | 'not-text' | 'empty' | 'unreadable' | 'cancelled';

export interface ReadOptions {
  /** In bytes of the text as UTF-8, which is what is sealed. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** Between 0 and 1. */
  readonly onProgress?: (share: number) => void;
}

/** Read and decoded in one go: a few milliseconds. */
const SLICE_BYTES = 1024 * 1024;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Strict: every byte must be text in the file's encoding, which is UTF-8 unless a byte order mark says UTF-16. The
 * mark itself is no part of the text. Line ends stay as they are.
 */
export async function readTextFile(file: Blob, options: ReadOptions): Promise<Result<string, FileProblem>> {
  const { maxBytes, signal, onProgress } = options;
  try {
    if (file.size === 0) return err('empty');
    const encoding = encodingOf(new Uint8Array(await file.slice(0, 2).arrayBuffer()));
    // UTF-16 may take twice what the same text takes as UTF-8.
    if (file.size > maxBytes * (encoding === 'utf-8' ? 1 : 2)) return err('too-large');
    const decoder = new TextDecoder(encoding, { fatal: true });
    let text = '';
    for (let at = 0; at < file.size; at += SLICE_BYTES) {
      const bytes = await file.slice(at, at + SLICE_BYTES).arrayBuffer();
      if (signal.aborted) return err('cancelled');
      text += decoder.decode(bytes, { stream: at + SLICE_BYTES < file.size });
      onProgress?.(Math.min(1, (at + SLICE_BYTES) / file.size));
    }
    // Valid UTF-8 as well, but no text that a person wrote: programs and pictures are full of them.
    if (text.includes('\0')) return err('not-text');
    return text === '' ? err('empty') : ok(text);
  } catch (problem) {
    // The decoder throws a TypeError; what cannot be read, a DOMException.
    return err(problem instanceof TypeError ? 'not-text' : 'unreadable');
  }
}

/** https://encoding.spec.whatwg.org/#bom-sniff */
function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
