/** The windows' own scheme: known files of the built renderer, with the security headers, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';

const SCHEME = 'app';
const HOST = 'enigmacrypt';
export const APP_ORIGIN = `${SCHEME}://${HOST}`;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** `connect-src 'none'` is half of the promise that a window has no network; the session guard is the other. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

/** Must run before the program is ready: only then does Chromium accept a scheme as standard and secure. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ]);
}

/** Serves the files that are in `folder` now. A path that was not listed cannot be reached, however written. */
export function serveApp(session: Session, folder: string): void {
  const files = listFiles(folder);
  session.protocol.handle(SCHEME, (request) => {
    const url = new URL(request.url);
    const file = url.host === HOST && request.method === 'GET' ? files.get(url.pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: SECURITY_HEADERS });
    const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
    return new Response(readFileSync(file), { headers: { ...SECURITY_HEADERS, 'content-type': type } });
  });
}

function listFiles(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [`/${relative(folder, file).split(sep).join('/')}`, file];
    }),
  );
}
