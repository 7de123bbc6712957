import { app, type WebContents } from 'electron';
import { keepFromCalling } from './no-network.ts';

/**
 * No window ever leaves its page, opens another, or embeds a foreign one. Set on every web contents the
 * moment it comes to be, so that a window made without thought is guarded too.
 */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    keepFromCalling(contents);
    comeBack(contents);
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

/** ERR_NETWORK_ACCESS_REVOKED (Chromium's net/base/net_error_list.h): the page's own header forbids it. */
const FORBIDDEN_BY_PAGE = -33;

/**
 * A page that tries to leave in spite of its `Connection-Allowlist` ends as Chromium's page about a failure, before
 * anybody is asked. Its window then gets its own page again, with nothing in it.
 */
function comeBack(contents: WebContents): void {
  let page: string | null = null;
  contents.on('did-navigate', (_event, address) => {
    page = address;
  });
  contents.on('did-fail-load', (_event, code, _description, _address, isMainFrame) => {
    if (isMainFrame && code === FORBIDDEN_BY_PAGE && page !== null)
      contents.loadURL(page).catch(() => undefined);
  });
}
