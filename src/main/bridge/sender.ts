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
  try {
    const frame = event.senderFrame;
    if (frame === null || frame.detached || frame.parent !== null) return null;
    if (frame !== event.sender.mainFrame) return null;
    return isOurPage(frame.url, origins) ? windows.kindOf(event.sender) : null;
  } catch {
    // A frame that goes away while it is looked at throws.
    return null;
  }
}

/** Whether an address is of one of the origins. `URL.origin` is "null" for our own scheme, so it is put together. */
export function isOurPage(address: string, origins: readonly string[]): boolean {
  const url = URL.parse(address);
  return url !== null && origins.includes(`${url.protocol}//${url.host}`);
}
