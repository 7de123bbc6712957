/** Copies, reads back what was copied, and has it watched. */
import type { BridgeClient } from './bridge/client.ts';
import type { ClipboardMark } from '../shared/bridge/clipboard.ts';
import { copyText, copyTextLater, nextPaste } from './clipboard.ts';
import type { ClipboardMarker } from './crypto/clipboard-mark.ts';

export interface Copier {
  /**
   * Must be called in the moment of the person's click or key where there is one.
   *
   * @returns whether the clipboard holds the text now, as was read back
   */
  copy(text: string, what?: CopiedThing): Promise<boolean>;
}

/** Only a password is worth handing it to the main process for its marks, where the person chose that. */
export type CopiedThing = 'password' | 'other';

/** The event comes within milliseconds, or never; on a machine that is short of breath within seconds. */
const READ_BACK_MS = 5_000;
const READ_AGAIN = 3;
const READ_AGAIN_MS = 60;

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** @param wantsMarks whether the person chose marks and they are possible here */
export function createCopier(
  bridge: BridgeClient,
  marker: ClipboardMarker,
  wantsMarks: () => boolean,
): Copier {
  const write = async (text: string, what: CopiedThing): Promise<boolean> => {
    if (what === 'password' && wantsMarks()) return bridge.call('clipboard.writeMarked', { text });
    return copyText(text) || (await copyTextLater(text, () => bridge.call('clipboard.copy')));
  };
  /** What the clipboard holds, pasted into this window; the main process watches it from now on. */
  const readBack = async (mark: ClipboardMark | null): Promise<string | null> => {
    const pasted = nextPaste(READ_BACK_MS);
    await bridge.call('clipboard.wrote', { mark });
    return pasted;
  };
  const attempt = async (text: string, what: CopiedThing): Promise<boolean> => {
    try {
      if (!(await write(text, what))) return false;
      const mark = await marker.mark(text);
      let found = await readBack(mark);
      // What was written just now may not have arrived where it is read: nothing is found then, and not another text.
      for (let again = 0; found === '' && again < READ_AGAIN; again += 1) {
        await pause(READ_AGAIN_MS);
        found = await readBack(mark);
      }
      if (found === text.replaceAll('\r\n', '\n')) return true;
      await bridge.call('clipboard.keep');
      return false;
    } catch {
      return false;
    }
  };
  /** While one is read back: two at once would read each other's. */
  let underWay: Promise<boolean> | null = null;
  return {
    copy(text, what = 'other') {
      const turn: Promise<boolean> =
        underWay === null ? attempt(text, what) : underWay.then(() => attempt(text, what));
      underWay = turn;
      void turn.then(() => {
        if (underWay === turn) underWay = null;
      });
      return turn;
    },
  };
}
