/** Calls of the quick window, and about shortcuts and the tray. */
import type { CallHandlers } from '../../../shared/bridge/contract.ts';
import type { QuickWindow } from '../../quick-share/quick-window.ts';
import type { Shortcuts } from '../../shortcuts/shortcuts.ts';

export type QuickShareCall = Extract<
  keyof CallHandlers,
  `quick.${string}` | `shortcuts.${string}` | 'tray.state'
>;

export interface QuickShareCallParts {
  readonly quick: QuickWindow;
  readonly shortcuts: Shortcuts;
  readonly tray: { readonly isThere: boolean };
}

export function quickShareCalls(parts: QuickShareCallParts): Pick<CallHandlers, QuickShareCall> {
  const { quick, shortcuts, tray } = parts;
  return {
    'quick.ready': () => Promise.resolve(quick.ready()),
    'quick.hold': ({ isHeld }) => {
      quick.hold(isHeld);
      return Promise.resolve(true);
    },
    'quick.close': () => {
      // After the answer: the window that asks is gone then.
      setImmediate(() => {
        quick.wipe();
      });
      return Promise.resolve(true);
    },
    'shortcuts.state': () => Promise.resolve(shortcuts.state),
    'shortcuts.set': ({ mode, accelerator }) => Promise.resolve(shortcuts.set(mode, accelerator)),
    'shortcuts.record': ({ isRecording }) => {
      shortcuts.record(isRecording);
      return Promise.resolve(true);
    },
    'tray.state': () => Promise.resolve({ isThere: tray.isThere }),
  };
}
