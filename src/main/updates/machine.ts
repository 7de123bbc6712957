/** What may follow what, as one pure function. Whatever comes too late, or twice, changes nothing. */
import type { Release, UpdateFailure, UpdateState } from '../../shared/bridge/updates.ts';

export type UpdateEvent =
  | { readonly kind: 'look' }
  | { readonly kind: 'found'; readonly release: Release | null }
  | { readonly kind: 'download' }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'downloaded' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'failed'; readonly why: UpdateFailure };

export function nextState(now: UpdateState, event: UpdateEvent): UpdateState {
  switch (event.kind) {
    case 'look':
      return mayLook(now) ? { state: 'looking' } : now;
    case 'found':
      if (now.state !== 'looking') return now;
      return event.release === null ? { state: 'none' } : { state: 'available', release: event.release };
    case 'download': {
      const release = offered(now);
      return release === null ? now : { state: 'downloading', release, percent: 0 };
    }
    case 'progress':
      return now.state === 'downloading' ? { ...now, percent: advance(now.percent, event.percent) } : now;
    case 'downloaded':
      return now.state === 'downloading' ? { state: 'ready', release: now.release } : now;
    case 'stop':
      return now.state === 'downloading' ? { state: 'available', release: now.release } : now;
    case 'failed':
      return afterFailure(now, event.why);
  }
}

/** What is being fetched or has been fetched is not thrown away by another look. */
const mayLook = ({ state }: UpdateState): boolean =>
  state === 'idle' || state === 'none' || state === 'available' || state === 'failed';

/** What may be downloaded now: what was found, or what could not be fetched the last time. */
const offered = (now: UpdateState): Release | null =>
  now.state === 'available' || now.state === 'failed' ? now.release : null;

const advance = (from: number, to: number): number =>
  Math.max(from, Math.min(100, Number.isFinite(to) ? Math.floor(to) : from));

function afterFailure(now: UpdateState, why: UpdateFailure): UpdateState {
  if (now.state === 'looking') return { state: 'failed', why, release: null };
  if (now.state === 'downloading' || now.state === 'ready')
    return { state: 'failed', why, release: now.release };
  return now;
}
