/** What a person downloads and what a window loads before it shows its first view. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildAll } from '../lib/build.ts';
import { sizesOf } from '../lib/package-contents.ts';
import { inProject } from '../lib/paths.ts';
import { run } from '../lib/process.ts';
import type { BenchPart } from './part.ts';
import { row } from './table.ts';

const KIB = 1024;
const unpacked = inProject('dist', 'linux-unpacked');
const archive = join(unpacked, 'resources', 'app.asar');

export const sizePart: BenchPart = {
  name: 'size',
  async measure() {
    if (!(await buildAll())) throw new Error('The program could not be built.');
    const packed = await run(process.execPath, [inProject('scripts/run.mjs'), 'package', '--linux', 'dir']);
    if (packed.code !== 0 || !existsSync(archive))
      throw new Error(`${packed.stdout}${packed.stderr}\nThere is no package to measure.`);
    const { asarBytes, packageBytes } = sizesOf(unpacked, archive);
    const size = {
      asarKiB: asarBytes / KIB,
      rendererGzipKiB: firstViewGzipBytes(inProject('out', 'renderer')) / KIB,
      packageMiB: packageBytes / KIB / KIB,
    };
    return {
      figures: { size },
      rows: [
        row(['size', 'asar KiB', 'view gz KiB', 'package MiB']),
        row(['', size.asarKiB, size.rendererGzipKiB, size.packageMiB]),
      ],
    };
  },
};

/**
 * Page, scripts and styles that the first view needs, each compressed by itself: what the page names, what these
 * import, and the one language that is spoken, the larger of the two. Fonts are compressed already and not counted.
 */
export function firstViewGzipBytes(renderer: string): number {
  const page = readFileSync(join(renderer, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.?\/([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    if (!path.endsWith('.js')) return;
    const code = readFileSync(join(renderer, path), 'utf8');
    for (const [, imported = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      visit(`assets/${imported}`);
  };
  named.forEach(visit);
  const gzip = (path: string): number => gzipSync(readFileSync(join(renderer, path)), { level: 9 }).length;
  return gzip('index.html') + [...found].reduce((total, path) => total + gzip(path), 0) + languageBytes();

  function languageBytes(): number {
    // Whichever file loads them names them; the lists of words for passwords, which are larger, are no part of it.
    const scripts = [...found].filter((path) => path.endsWith('.js'));
    const languages = scripts.flatMap((path) =>
      [...readFileSync(join(renderer, path), 'utf8').matchAll(/["'/]((?:en|es)-[\w-]+\.js)/g)].map(
        ([, name = '']) => name,
      ),
    );
    const words = languages.filter((name) => readFileSync(join(renderer, 'assets', name)).length < 70_000);
    if (words.length === 0) throw new Error('The words of the first view were not found.');
    return Math.max(...words.map((name) => gzip(`assets/${name}`)));
  }
}
