import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

export const isLoopback = (host: string): boolean =>
  LOOPBACK_HOST.test(host.includes(':') ? `[${host}]` : host);

/**
 * Whether a request may come from a page of another site. Browsers name the page's origin on every request
 * that could change something; other programs send none and are no concern here.
 *
 * Without this any website could use up a message, or fill the service, through its visitor's browser.
 */
export function isForeign(headers: IncomingHttpHeaders, boundToLoopback: boolean): boolean {
  // A name that someone points at 127.0.0.1 would make their page same-origin with a service bound there.
  if (boundToLoopback && !LOOPBACK_HOST.test(headers.host ?? '')) return true;
  if (headers.origin === undefined) return false;
  // Behind a proxy the host we see may not be the one the browser saw; the browser's own word then decides.
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  return headers.origin.replace(/^https?:\/\//, '') !== headers.host;
}
