import { app } from 'electron';

/**
 * No window ever leaves its page, opens another, or embeds a foreign one. Set on every web contents the
 * moment it comes to be, so that a window made without thought is guarded too.
 */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.on('select-bluetooth-device', (event, _devices, decide) => {
      event.preventDefault();
      decide('');
    });
    contents.on('login', (event) => {
      // Nobody is asked for a password by a page or a proxy in front of one.
      event.preventDefault();
    });
  });
}
