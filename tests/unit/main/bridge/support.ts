/** The real router, with a fake `ipcMain` under it and a window that can be of any kind, at any address. */
import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import { serveBridge } from '../../../../src/main/bridge/router.ts';
import type { LogFields } from '../../../../src/main/log/log.ts';
import type { WindowRegistry } from '../../../../src/main/windows/window-registry.ts';
import { type CallHandlers } from '../../../../src/shared/bridge/contract.ts';
import {
  callChannel,
  type CallName,
  callNames,
  type WindowKind,
} from '../../../../src/shared/bridge/names.ts';

export const ORIGIN = 'app://enigmacrypt';

/** As much of a window's contents as the router looks at. */
export interface FakeContents {
  mainFrame: FakeFrame;
  readonly sent: { channel: string; payload: unknown }[];
  send(channel: string, payload: unknown): void;
}
export interface FakeFrame {
  url: string;
  parent: FakeFrame | null;
  detached: boolean;
}

export function fakeContents(url = `${ORIGIN}/index.html`): FakeContents {
  const sent: FakeContents['sent'] = [];
  return {
    mainFrame: { url, parent: null, detached: false },
    sent,
    send: (channel, payload) => sent.push({ channel, payload }),
  };
}

/** Knows the windows it is told of; the contents are fakes, which Electron's types cannot know. */
export function fakeRegistry(kinds: Map<FakeContents, WindowKind>): WindowRegistry {
  const real = (contents: FakeContents): WebContents => contents as unknown as WebContents;
  return {
    add: () => undefined,
    kindOf: (contents) => kinds.get(contents as unknown as FakeContents) ?? null,
    all: () => [...kinds.keys()].map(real),
    protect: () => undefined,
  };
}

export interface Bench {
  /** Calls as a window would. @param frame the calling frame; null when it is gone */
  call(
    name: CallName,
    contents: FakeContents,
    payloads: readonly unknown[],
    frame?: FakeFrame | null,
  ): Promise<unknown>;
  readonly kinds: Map<FakeContents, WindowKind>;
  /** What reached a handler. */
  readonly handled: { name: CallName; input: unknown }[];
  readonly log: LogFields[];
  /** Milliseconds. */
  now: number;
  isLocked: boolean;
}

/** @param answer what every handler does; by default it hangs up with a message that quotes its input */
export function createBench(
  answer: (name: CallName, input: unknown) => Promise<unknown> = (_name, input) =>
    Promise.reject(new Error(`a bug that quotes ${JSON.stringify(input)}`)),
): Bench {
  type Listener = (event: IpcMainInvokeEvent, ...payloads: unknown[]) => unknown;
  const listeners = new Map<string, Listener>();
  const kinds = new Map<FakeContents, WindowKind>();
  const bench: Bench = {
    kinds,
    handled: [],
    log: [],
    now: 0,
    isLocked: false,
    async call(name, contents, payloads, frame = contents.mainFrame) {
      const event = { sender: contents, senderFrame: frame as unknown as WebFrameMain | null };
      return await listeners.get(callChannel(name))!(event as unknown as IpcMainInvokeEvent, ...payloads);
    },
  };
  const handlers = Object.fromEntries(
    callNames.map((name) => [
      name,
      (input: unknown) => {
        bench.handled.push({ name, input });
        return answer(name, input);
      },
    ]),
  );
  serveBridge(Promise.resolve(handlers as unknown as CallHandlers), {
    port: {
      handle: (channel, listener) => {
        listeners.set(channel, listener);
      },
    },
    windows: fakeRegistry(kinds),
    origins: [ORIGIN],
    isLocked: () => bench.isLocked,
    log: { write: (_event, fields = {}) => bench.log.push(fields), read: () => '' },
    uptime: () => bench.now,
  });
  return bench;
}

/** What a refused caller gets to read. */
export async function messageOf(call: Promise<unknown>): Promise<string> {
  try {
    return `answered ${JSON.stringify(await call)}`;
  } catch (problem) {
    return String(problem);
  }
}
