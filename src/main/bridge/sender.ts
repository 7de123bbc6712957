import type { IpcMainInvokeEvent } from 'electron';
import type { WindowKind } from '../../shared/bridge/names.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';

/**
 * Who is calling: the kind of window, or null for anyone who is not the top frame of one of our windows
 * showing our own page. A frame that was destroyed or has navigated since has no say either.
 */
export function identifySender(
  event: IpcMainInvokeEvent,
  windows: WindowRegistry,
  origins: readonly string[],
): WindowKind | null {
  const frame = event.senderFrame;
  if (frame === null || frame.detached || frame.parent !== null) return null;
  if (frame !== event.sender.mainFrame) return null;
  if (!origins.includes(originOf(frame.url))) return null;
  return windows.kindOf(event.sender);
}

/** `URL.origin` is "null" for our own scheme, so it is put together here. */
function originOf(address: string): string {
  const url = URL.parse(address);
  return url === null ? '' : `${url.protocol}//${url.host}`;
}
