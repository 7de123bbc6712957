/**
 * The one place that copies and pastes. Every permission of a window is denied, so `navigator.clipboard` is not
 * there; copy and paste events need none, and what goes through them does not cross the bridge.
 */

/**
 * Copies by the person's own click or key, in the very moment of it.
 *
 * @returns whether the text was handed to the clipboard
 */
export function copyText(text: string): boolean {
  const armed = armCopy(text);
  try {
    // Deprecated, and still the only way to copy without a permission.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy') && armed.isHanded();
  } finally {
    armed.disarm();
  }
}

/**
 * Copies when the person's key is too long ago for that: the main process makes the window's copy event happen.
 *
 * @param happen asks the main process for the event
 */
export async function copyTextLater(text: string, happen: () => Promise<unknown>): Promise<boolean> {
  const armed = armCopy(text);
  try {
    await happen();
    for (let waited = 0; waited < COPY_PATIENCE_MS && !armed.isHanded(); waited += STEP_MS)
      await pause(STEP_MS);
    return armed.isHanded();
  } finally {
    armed.disarm();
  }
}

const COPY_PATIENCE_MS = 1_000;
const STEP_MS = 5;
const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

function armCopy(text: string): { readonly isHanded: () => boolean; readonly disarm: () => void } {
  let handed = false;
  const fill = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    handed = true;
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  return {
    isHanded: () => handed,
    disarm: () => {
      document.removeEventListener('copy', fill, { capture: true });
    },
  };
}

/**
 * The text of the next paste event, which goes nowhere else; null when none comes in time. Line ends are as the
 * page has them, whatever the system makes of them.
 */
export function nextPaste(patience: number): Promise<string | null> {
  return new Promise((resolve) => {
    const end = (text: string | null): void => {
      clearTimeout(timer);
      document.removeEventListener('paste', take, { capture: true });
      resolve(text);
    };
    const take = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      end((event.clipboardData?.getData('text/plain') ?? '').replaceAll('\r\n', '\n'));
    };
    const timer = setTimeout(() => {
      end(null);
    }, patience);
    document.addEventListener('paste', take, { capture: true });
  });
}
