/** The windows' own scheme: known files of the built renderer, with the security headers, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { SECURITY_HEADERS } from './headers.ts';

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
    if (request.method !== 'GET') return new Response(null, { status: 405, headers: SECURITY_HEADERS });
    const file = url.host === HOST ? files.get(url.pathname) : undefined;
    const type = file === undefined ? undefined : CONTENT_TYPES[extname(file)];
    // A kind of file the program does not know is none of its own.
    if (file === undefined || type === undefined)
      return new Response(null, { status: 404, headers: SECURITY_HEADERS });
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
