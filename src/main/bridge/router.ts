/** Who, then what, then do: the only way from a window into the main process. */
import { ipcMain } from 'electron';
import {
  type CallHandlers,
  calls,
  callsWhileLocked,
  type EventPayload,
  events,
  eventsWhileLocked,
} from '../../shared/bridge/contract.ts';
import {
  callChannel,
  type CallName,
  callNames,
  eventChannel,
  type EventName,
} from '../../shared/bridge/names.ts';
import type { Log } from '../log/log.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';
import { isBearable } from './payload.ts';
import { identifySender } from './sender.ts';

type Refusal = 'sender' | 'window-kind' | 'locked' | 'payload' | 'input' | 'output' | 'failed';

/** What a refused caller gets to read: the call and a code, never a value. */
class BridgeRefusal extends Error {
  constructor(call: CallName, refusal: Refusal) {
    super(`bridge: ${call} refused: ${refusal}`);
    this.name = 'BridgeRefusal';
  }
}

export interface RouterParts {
  readonly windows: WindowRegistry;
  /** Origins our pages are loaded from. */
  readonly origins: readonly string[];
  /** While it is locked, only what leads out of that is answered. */
  readonly isLocked: () => boolean;
  readonly log: Log;
}

/**
 * Answers calls from now on. Handlers may still be on their way (a keychain can wait for a person): calls wait
 * for them, but who asks and what for is checked at once.
 */
export function serveBridge(
  handlers: Promise<CallHandlers>,
  { windows, origins, isLocked, log }: RouterParts,
): void {
  for (const name of callNames) {
    ipcMain.handle(callChannel(name), async (event, payload: unknown) => {
      const refuse = (refusal: Refusal): BridgeRefusal => {
        log.write('bridge-refused', { call: name, code: refusal });
        return new BridgeRefusal(name, refusal);
      };
      const kind = identifySender(event, windows, origins);
      if (kind === null) throw refuse('sender');
      const spec = calls[name];
      if (!spec.windows.includes(kind)) throw refuse('window-kind');
      if (isLocked() && !callsWhileLocked.includes(name)) throw refuse('locked');
      if (!isBearable(payload)) throw refuse('payload');
      const input = spec.input.safeParse(payload);
      if (!input.success) throw refuse('input');
      const ready = await handlers;
      // It may have been locked while this call waited for the keychain.
      if (isLocked() && !callsWhileLocked.includes(name)) throw refuse('locked');
      return await perform(ready, name, input.data, refuse);
    });
  }
}

async function perform(
  handlers: CallHandlers,
  name: CallName,
  input: unknown,
  refuse: (refusal: Refusal) => BridgeRefusal,
): Promise<unknown> {
  // The input was parsed by this very call's schema; TypeScript cannot follow that through the name.
  const handle = handlers[name] as (input: unknown) => Promise<unknown>;
  let result: unknown;
  try {
    result = await handle(input);
  } catch {
    // A bug's message may quote values; the window gets a code.
    throw refuse('failed');
  }
  const output = calls[name].output.safeParse(result);
  if (!output.success) throw refuse('output');
  return output.data;
}

/** Tells every window, or none when there is none. */
export type Broadcast = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export function createBroadcast(windows: WindowRegistry, isLocked: () => boolean): Broadcast {
  return (name, payload) => {
    if (isLocked() && !eventsWhileLocked.includes(name)) return;
    const parsed: unknown = events[name].parse(payload);
    for (const contents of windows.all()) contents.send(eventChannel(name), parsed);
  };
}
