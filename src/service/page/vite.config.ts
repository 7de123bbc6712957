import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { inlineEverything } from './inline-everything.ts';

/** The recipient's page as one HTML file: one request, and a policy that allows exactly what stands in it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [inlineEverything()],
  build: {
    outDir: resolve(import.meta.dirname, '../../../out/service'),
    emptyOutDir: true,
    // Recipients bring whatever browser they have.
    target: ['chrome87', 'firefox91', 'safari14'],
    cssTarget: ['chrome87', 'firefox91', 'safari14'],
    modulePreload: false,
    reportCompressedSize: false,
  },
});
