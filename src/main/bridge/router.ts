/** Who, then what, then do: the only way from a window into the main process. */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import {
  type Caller,
  type CallHandlers,
  type CallSpec,
  calls,
  callsWhileLocked,
} from '../../shared/bridge/contract.ts';
import { callChannel, type CallName, callNames, type WindowKind } from '../../shared/bridge/names.ts';
import type { Log } from '../log/log.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';
import { weighPayload } from './payload.ts';
import { identifySender } from './sender.ts';
import { createThrottle, type Throttle } from './throttle.ts';

type Refusal = 'sender' | 'window-kind' | 'throttled' | 'locked' | 'payload' | 'input' | 'output' | 'failed';

/** What a refused caller gets to read: the call and a code, never a value. */
class BridgeRefusal extends Error {
  readonly refusal: Refusal;
  /** The log takes note of a flood, not of each of its calls: it must not become one on disk. */
  readonly isWorthALine: boolean;

  constructor(call: CallName, refusal: Refusal, isWorthALine = true) {
    super(`bridge: ${call} refused: ${refusal}`);
    this.name = 'BridgeRefusal';
    this.refusal = refusal;
    this.isWorthALine = isWorthALine;
  }
}

/** Where calls arrive; Electron's `ipcMain` in the program. */
export type BridgePort = Pick<IpcMain, 'handle'>;

export interface RouterParts {
  readonly port: BridgePort;
  readonly windows: WindowRegistry;
  /** Origins our pages are loaded from. */
  readonly origins: readonly string[];
  /** While it is locked, only what leads out of that is answered. */
  readonly isLocked: () => boolean;
  readonly log: Log;
  /** Milliseconds that never run backwards. */
  readonly uptime: () => number;
  /** Told what a handler threw, which no window and no log is. */
  readonly onBug?: (problem: unknown) => void;
}

/**
 * Answers calls from now on. Handlers may still be on their way (a keychain can wait for a person): calls wait
 * for them, but who asks and what for is checked at once.
 */
export function serveBridge(handlers: Promise<CallHandlers>, parts: RouterParts): void {
  const throttle = createThrottle(parts.uptime);
  const isNews = createSpacing(parts.uptime);
  for (const name of callNames) {
    parts.port.handle(callChannel(name), async (event, ...payloads: unknown[]) => {
      try {
        return await answer(name, event, payloads, { handlers, throttle, ...parts });
      } catch (problem) {
        // A bug's message may quote values; the window gets a code.
        if (!(problem instanceof BridgeRefusal)) parts.onBug?.(problem);
        const refusal = problem instanceof BridgeRefusal ? problem : new BridgeRefusal(name, 'failed');
        const { isWorthALine, message } = refusal;
        if (isWorthALine && isNews(message))
          parts.log.write('bridge-refused', { call: name, code: refusal.refusal });
        throw refusal;
      }
    });
  }
}

/** Milliseconds in which the same refusal is noted once: a script that is refused on purpose must not fill the log. */
const SAME_REFUSAL_MS = 1_000;

function createSpacing(now: () => number): (what: string) => boolean {
  const noted = new Map<string, number>();
  return (what) => {
    const moment = now();
    if (moment - (noted.get(what) ?? -Infinity) < SAME_REFUSAL_MS) return false;
    noted.set(what, moment);
    return true;
  };
}

interface Answering extends RouterParts {
  readonly handlers: Promise<CallHandlers>;
  readonly throttle: Throttle;
}

async function answer(
  name: CallName,
  event: IpcMainInvokeEvent,
  payloads: readonly unknown[],
  { handlers, throttle, windows, origins, isLocked }: Answering,
): Promise<unknown> {
  // Before anything else, so that a refusal costs no more than this.
  const taken = throttle.take(event.sender, name);
  if (taken !== 'pass') throw new BridgeRefusal(name, 'throttled', taken === 'first-refusal');
  const spec: CallSpec = calls[name];
  const kind = identifySender(event, windows, origins);
  if (kind === null) throw new BridgeRefusal(name, 'sender');
  if (!spec.windows.includes(kind)) throw new BridgeRefusal(name, 'window-kind');
  const refuseLocked = (): void => {
    if (isLocked() && !callsWhileLocked.includes(name)) throw new BridgeRefusal(name, 'locked');
  };
  refuseLocked();
  const [payload] = payloads;
  const chars = payloads.length > 1 ? null : weighPayload(payload, spec.nodes);
  if (chars === null) throw new BridgeRefusal(name, 'payload');
  const input = spec.input.safeParse(payload);
  if (!input.success) throw new BridgeRefusal(name, 'input');
  const leave = throttle.enter(event.sender, name, chars);
  if (leave === null) throw new BridgeRefusal(name, 'throttled');
  try {
    const ready = await handlers;
    // It may have been locked while this call waited for the keychain.
    refuseLocked();
    return await perform(ready, name, input.data, toCaller(event.sender, kind));
  } finally {
    leave();
  }
}

/** All a handler gets of the window that asks. */
const toCaller = (contents: WebContents, kind: WindowKind): Caller => ({
  kind,
  copy: () => {
    if (!contents.isDestroyed()) contents.copy();
  },
  paste: () => {
    if (!contents.isDestroyed()) contents.paste();
  },
});

async function perform(
  handlers: CallHandlers,
  name: CallName,
  input: unknown,
  caller: Caller,
): Promise<unknown> {
  // The input was parsed by this very call's schema; TypeScript cannot follow that through the name.
  const handle = handlers[name] as (input: unknown, caller: Caller) => Promise<unknown>;
  const output = calls[name].output.safeParse(await handle(input, caller));
  if (!output.success) throw new BridgeRefusal(name, 'output');
  return output.data;
}
