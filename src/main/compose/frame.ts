import type { Notice } from '../../shared/bridge/models.ts';
import type { LogFile } from '../log/log.ts';
import type { Broadcast } from '../bridge/broadcast.ts';
import type { Places } from '../places.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';
import type { Speak } from '../words/speak.ts';

/** What is there before the keychain has been asked. */
export interface Frame {
  readonly places: Places;
  readonly log: LogFile;
  readonly settings: SettingsStore;
  readonly windows: WindowRegistry;
  readonly broadcast: Broadcast;
  /** The words of the native parts in the language chosen now. */
  readonly speak: () => Speak;
  /** Notices of parts that are not behind the keychain. */
  readonly moreNotices: () => readonly Notice[];
  /** Shows the main window, or brings the one there is to the front. */
  readonly showMainWindow: () => void;
  /** Shows it with the details of one entry of the list, once it is unlocked. */
  readonly showEntry: (id: string) => void;
}
