/** Calls about the clipboard. No text passes through them, but one that the person decided to have marked. */
import type { CallHandlers } from '../../../shared/bridge/contract.ts';
import type { ClipboardState } from '../../../shared/bridge/clipboard.ts';
import type { SystemClipboard } from '../../clipboard/clipboard.ts';
import type { ClipboardGuard } from '../../clipboard/guard.ts';
import type { GuardWindow } from '../../clipboard/guard-window.ts';
import type { SettingsStore } from '../../settings/settings.ts';

export type ClipboardCall = Extract<keyof CallHandlers, `clipboard.${string}`>;

export interface ClipboardCallParts {
  readonly clipboard: SystemClipboard;
  readonly guard: ClipboardGuard;
  readonly guardWindow: GuardWindow;
  readonly settings: Pick<SettingsStore, 'current'>;
}

export function clipboardCalls(parts: ClipboardCallParts): Pick<CallHandlers, ClipboardCall> {
  const { clipboard, guard, guardWindow, settings } = parts;
  const state = (): ClipboardState => ({ watch: guard.watch, canMark: clipboard.writeMarked !== null });
  return {
    'clipboard.state': () => Promise.resolve(state()),
    'clipboard.copy': (_nothing, caller) => {
      caller?.copy();
      return Promise.resolve(caller !== undefined);
    },
    'clipboard.wrote': async ({ mark }, caller) => {
      await clipboard.clearPrimary();
      if (mark === null) guard.keep();
      else guard.watchFor(mark);
      caller?.paste();
      return state();
    },
    'clipboard.writeMarked': async ({ text }) => {
      if (!settings.current.clipboardMarks || clipboard.writeMarked === null) return false;
      await clipboard.writeMarked(text);
      return true;
    },
    'clipboard.keep': () => {
      guard.keep();
      return Promise.resolve(state());
    },
    'clipboard.paste': (_nothing, caller) => {
      caller?.paste();
      return Promise.resolve(caller !== undefined);
    },
    'clipboard.question': (_nothing, caller) =>
      Promise.resolve(caller === undefined ? null : guardWindow.question(caller)),
    'clipboard.verdict': ({ isOurs }) => Promise.resolve(guardWindow.answer(isOurs)),
  };
}
