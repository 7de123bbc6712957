/** The main window's bridge: wire only. No logic, no schemas, no generic way to reach another channel. */
import { contextBridge, ipcRenderer } from 'electron';
import type { BridgeApi } from '../shared/bridge/contract.ts';
import { BRIDGE_KEY, callChannel, callNames, eventChannel, eventNames } from '../shared/bridge/names.ts';

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

contextBridge.exposeInMainWorld(BRIDGE_KEY, { calls, events } satisfies Record<keyof BridgeApi, unknown>);
