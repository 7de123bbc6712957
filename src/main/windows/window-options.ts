import { app, nativeTheme, type WebPreferences } from 'electron';

/** The paper of the two themes: what shows before the page has painted. */
export const paper = (): string => (nativeTheme.shouldUseDarkColors ? '#12161f' : '#faf7f2');

/**
 * The one settings object of every window. Each line is Electron's safe default written out, so that a change
 * of a default, or of a mind, shows up as a change here.
 */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    // A release has none: what is on screen would be a key press away from whoever sits down.
    devTools: !app.isPackaged,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    plugins: false,
    spellcheck: false,
    autoplayPolicy: 'user-gesture-required',
    safeDialogs: true,
  };
}
