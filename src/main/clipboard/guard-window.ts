import { BrowserWindow } from 'electron';
import type { Caller } from '../../shared/bridge/contract.ts';
import type { ClipboardQuestion } from '../../shared/bridge/clipboard.ts';
import { webPreferences } from '../windows/window-options.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';
import type { Verdict } from './guard.ts';

/** A window comes up in a tenth of this; a machine that just woke takes longer. */
const PATIENCE_MS = 5_000;

export interface GuardWindow {
  /** Opens a window nobody sees, which compares the clipboard with what it is asked, and closes it. */
  ask(question: ClipboardQuestion): Promise<Verdict>;
  /** For the window: what to compare. The paste event it waits for follows. */
  question(caller: Caller): ClipboardQuestion | null;
  /** From the window. False when nobody asked. */
  answer(isOurs: boolean): boolean;
}

export interface GuardPlace {
  readonly url: string;
  readonly preload: string;
}

export function createGuardWindow({ url, preload }: GuardPlace, windows: WindowRegistry): GuardWindow {
  let asked: { readonly question: ClipboardQuestion; readonly settle: (verdict: Verdict) => void } | null =
    null;
  let last: Promise<unknown> = Promise.resolve();

  const look = async (question: ClipboardQuestion): Promise<Verdict> => {
    const window = new BrowserWindow({
      ...{ show: false, width: 200, height: 100, focusable: false, skipTaskbar: true, frame: false },
      paintWhenInitiallyHidden: false,
      webPreferences: webPreferences(preload),
    });
    windows.add(window, 'guard');
    let patience: NodeJS.Timeout | undefined;
    const verdict = await new Promise<Verdict>((settle) => {
      asked = { question, settle };
      patience = setTimeout(() => {
        settle('unanswered');
      }, PATIENCE_MS);
      window.webContents.once('render-process-gone', () => {
        settle('unanswered');
      });
      window.once('closed', () => {
        settle('unanswered');
      });
      window.loadURL(url).catch(() => {
        settle('unanswered');
      });
    });
    clearTimeout(patience);
    asked = null;
    if (!window.isDestroyed()) window.destroy();
    return verdict;
  };

  return {
    ask(question) {
      // One after another: two windows would have to share one clipboard event.
      const turn = last.then(() => look(question));
      last = turn;
      return turn;
    },
    question(caller) {
      if (asked === null) return null;
      // After this call's answer, so that the window knows what to compare.
      setImmediate(() => {
        caller.paste();
      });
      return asked.question;
    },
    answer(isOurs) {
      asked?.settle(isOurs ? 'ours' : 'other');
      return asked !== null;
    },
  };
}
