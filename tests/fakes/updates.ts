/** New versions, scripted. */
import type { CallHandlers, EventPayload } from '../../src/shared/bridge/contract.ts';
import type { CallName, EventName } from '../../src/shared/bridge/names.ts';
import type { Release, Updates } from '../../src/shared/bridge/updates.ts';

export interface UpdatesScript {
  readonly updates?: Partial<Updates>;
}

export const RELEASE: Release = {
  version: '0.2.0',
  bytes: 112_000_000,
  releasedAt: '2026-11-12T09:30:00.000Z',
};

type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;
type UpdatesCall = Extract<CallName, `updates.${string}`>;

export function updatesHandlers(script: UpdatesScript, emit: Emit): Pick<CallHandlers, UpdatesCall> {
  let updates: Updates = {
    now: { state: 'off', owner: 'local-package' },
    lookedAt: null,
    hasPage: false,
    ...script.updates,
  };
  const become = (now: Updates['now']): Promise<Updates> => {
    updates = { ...updates, now };
    emit('updates.changed', updates);
    return Promise.resolve(updates);
  };
  return {
    'updates.state': () => Promise.resolve(updates),
    'updates.look': () => become({ state: 'available', release: RELEASE }),
    'updates.download': () => become({ state: 'downloading', release: RELEASE, percent: 0 }),
    'updates.stop': () => become({ state: 'available', release: RELEASE }),
    'updates.install': () => Promise.resolve(updates),
    'updates.openPage': () => Promise.resolve(updates.hasPage),
  };
}
