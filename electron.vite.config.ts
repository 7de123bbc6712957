import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { rendererAlias } from './scripts/lib/renderer-build.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // A package's code has a limit, and what is smaller is read sooner.
      minify: true,
      // Everything but the native keychain modules is bundled, so the package carries no node_modules tree.
      externalizeDeps: { exclude: ['zod', 'hono', '@hono/node-server', 'i18next'] },
      rolldownOptions: {
        input: { index: at('src/main/index.ts'), service: at('src/service/utility.ts') },
        external: ['keytar', '@napi-rs/keyring'],
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but Electron: one self-contained CommonJS file.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: {
          main: at('src/preload/main.ts'),
          quick: at('src/preload/quick.ts'),
          guard: at('src/preload/guard.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    resolve: { alias: rendererAlias(import.meta.dirname) },
    worker: { format: 'es' },
    build: {
      outDir: at('out/renderer'),
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          main: at('src/renderer/index.html'),
          quick: at('src/renderer/quick.html'),
          guard: at('src/renderer/guard.html'),
        },
        output: {
          // In one piece, which no view that needs schemas brings along again.
          codeSplitting: {
            groups: [{ name: 'schemas', test: /node_modules[\\/]zod[\\/]|zod-without-eval/, priority: 10 }],
          },
        },
      },
    },
  },
});
