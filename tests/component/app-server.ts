/**
 * The built windows on a loopback port, with the very policy the program sends, for a plain browser. The bridge
 * is put on the page by a test, so nothing of the pages knows of it.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { rendererAlias } from '../../scripts/lib/renderer-build.ts';
import { digestOf } from '../../scripts/lib/digest.ts';
import { SECURITY_HEADERS } from '../../src/main/security/headers.ts';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.cache/component');
const SOURCES = [
  'src/core',
  'src/shared',
  'src/renderer',
  'tests/fakes',
  'tests/component',
  'package-lock.json',
];
/** What was built from just these sources; a worker that finds it there need not build it again. */
const OUT = join(CACHE, digestOf(ROOT, SOURCES));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/**
 * Builds the windows as the program does, and the bridge double as one script, unless they are there. Two workers
 * may do it at once: each builds beside its place, and what is done is there as a whole.
 */
export async function buildApp(): Promise<void> {
  if (existsSync(OUT)) return;
  const place = `${OUT}.${process.pid}`;
  await buildInto(place);
  const older = existsSync(OUT) ? [] : (await readdir(CACHE)).filter((name) => !name.includes('.'));
  await rename(place, OUT).catch(() => rm(place, { recursive: true, force: true }));
  for (const name of older) await rm(join(CACHE, name), { recursive: true, force: true });
}

async function buildInto(place: string): Promise<void> {
  await mkdir(place, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(ROOT, 'src/renderer'),
    plugins: [react()],
    resolve: { alias: rendererAlias(ROOT) },
    worker: { format: 'es' },
    build: {
      outDir: join(place, 'app'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          main: join(ROOT, 'src/renderer/index.html'),
          quick: join(ROOT, 'src/renderer/quick.html'),
        },
      },
    },
  });
  await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    resolve: { alias: rendererAlias(ROOT) },
    build: {
      outDir: join(place, 'double'),
      emptyOutDir: true,
      lib: {
        entry: join(ROOT, 'tests/component/install-double.ts'),
        formats: ['iife'],
        name: 'enigmaDoubleScript',
        fileName: () => 'double.js',
      },
    },
  });
}

/** Builds the component page beside the windows, where `serveApp` finds it: `/gallery/index.html`. */
export const buildGallery = async (): Promise<void> => {
  if (existsSync(join(OUT, 'app/gallery'))) return;
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(ROOT, 'src/renderer/gallery'),
    // Its order of the layers is the program's.
    publicDir: join(ROOT, 'src/renderer/public'),
    base: './',
    plugins: [react()],
    build: { outDir: join(OUT, 'app/gallery'), emptyOutDir: true, assetsInlineLimit: 0 },
  });
};

export const readDoubleScript = (): Promise<string> => readFile(join(OUT, 'double/double.js'), 'utf8');

export interface AppServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** @param instead what is served in place of a script; scripts are served as they are without it */
export async function serveApp(instead?: (script: string) => string): Promise<AppServer> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(OUT, 'app', path === '/' ? 'index.html' : path);
    readFile(file).then(
      (body) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        // The next window need not ask again for what it got: what is served does not change.
        response.writeHead(200, {
          ...SECURITY_HEADERS,
          'Content-Type': type,
          'Cache-Control': 'max-age=3600',
        });
        response.end(instead !== undefined && extname(file) === '.js' ? instead(body.toString()) : body);
      },
      () => {
        response.writeHead(404).end();
      },
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}
