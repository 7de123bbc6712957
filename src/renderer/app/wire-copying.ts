import type { StoreApi } from 'zustand/vanilla';
import type { BridgeClient } from '../bridge/client.ts';
import { createCopier } from '../copying.ts';
import { createClipboardMarker } from '../crypto/clipboard-mark.ts';
import { openClipboardKeyStore } from '../crypto/wrap-storage.ts';
import { createClipboardStore, wantsMarks } from '../state/clipboard-store.ts';
import type { MirrorState } from '../state/mirror-store.ts';
import type { Services } from '../state/services.tsx';

/** What copies, and what is known of the clipboard. */
export function wireCopying(
  bridge: BridgeClient,
  mirror: StoreApi<MirrorState>,
): Pick<Services, 'clipboard' | 'copier'> {
  const clipboard = createClipboardStore(bridge);
  const marker = createClipboardMarker(openClipboardKeyStore());
  return { clipboard, copier: createCopier(bridge, marker, () => wantsMarks(mirror, clipboard)) };
}
