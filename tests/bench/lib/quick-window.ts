/** The program's quick window from inside its own main process: called, typed in and closed as a person does it. */
import { setTimeout as pause } from 'node:timers/promises';
import { app, BrowserWindow, type WebContents } from 'electron';

/** As a second start with `--quick-share` does, once it has handed over what it was asked for. */
export function callQuickWindow(): void {
  app.emit('second-instance', {}, [], '', { request: { kind: 'quick-share' }, ignored: 0 });
}

/**
 * Settles once a window has the keyboard and its field is drawn with the focus in it: what is typed now arrives.
 *
 * @param call makes it come up
 * @returns the window, and how long it took, in milliseconds
 */
export async function untilTypeable(
  call: () => void,
): Promise<{ window: Electron.BrowserWindow; ms: number }> {
  const focused = new Promise<void>((resolve) => {
    app.once('browser-window-focus', () => {
      resolve();
    });
  });
  const started = performance.now();
  call();
  await focused;
  const window = BrowserWindow.getAllWindows().find((each) => each.isFocused());
  if (window === undefined) throw new Error('the window that came up has lost the keyboard again');
  await canType(window.webContents);
  return { window, ms: performance.now() - started };
}

const canType = (contents: WebContents): Promise<unknown> =>
  contents.executeJavaScript(`new Promise((ready) => {
    const isReady = () => document.hasFocus() && document.activeElement?.tagName === 'TEXTAREA';
    const look = () => (isReady() ? requestAnimationFrame(() => setTimeout(ready)) : setTimeout(look, 2));
    look();
  })`);

/** Presses Escape; settles when the window has gone. */
export async function escape(window: Electron.BrowserWindow): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    window.once('closed', () => {
      resolve();
    });
  });
  press(window.webContents, 'Escape');
  await closed;
}

export function press(contents: WebContents, keyCode: 'Enter' | 'Escape'): void {
  contents.sendInputEvent({ type: 'keyDown', keyCode });
  // Without it no form and no button hears of Enter.
  if (keyCode === 'Enter') contents.sendInputEvent({ type: 'char', keyCode: '\r' });
  if (!contents.isDestroyed()) contents.sendInputEvent({ type: 'keyUp', keyCode });
}

/** Settles when one is kept ready: hidden, with a field that can be typed in as soon as it is shown. */
export async function untilKeptReady(): Promise<void> {
  for (;;) {
    const kept = BrowserWindow.getAllWindows().find(
      (each) => !each.isVisible() && each.webContents.getURL().endsWith('/quick.html'),
    );
    // One that is destroyed meanwhile never answers.
    const isDrawn: unknown = await Promise.race([
      kept?.webContents.executeJavaScript('document.querySelector("textarea") !== null').catch(() => false),
      pause(500, false),
    ]);
    if (isDrawn === true) return;
    await pause(20);
  }
}
