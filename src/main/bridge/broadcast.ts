/** What the main process tells its windows unasked. */
import { type EventPayload, events, eventsWhileLocked } from '../../shared/bridge/contract.ts';
import { eventChannel, type EventName, heardBy } from '../../shared/bridge/names.ts';
import type { Log } from '../log/log.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';
import { isOurPage } from './sender.ts';

export interface BroadcastParts {
  readonly windows: WindowRegistry;
  /** Origins our pages are loaded from. */
  readonly origins: readonly string[];
  /** While it is locked, windows are told nothing of what is in the program. */
  readonly isLocked: () => boolean;
  readonly log: Log;
}

/** Tells every window that is to hear it, or none when there is none. */
export type Broadcast = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

/**
 * What does not fit its schema is a bug: it is noted and nobody is told. A window that does not show our page at this
 * moment is told nothing either.
 */
export function createBroadcast({ windows, origins, isLocked, log }: BroadcastParts): Broadcast {
  return (name, payload) => {
    if (isLocked() && !eventsWhileLocked.includes(name)) return;
    const parsed = events[name].safeParse(payload);
    if (!parsed.success) {
      log.write('bridge-refused', { call: name, code: 'event' });
      return;
    }
    for (const contents of windows.all()) {
      const kind = windows.kindOf(contents);
      if (kind === null || !heardBy[kind].includes(name)) continue;
      if (isOurPage(contents.mainFrame.url, origins)) contents.send(eventChannel(name), parsed.data);
    }
  };
}
