/** The call that shows a message. It counts, so it is made on the reader's click and never by itself. */

export interface FetchedEnvelope {
  readonly kind: 'fetched';
  readonly envelope: string;
  /** How often it can be shown after this; null for as often as one likes. */
  readonly remaining: number | null;
}

export type FetchOutcome =
  | FetchedEnvelope
  | { readonly kind: 'unknown' | 'expired' | 'exhausted' | 'deleted' }
  /** Certain that nothing was sent. */
  | { readonly kind: 'offline' }
  /** It may have arrived or not. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'limited'; readonly waitSeconds: number }
  | { readonly kind: 'failed' };

export async function fetchEnvelope(messageId: string): Promise<FetchOutcome> {
  if (!navigator.onLine && !isThisMachine()) return { kind: 'offline' };
  try {
    const answer = await fetch(`/api/messages/${messageId}/open`, { method: 'POST', cache: 'no-store' });
    const json: unknown = await answer.json().catch(() => null);
    return answer.ok ? readMessage(json) : readFailure(answer, json);
  } catch {
    return { kind: 'unreachable' };
  }
}

/** A service on the reader's own machine needs no network. */
const isThisMachine = (): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname);

// Read by hand: the schemas both ends share would be half of this page's size.
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function readMessage(json: unknown): FetchOutcome {
  const data = field(json, 'data');
  const envelope = field(data, 'encryptedContent');
  const used = field(data, 'accessCount');
  const allowed = field(data, 'maxAccess');
  if (field(json, 'success') !== true || typeof envelope !== 'string') return { kind: 'failed' };
  const isCounted = typeof used === 'number' && typeof allowed === 'number';
  return { kind: 'fetched', envelope, remaining: isCounted ? Math.max(0, allowed - used) : null };
}

/** The documented window, where a service does not say. */
const DEFAULT_WAIT_SECONDS = 15 * 60;

function readFailure(answer: Response, json: unknown): FetchOutcome {
  const code = field(json, 'code');
  // Without its code a 404 is not the service's own: a proxy in front of it, say.
  if (answer.status === 404 && code === 'not-found') return { kind: 'unknown' };
  if (answer.status === 410 && (code === 'expired' || code === 'exhausted' || code === 'deleted')) {
    return { kind: code };
  }
  if (answer.status === 429) {
    const wait = Number(answer.headers.get('Retry-After') ?? NaN);
    return { kind: 'limited', waitSeconds: Number.isFinite(wait) ? wait : DEFAULT_WAIT_SECONDS };
  }
  return { kind: 'failed' };
}
