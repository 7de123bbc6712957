/** Fetches a small text, with bounds on time and size. It is not trusted: whoever reads it checks its signature. */
import { err, ok, type Result } from '../../core/result.ts';
import { MAX_LIST_BYTES } from './signed-list.ts';

const LIMIT_MS = 20_000;

/** As in browsers: a session's own, so that system proxies and certificates work. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export async function fetchList(
  url: string,
  fetch: Fetch,
): Promise<Result<string, 'unreachable' | 'not-found' | 'unreadable'>> {
  try {
    const answer = await fetch(url, {
      // Nothing that says who asks.
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (answer.status === 404 || answer.status === 410) return err('not-found');
    if (!answer.ok || answer.body === null) return err('unreachable');
    return await readBounded(answer.body);
  } catch {
    return err('unreachable');
  }
}

async function readBounded(body: ReadableStream<Uint8Array>): Promise<Result<string, 'unreadable'>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early cancels the rest.
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_LIST_BYTES) return err('unreadable');
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks).toString('utf8'));
}
