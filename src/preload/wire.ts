/** A window's bridge: wire only. No logic, no schemas, no generic way to reach another channel. */
import { contextBridge, ipcRenderer } from 'electron';
import {
  BRIDGE_KEY,
  callChannel,
  type CallName,
  eventChannel,
  type EventName,
} from '../shared/bridge/names.ts';

/** Puts these calls and events on the window, and no others. */
export function exposeBridge(callNames: readonly CallName[], eventNames: readonly EventName[]): void {
  const calls = Object.fromEntries(
    callNames.map((name) => [
      name,
      (input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel(name), input),
    ]),
  );
  const events = Object.fromEntries(
    eventNames.map((name) => [
      name,
      (listener: (payload: unknown) => void): (() => void) => {
        const channel = eventChannel(name);
        const forward = (_event: unknown, payload: unknown): void => {
          listener(payload);
        };
        ipcRenderer.on(channel, forward);
        return () => {
          ipcRenderer.removeListener(channel, forward);
        };
      },
    ]),
  );
  contextBridge.exposeInMainWorld(BRIDGE_KEY, { calls, events });
}
